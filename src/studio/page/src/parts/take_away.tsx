import { useState } from "preact/hooks";
import type { ExportFormat, Painting } from "../server/messages";
import { exportAddress } from "../server/requests";
import { figure, say } from "../texts/texts";
import { Icon } from "./icons";

const sizes = [1024, 2048, 4096, 8192];

export function TakeAway({ painting, formats }: { painting: Painting; formats: ExportFormat[] }) {
  const [ending, setEnding] = useState(formats[0]?.ending ?? "");
  const [size, setSize] = useState("");
  const chosen = formats.find((format) => format.ending === ending);
  const ready = painting.state === "finished";
  return (
    <section class="take-away">
      <h2>{say("takeAway")}</h2>
      <div class="pair">
        <label>
          <span>{say("format")}</span>
          <select value={ending} onChange={(event) => setEnding(event.currentTarget.value)}>
            {formats.map((format) => (
              <option key={format.ending} value={format.ending}>
                {format.ending}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{say("size")}</span>
          <select value={size} onChange={(event) => setSize(event.currentTarget.value)}>
            <option value="">{say("standardSize")}</option>
            {sizes.map((pixels) => (
              <option key={pixels} value={pixels}>
                {say("pixels", { n: figure(pixels) })}
              </option>
            ))}
          </select>
        </label>
      </div>
      {chosen && (
        <p class="pale small" lang="en">
          {chosen.says}
        </p>
      )}
      {ready ? (
        <a class="button" href={exportAddress(painting.id, ending, size === "" ? null : Number(size))} download="">
          <Icon name="away" />
          {say("save")}
        </a>
      ) : (
        <p class="pale small">{say("notFinished")}</p>
      )}
    </section>
  );
}
