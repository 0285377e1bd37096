import { lightAt, lowestElevation, standardLight, type Light } from "../easel/lighting";
import { say } from "../texts/texts";
import { Angle } from "./lamp_bar";

function lightOf(text: string | null): Light {
  const [azimuth, elevation] = (text ?? "").split(",").map(Number);
  if (azimuth === undefined || elevation === undefined || !Number.isFinite(azimuth + elevation)) return standardLight;
  return { azimuth, elevation };
}

export interface LightPadChoice {
  setting: { standard: string };
  label: string;
  value: string | null;
  set: (text: string | null) => void;
}

/** Where the light comes from, as seen from above: a disc, high in its middle, low at its border. */
export function LightPad({ setting, label, value, set }: LightPadChoice) {
  const light = lightOf(value ?? setting.standard);
  const reach = (90 - light.elevation) / 75 / 2;
  const around = (light.azimuth * Math.PI) / 180;
  const put = (next: Light) => set(`${next.azimuth},${next.elevation}`);
  const drag = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    if (event.buttons === 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const box = event.currentTarget.getBoundingClientRect();
    put(lightAt(((event.clientX - box.left) / box.width) * 2 - 1, ((event.clientY - box.top) / box.height) * 2 - 1));
  };
  return (
    <div class="light-pad" role="group" aria-label={label}>
      <div class="disc" aria-hidden="true" onPointerDown={drag} onPointerMove={drag}>
        <span
          class="sun"
          style={{ left: `${50 + 100 * reach * Math.sin(around)}%`, top: `${50 - 100 * reach * Math.cos(around)}%` }}
        />
      </div>
      <div class="angles">
        <Angle label={say("azimuth")} least={0} most={359} value={light.azimuth} onValue={(azimuth) => put({ ...light, azimuth })} />
        <Angle label={say("elevation")} least={lowestElevation} most={90} value={light.elevation} onValue={(elevation) => put({ ...light, elevation })} />
      </div>
    </div>
  );
}
