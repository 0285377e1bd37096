import { useEffect, useState } from "preact/hooks";
import { listenToGestures } from "../easel/gestures";
import { PaintingScene } from "../easel/painting_scene";
import { fetchStrokes } from "../server/requests";
import type { Painting } from "../server/messages";
import { go, paintings } from "../state/studio";
import { say } from "../texts/texts";
import { Divider } from "./comparison";
import { useEasel } from "./easel_pane";
import { ZoomBar } from "./zoom_bar";

function sceneOf(painting: Painting, changed: () => void): PaintingScene {
  const canvas = { width: painting.width_mm || 400, height: painting.height_mm || 300 };
  const scene = new PaintingScene({ id: painting.id, canvas, still: true, changed });
  scene.finished = painting.state === "finished";
  if (!scene.finished) fetchStrokes(painting.id).then((frame) => scene.setStrokes(frame), () => {});
  return scene;
}

/** Two paintings under one divider. */
export function Compare({ left, right }: { left: string; right: string }) {
  const { canvas, easel, zoom } = useEasel();
  const [share, setShare] = useState(0.5);
  const first = paintings.value.get(left);
  const second = paintings.value.get(right);
  useEffect(() => {
    if (!easel || !first || !second) return;
    easel.setScenes(sceneOf(second, easel.redraw), sceneOf(first, easel.redraw));
    return listenToGestures(easel, () => ({ turnLamp: null }));
  }, [easel, first?.id, second?.id]);
  useEffect(() => easel?.compare("divider", share), [easel, share]);
  return (
    <div class="easel">
      <h1 class="hidden">{say("compare")}</h1>
      <div class="stage">
        <canvas ref={canvas} id="easel" tabIndex={0} role="img" aria-label={say("easel", { name: `${first?.name ?? ""}, ${second?.name ?? ""}` })} />
        <Divider share={share} onShare={setShare} label={say("compareHandle")} />
        <span class="corner left">{first?.name}</span>
        <span class="corner right">{second?.name}</span>
      </div>
      <div class="tools">
        <div class="tool-row">
          <button type="button" onClick={() => go({ at: "shelf" })}>
            {say("backToShelf")}
          </button>
          {easel && <ZoomBar easel={easel} zoom={zoom} />}
        </div>
      </div>
    </div>
  );
}
