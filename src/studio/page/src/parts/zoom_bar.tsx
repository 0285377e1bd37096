import type { Easel } from "../easel/easel";
import { say } from "../texts/texts";
import { IconButton } from "./icons";

const step = 1.25;

export function ZoomBar({ easel, zoom }: { easel: Easel; zoom: number | null }) {
  return (
    <div class="zoom" role="group" aria-label={say("zoom")}>
      <IconButton icon="minus" label={say("zoomOut")} onClick={() => easel.zoomBy(1 / step, null)} />
      <button type="button" class="quiet percent" onClick={() => easel.showFull()}>
        {zoom === null ? "–" : `${Math.round(100 * zoom)} %`}
      </button>
      <IconButton icon="plus" label={say("zoomIn")} onClick={() => easel.zoomBy(step, null)} />
      <IconButton icon="fit" label={say("fit")} onClick={() => easel.fit()} />
    </div>
  );
}
