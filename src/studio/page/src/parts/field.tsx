import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import type { Setting, Settings } from "../server/messages";
import { rivalsOf } from "../state/kinds";
import { choicesOf, isOpen, labelOf, placeOf, round, valueAt } from "../state/wishes";
import { fault, nameOfSetting, painted, wish, wishes } from "../state/studio";
import { say, texts } from "../texts/texts";
import { IconButton } from "./icons";
import { LengthField, OneOf, Repeated, Shares, SizeField, type Control } from "./kinds";
import { LightPad } from "./light_pad";

const mostChips = 12;

function Chips({ setting, label, value, set, all, id, describedBy }: Control & { all: Settings }) {
  const choices = choicesOf(setting, all);
  const standing = value ?? setting.standard;
  const isOther = value !== null && !choices.some((choice) => choice.name === value);
  const [writes, setWrites] = useState(isOther);
  const help = choices.find((choice) => choice.name === standing)?.help;
  const known = choices.some((choice) => choice.name === setting.standard);
  return (
    <>
      <div class="chips" role="group" aria-label={label} aria-describedby={describedBy}>
        {!known && (
          <button type="button" aria-pressed={value === null} onClick={() => set(null)}>
            {say("standard")}
          </button>
        )}
        {choices.map((choice) => (
          <button
            type="button"
            lang="en"
            key={choice.name}
            aria-pressed={choice.name === standing}
            onClick={() => set(choice.name === setting.standard ? null : choice.name)}
          >
            {choice.name}
          </button>
        ))}
        {isOpen(setting) && (
          <button type="button" class="other" aria-pressed={isOther} aria-expanded={writes} onClick={() => setWrites(!writes)}>
            {say("other")}
          </button>
        )}
      </div>
      {writes && <Text setting={setting} label={say("otherValue", { name: label })} value={isOther ? value : null} set={set} id={id} describedBy={describedBy} />}
      {help && (
        <p class="pale small" lang="en">
          {help}
        </p>
      )}
    </>
  );
}

function Select({ setting, value, set, all, id, describedBy }: Control & { all: Settings }) {
  return (
    <select id={id} aria-describedby={describedBy} value={value ?? ""} onChange={(event) => set(event.currentTarget.value || null)}>
      <option value="">{say("standardIs", { standard: setting.standard || "–" })}</option>
      {choicesOf(setting, all).map((choice) => (
        <option key={choice.name} value={choice.name}>
          {choice.name}
        </option>
      ))}
    </select>
  );
}

const places = 1000;

function Slider({ setting, label, value, set, id, describedBy, least, most }: Control & { least: number; most: number }) {
  const standing = Number(value ?? setting.standard);
  const known = (value ?? setting.standard) !== "" && Number.isFinite(standing);
  const place = known ? placeOf(standing, least, most) : 0.5;
  const integer = setting.kind === "integer";
  return (
    <div class="slider">
      <input
        type="range"
        class={known ? "" : "unset"}
        min={0}
        max={places}
        value={Math.round(place * places)}
        aria-label={label}
        aria-valuetext={value ?? say("standardIs", { standard: setting.standard })}
        aria-describedby={describedBy}
        onInput={(event) => set(String(valueAt(event.currentTarget.valueAsNumber / places, least, most, integer)))}
      />
      <input
        id={id}
        type="number"
        min={least}
        max={most}
        step={integer ? 1 : "any"}
        value={value ?? ""}
        placeholder={known ? setting.standard : say("standard")}
        onChange={(event) => set(event.currentTarget.value || null)}
      />
    </div>
  );
}

function Text({ setting, label, value, set, id, describedBy }: Control) {
  return (
    <input
      id={id}
      type="text"
      value={value ?? ""}
      placeholder={setting.standard || (setting.example ?? "")}
      aria-label={label}
      spellcheck={false}
      aria-describedby={describedBy}
      onChange={(event) => set(event.currentTarget.value.trim() || null)}
    />
  );
}

function Colour(control: Control) {
  const { value, set, label } = control;
  return (
    <div class="colour">
      <input
        type="color"
        class={value?.startsWith("#") ? "" : "unset"}
        value={value?.startsWith("#") ? value : "#b8a48c"}
        aria-label={label}
        onChange={(event) => set(event.currentTarget.value)}
      />
      <Text {...control} />
    </div>
  );
}

function Switch({ setting, value, set, id, describedBy }: Control) {
  const on = (value ?? setting.standard) === "true";
  return (
    <input
      id={id}
      type="checkbox"
      role="switch"
      checked={on}
      aria-describedby={describedBy}
      onChange={(event) => set(String(event.currentTarget.checked) === setting.standard ? null : String(event.currentTarget.checked))}
    />
  );
}

function isChips(setting: Setting, all: Settings): boolean {
  const count = choicesOf(setting, all).length;
  return count > 0 && count <= mostChips;
}

function control(given: Control, all: Settings): ComponentChildren {
  const { setting } = given;
  const { least, most } = setting;
  if (setting.repeats) return <Repeated {...given} all={all} />;
  if (isChips(setting, all)) return <Chips {...given} all={all} />;
  if (choicesOf(setting, all).length > 0) return <Select {...given} all={all} />;
  switch (setting.kind) {
    case "light":
      return <LightPad {...given} />;
    case "shares":
      return <Shares {...given} />;
    case "length":
      return <LengthField {...given} />;
    case "size":
      return <SizeField {...given} key={given.value ?? ""} />;
    case "switch":
      return <Switch {...given} />;
    case "colour":
      return <Colour {...given} />;
    case "integer":
    case "number":
      if (least !== undefined && most !== undefined && most < 1e9) return <Slider {...given} least={round(least)} most={round(most)} />;
      return <Text {...given} />;
    default:
      return <Text {...given} />;
  }
}

/** Whether its control is several, which a label cannot stand for. */
const isGroup = (setting: Setting, all: Settings): boolean =>
  ["light", "shares"].includes(setting.kind) || (!setting.repeats && isChips(setting, all));

/** Switches that are one choice. */
function Choice({ names, all }: { names: readonly string[]; all: Settings }) {
  const id = useId();
  const label = say("shownAs");
  const changed = names.some((name) => wishes.value[name] !== painted.value[name]);
  const problem = names.includes(fault.value?.setting ?? "") ? fault.value?.text : null;
  const helps = all.settings.filter(({ name }) => names.includes(name)).map(({ name, help }) => `${labelOf(name)}: ${help}`);
  return (
    <div class={changed ? "field changed" : "field"} data-setting={names.join(" ")}>
      <div class="field-head">
        <span class="label">{label}</span>
      </div>
      <p id={`${id}-help`} class="help hidden" lang="en">
        {helps.join(". ")}
      </p>
      <OneOf names={names} label={label} describedBy={`${id}-help`} />
      {problem && (
        <p class="fault" role="alert" lang="en">
          {problem}
        </p>
      )}
    </div>
  );
}

/** A setting, or at the first of those that are one choice that choice. */
export function Field({ setting, all }: { setting: Setting; all: Settings }) {
  const rivals = rivalsOf(setting, all.settings);
  if (rivals.length === 0) return <OneField setting={setting} all={all} />;
  return rivals[0] === setting.name ? <Choice names={rivals} all={all} /> : null;
}

/** One thing that can be asked for, made wholly from what the server says of it. */
function OneField({ setting, all }: { setting: Setting; all: Settings }) {
  const id = useId();
  const [explained, setExplained] = useState(false);
  const label = nameOfSetting(setting.name, texts.value.names);
  const value = wishes.value[setting.name] ?? null;
  const changed = value !== (painted.value[setting.name] ?? null);
  const problem = fault.value?.setting === setting.name ? fault.value.text : null;
  const given: Control = { setting, label, value, set: (text) => wish(setting.name, text, label), id, describedBy: `${id}-help` };
  return (
    <div class={changed ? "field changed" : "field"} data-setting={setting.name}>
      <div class="field-head">
        {isGroup(setting, all) ? <span class="label">{label}</span> : <label for={id}>{label}</label>}
        <button type="button" class="explain" aria-expanded={explained} aria-label={say("explain", { name: label })} onClick={() => setExplained(!explained)}>
          ?
        </button>
        <span class="stretch" />
        {value !== null && <IconButton icon="reset" label={say("toStandard", { name: label })} onClick={() => given.set(null)} />}
      </div>
      <p id={`${id}-help`} class={explained ? "help" : "help hidden"} lang="en">
        {setting.help}
        {setting.range ? `: ${setting.range}` : ""}
        {setting.standard !== "" && ` (${say("standardIs", { standard: setting.standard })})`}
      </p>
      {control(given, all)}
      {problem && (
        <p class="fault" role="alert" lang="en">
          {problem}
        </p>
      )}
    </div>
  );
}
