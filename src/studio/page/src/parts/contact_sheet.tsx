import { useState } from "preact/hooks";
import { isBusy, type Choice, type Painting } from "../server/messages";
import { previewAddress } from "../server/requests";
import { go, paintChosen, paintings, paintTrials, settings, wishesFor } from "../state/studio";
import { findTrial, trialOf, type TrialSetting } from "../state/trials";
import { say } from "../texts/texts";
import { Thumbnail } from "./thumbnail";

const kinds: TrialSetting[] = ["hand", "palette"];

function Tile({ painting, choice, trial, onPick }: { painting: Painting; choice: Choice; trial: Painting | null; onPick: () => void }) {
  return (
    <li class="trial" data-trial={choice.name} data-state={trial?.state}>
      <button type="button" class="bare" title={choice.help} onClick={onPick}>
        {trial ? (
          <Thumbnail painting={trial} />
        ) : (
          <span class="thumbnail">
            <img class="faint" src={previewAddress(painting.photo)} alt="" />
          </span>
        )}
        <span class="card-name" lang="en">
          {choice.name}
        </span>
        <span class="hidden">{say("paintLike")}</span>
      </button>
      {trial?.error && (
        <p class="fault small" lang="en">
          {trial.error}
        </p>
      )}
    </li>
  );
}

/** One photograph by several hands, or with several palettes, small; the one that is clicked is painted. */
export function ContactSheet({ of }: { of: string }) {
  const [setting, setSetting] = useState<TrialSetting>("hand");
  const [left, setLeft] = useState<readonly string[]>([]); // Those that are not wanted.
  const painting = paintings.value.get(of);
  const all = settings.value;
  if (!painting || !all) return <p class="empty">{say("none")}</p>;
  const choices = setting === "hand" ? all.hands : all.palettes;
  const base = wishesFor(painting);
  const trials = new Map(choices.map(({ name }) => [name, findTrial(paintings.value.values(), painting.photo, trialOf(base, setting, name))]));
  const missing = choices.map(({ name }) => name).filter((name) => !trials.get(name) && !left.includes(name));
  const busy = [...trials.values()].some((trial) => trial && isBusy(trial));
  const toggle = (name: string) => setLeft(left.includes(name) ? left.filter((each) => each !== name) : [...left, name]);
  return (
    <div class="shelf sheet">
      <div class="shelf-head">
        <h1>{say("trialsOf", { name: painting.name })}</h1>
        <span class="stretch" />
        <div class="segments" role="group" aria-label={say("trialsBy")}>
          {kinds.map((kind) => (
            <button type="button" key={kind} aria-pressed={kind === setting} onClick={() => setSetting(kind)}>
              {say(kind === "hand" ? "byHand" : "byPalette")}
            </button>
          ))}
        </div>
        <button type="button" onClick={() => go({ at: "painting", id: painting.id })}>
          {say("backToPainting")}
        </button>
        {(busy || missing.length > 0) && (
          <button type="button" class="primary" disabled={missing.length === 0} onClick={() => void paintTrials(painting, setting, missing)}>
            {say(missing.length === 0 ? "trialsBusy" : "tryThem", { n: missing.length })}
          </button>
        )}
      </div>
      <div class="sheet-choice chips" role="group" aria-label={say("trialsBy")}>
        {choices.map(({ name }) => (
          <button type="button" lang="en" key={name} aria-pressed={!left.includes(name)} onClick={() => toggle(name)}>
            {name}
          </button>
        ))}
      </div>
      <p class="pale sheet-choice">{say("trialsHelp")}</p>
      <ul class="cards">
        {choices
          .filter(({ name }) => !left.includes(name))
          .map((choice) => (
            <Tile
              key={`${setting} ${choice.name}`}
              painting={painting}
              choice={choice}
              trial={trials.get(choice.name) ?? null}
              onPick={() => void paintChosen(painting, setting, choice.name)}
            />
          ))}
      </ul>
    </div>
  );
}
