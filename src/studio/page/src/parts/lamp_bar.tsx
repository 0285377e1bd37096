import { lowestElevation, standardLight } from "../easel/lighting";
import { lamp, nameOfSetting, settings, turnLamp, wish } from "../state/studio";
import { say, texts } from "../texts/texts";
import { Icon } from "./icons";

/** The lamp: lit, it is turned over the painting; what it is set to can be kept. */
export function LampBar({ finished, failed }: { finished: boolean; failed: boolean }) {
  const light = lamp.value;
  const lit = light !== null && finished;
  const canKeep = settings.value?.settings.some((setting) => setting.name === "light") ?? false;
  return (
    <div class="lamp" role="group" aria-label={say("lamp")}>
      <button type="button" title={say("lamp")} aria-pressed={lit} disabled={!finished} onClick={() => turnLamp(light ? null : standardLight)}>
        <Icon name="lamp" />
        {say("lamp")}
      </button>
      {lit && failed && <span class="pale">{say("lampMissing")}</span>}
      {lit && !failed && (
        <span class="lamp-settings">
          <Angle label={say("azimuth")} least={0} most={359} value={light.azimuth} onValue={(azimuth) => turnLamp({ ...(lamp.value ?? light), azimuth })} />
          <Angle label={say("elevation")} least={lowestElevation} most={90} value={light.elevation} onValue={(elevation) => turnLamp({ ...(lamp.value ?? light), elevation })} />
          {canKeep && (
            <button type="button" class="quiet" onClick={() => wish("light", `${light.azimuth},${light.elevation}`, nameOfSetting("light", texts.value.names))}>
              {say("keepLight")}
            </button>
          )}
        </span>
      )}
    </div>
  );
}

export interface AngleChoice {
  label: string;
  least: number;
  most: number;
  value: number;
  onValue: (value: number) => void;
}

export function Angle({ label, least, most, value, onValue }: AngleChoice) {
  return (
    <label class="angle">
      <span>{label}</span>
      <input type="range" min={least} max={most} value={value} onInput={(event) => onValue(event.currentTarget.valueAsNumber)} />
      <output>{say("degrees", { n: value })}</output>
    </label>
  );
}
