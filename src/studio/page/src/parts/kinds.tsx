/** Controls for values of which a field of text would not tell what they may be. */
import { useState } from "preact/hooks";
import type { Setting, Settings } from "../server/messages";
import { units, type Unit } from "../state/away";
import { lengthOf, linesOf, sharesOf, sizeOf, textOfLength, textOfLines, textOfShares, textOfSize } from "../state/kinds";
import { wishAll, wishes } from "../state/studio";
import { choicesOf, labelOf, uploadIn } from "../state/wishes";
import { say } from "../texts/texts";
import { Icon } from "./icons";

/** What every kind of control is given. */
export interface Control {
  setting: Setting;
  label: string;
  value: string | null;
  set: (text: string | null) => void;
  id: string;
  describedBy: string;
}

const shareStep = 0.05;

/** How far the subject, and what is behind it, are worked out. */
export function Shares({ setting, value, set, describedBy }: Control) {
  const shares = sharesOf(value ?? setting.standard, 2);
  const names = [say("subject"), say("background")];
  return (
    <div class="shares">
      {names.map((name, i) => (
        <label class="angle" key={name}>
          <span>{name}</span>
          <input
            type="range"
            min={setting.least ?? 0}
            max={setting.most ?? 1}
            step={shareStep}
            value={shares[i]}
            aria-describedby={describedBy}
            onInput={(event) => set(textOfShares(shares.map((share, j) => (i === j ? event.currentTarget.valueAsNumber : share))))}
          />
          <output>{shares[i]}</output>
        </label>
      ))}
    </div>
  );
}

export function LengthField({ setting, label, value, set, id, describedBy }: Control) {
  const [unit, setUnit] = useState<Unit>(lengthOf(value).unit);
  const figure = lengthOf(value).figure;
  return (
    <div class="length">
      <input
        id={id}
        type="text"
        inputMode="decimal"
        value={figure}
        placeholder={setting.standard || lengthOf(setting.example ?? "").figure}
        aria-describedby={describedBy}
        onChange={(event) => set(textOfLength({ figure: event.currentTarget.value, unit }))}
      />
      <select
        value={unit}
        aria-label={`${label}, ${say("unit")}`}
        onChange={(event) => {
          const chosen = event.currentTarget.value as Unit;
          setUnit(chosen);
          if (figure !== "") set(textOfLength({ figure, unit: chosen }));
        }}
      >
        {units.map((each) => (
          <option key={each} value={each}>
            {say(each)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** @param value changes this one for another (key): it is what is typed first. */
export function SizeField({ setting, label, value, set, id, describedBy }: Control) {
  const [typed, setTyped] = useState(sizeOf(value));
  const put = (width: string, height: string) => {
    setTyped({ width, height });
    if ((width === "") === (height === "")) set(textOfSize(width, height));
  };
  const common = { type: "number", min: setting.least ?? 1, max: setting.most ?? 1e9, "aria-describedby": describedBy } as const;
  return (
    <div class="size">
      <input {...common} id={id} aria-label={`${label}, ${say("width")}`} placeholder={say("width")} value={typed.width} onChange={(event) => put(event.currentTarget.value, typed.height)} />
      <span aria-hidden="true">×</span>
      <input {...common} aria-label={`${label}, ${say("height")}`} placeholder={say("height")} value={typed.height} onChange={(event) => put(typed.width, event.currentTarget.value)} />
    </div>
  );
}

/** An upload has no words of its own; what stands behind it, has. */
const shown = (line: string): string => {
  const upload = uploadIn(line);
  return upload ? `${say("whatYouPainted")}${line.slice(upload.length).replace(/^:/, " × ")}` : line;
};

/** A setting that may be given several times: each is taken out by itself. */
export function Repeated({ setting, label, value, set, all, id, describedBy }: Control & { all: Settings }) {
  const lines = linesOf(value);
  const [typed, setTyped] = useState("");
  const choices = choicesOf(setting, all).filter(({ name }) => !lines.includes(name));
  const add = (line: string) => {
    if (line.trim() !== "") set(textOfLines([...lines, line.trim()]));
    setTyped("");
  };
  return (
    <>
      {lines.length > 0 && (
        <ul class="given">
          {lines.map((line, i) => (
            <li key={`${i} ${line}`} lang="en">
              <span>{shown(line)}</span>
              <button type="button" class="bare" aria-label={say("takeOut", { name: shown(line) })} onClick={() => set(textOfLines(lines.filter((_, j) => j !== i)))}>
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {choices.length > 0 && (
        <div class="chips" role="group" aria-label={label}>
          {choices.map(({ name }) => (
            <button type="button" lang="en" key={name} onClick={() => add(name)}>
              {name}
            </button>
          ))}
        </div>
      )}
      <div class="add">
        <input
          id={id}
          type="text"
          value={typed}
          placeholder={setting.example ?? ""}
          aria-describedby={describedBy}
          spellcheck={false}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => event.key === "Enter" && add(typed)}
        />
        <button type="button" disabled={typed.trim() === ""} onClick={() => add(typed)}>
          {say("add")}
        </button>
      </div>
    </>
  );
}

/** Switches of which at most one is on. */
export function OneOf({ names, label, describedBy }: { names: readonly string[]; label: string; describedBy: string }) {
  const on = names.find((name) => wishes.value[name] !== undefined) ?? null;
  const choose = (chosen: string | null) =>
    wishAll(Object.fromEntries(names.map((name) => [name, name === chosen ? "true" : null])), label);
  return (
    <div class="chips" role="group" aria-label={label} aria-describedby={describedBy}>
      <button type="button" aria-pressed={on === null} onClick={() => choose(null)}>
        {say("asPainted")}
      </button>
      {names.map((name) => (
        <button type="button" lang="en" key={name} aria-pressed={on === name} onClick={() => choose(name)}>
          {labelOf(name)}
        </button>
      ))}
    </div>
  );
}
