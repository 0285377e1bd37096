import { useState } from "preact/hooks";
import { arrival, current, loaded } from "../state/studio";
import { say } from "../texts/texts";
import { Controls } from "./controls";
import { EaselPane } from "./easel_pane";
import { Icon } from "./icons";

/** One painting: the easel, and how it is directed. On small screens the controls are a sheet that is drawn up. */
export function Workshop() {
  const painting = current.value;
  const [open, setOpen] = useState(false);
  if (!painting && !arrival.value) return <p class="empty">{loaded.value ? say("none") : ""}</p>;
  return (
    <div class="workshop">
      <h1 class="hidden">{painting?.name ?? arrival.value?.name}</h1>
      <EaselPane painting={painting} />
      <aside class={open ? "side open" : "side"} aria-label={say("settings")}>
        <button type="button" class="sheet-handle quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          <Icon name="sliders" />
          {say("openSettings")}
          <Icon name="down" />
        </button>
        <Controls painting={painting} />
      </aside>
    </div>
  );
}
