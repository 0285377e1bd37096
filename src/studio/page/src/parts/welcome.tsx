import { useEffect } from "preact/hooks";
import { wakeReader } from "../easel/photo_reader";
import { isBusy, type Painting } from "../server/messages";
import { go, loaded, preparesFirst, samplePainting, sorted } from "../state/studio";
import { figure, say } from "../texts/texts";
import { ChoosePhoto } from "./drop_area";
import { EaselPane } from "./easel_pane";
import { Thumbnail } from "./thumbnail";

const mostLately = 6;

function SampleEasel({ painting }: { painting: Painting }) {
  return (
    <figure class="sample">
      <EaselPane painting={painting} plain />
      <figcaption>
        <span>{say(isBusy(painting) ? "sampleBusy" : "sampleDone")}</span>
        <a href={`#/painting/${painting.id}`}>{say("openSample")}</a>
      </figcaption>
    </figure>
  );
}

function Lately({ paintings }: { paintings: Painting[] }) {
  return (
    <section class="lately">
      <h2>{say("latest")}</h2>
      <ul>
        {paintings.map((painting) => (
          <li key={painting.id}>
            <button type="button" class="bare" onClick={() => go({ at: "painting", id: painting.id })}>
              <Thumbnail painting={painting} />
              <span>{painting.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What takes long when it is asked for first, and will be asked for when somebody waits. */
const makeReady = (): void => {
  wakeReader();
  figure(0);
};

/** Where everything begins: a place to drop a photograph, and the sample that paints itself. */
export function Welcome() {
  useEffect(makeReady, []);
  const sample = samplePainting.value;
  const lately = sorted.value.filter((painting) => painting !== sample).slice(0, mostLately);
  return (
    <div class={sample ? "welcome with-sample" : "welcome"}>
      <section class="drop-target">
        <h1>{say("welcome")}</h1>
        <p class="large">{say("dropHere")}</p>
        <p class="pale">{say("orPaste")}</p>
        <ChoosePhoto />
        <label class="prepare-first">
          <input type="checkbox" checked={preparesFirst.value} onChange={(event) => (preparesFirst.value = event.currentTarget.checked)} />
          {say("prepareFirst")}
        </label>
        <p class="pale small">{say("staysHere")}</p>
      </section>
      {sample && <SampleEasel painting={sample} key={sample.id} />}
      {loaded.value && lately.length > 0 && <Lately paintings={lately} />}
    </div>
  );
}
