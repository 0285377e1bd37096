import { useState } from "preact/hooks";
import type { ExportFormat, Painting } from "../server/messages";
import { takeAway } from "../state/studio";
import { figure, say } from "../texts/texts";
import { canBeFramed, framingSettings, isFramed, unframed } from "../state/framing";
import { FramingChoice } from "./framing_choice";
import { Icon } from "./icons";

const sizes = [1024, 2048, 4096, 8192];

export function TakeAway({ painting, formats }: { painting: Painting; formats: ExportFormat[] }) {
  const [ending, setEnding] = useState(formats[0]?.ending ?? "");
  const [size, setSize] = useState("");
  const chosen = formats.find((format) => format.ending === ending);
  const ready = painting.state === "finished";
  const [making, setMaking] = useState(false);
  const [framing, setFraming] = useState(unframed);
  const make = async () => {
    setMaking(true);
    const asked = canBeFramed(ending) && isFramed(framing) ? framingSettings(framing, painting) : {};
    await takeAway(painting, ending, size === "" || chosen?.pixels === false ? null : Number(size), asked);
    setMaking(false);
  };
  return (
    <section class="take-away">
      <h2>{say("takeAway")}</h2>
      <div class="pair">
        <label>
          <span>{say("format")}</span>
          <select value={ending} onChange={(event) => setEnding(event.currentTarget.value)}>
            {formats.filter((format, i) => formats.findIndex((other) => other.ending === format.ending) === i).map((format) => (
              <option key={format.ending} value={format.ending}>
                {format.ending}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{say("size")}</span>
          <select value={size} disabled={chosen?.pixels === false} onChange={(event) => setSize(event.currentTarget.value)}>
            <option value="">{say("standardSize")}</option>
            {sizes.map((pixels) => (
              <option key={pixels} value={pixels}>
                {say("pixels", { n: figure(pixels) })}
              </option>
            ))}
          </select>
        </label>
      </div>
      {canBeFramed(ending) && <FramingChoice painting={painting} wish={framing} onWish={setFraming} />}
      {chosen && (
        <p class="pale small" lang="en">
          {chosen.says}
        </p>
      )}
      {ready ? (
        <button type="button" class="button" disabled={making} onClick={() => void make()}>
          <Icon name="away" />
          {say(making ? "making" : "save")}
        </button>
      ) : (
        <p class="pale small">{say("notFinished")}</p>
      )}
    </section>
  );
}
