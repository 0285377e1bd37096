import { useEffect, useRef, useState } from "preact/hooks";
import { pictureOf } from "../easel/scene";
import { adjustPixels, cropOf, cropWish, dragged, keptOfTurned, type Grip } from "../state/adjusting";
import type { Box } from "../state/pointing";
import { previewAddress } from "../server/requests";
import { shownPhotos, wish, wishes } from "../state/studio";
import { say } from "../texts/texts";

/** No more pixels are adjusted while a slider moves. */
const longest = 720;
const grips: Grip[] = ["nw", "n", "ne", "e", "se", "s", "sw", "w"];
const step = 0.01;
const moves: Record<string, readonly [number, number]> = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };

/** The photograph's pixels at a size that is quickly worked over. */
async function pixelsOf(photo: string): Promise<ImageData | null> {
  const image = await pictureOf({ blob: shownPhotos.get(photo) ?? null, preview: previewAddress(photo) });
  if (!image) return null;
  const share = Math.min(1, longest / Math.max(image.width, image.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(image.width * share));
  canvas.height = Math.max(1, Math.round(image.height * share));
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return context?.getImageData(0, 0, canvas.width, canvas.height) ?? null;
}

function usePixels(photo: string): ImageData | null {
  const [pixels, setPixels] = useState<ImageData | null>(null);
  useEffect(() => {
    let wanted = true;
    setPixels(null);
    pixelsOf(photo).then((read) => wanted && setPixels(read), () => {}); // The connection is lost, which is told elsewhere.
    return () => void (wanted = false);
  }, [photo]);
  return pixels;
}

const numberOf = (name: string): number => Number(wishes.value[name] ?? 0) || 0;

/** The photograph in the light that is asked for, turned; what lies beyond the frame is cut off. */
function AdjustedPhoto({ pixels }: { pixels: ImageData }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [brightness, warmth, turn] = [numberOf("brightness"), numberOf("warmth"), numberOf("turn")];
  useEffect(() => {
    const lit = new ImageData(pixels.width, pixels.height);
    adjustPixels(pixels.data, lit.data, brightness, warmth);
    canvas.current?.getContext("2d")?.putImageData(lit, 0, 0);
  }, [pixels, brightness, warmth]);
  const scale = 1 / keptOfTurned(pixels.width, pixels.height, turn);
  return <canvas ref={canvas} width={pixels.width} height={pixels.height} aria-hidden="true" style={{ transform: `scale(${scale}) rotate(${turn}deg)` }} />;
}

interface Hold {
  grip: Grip;
  from: Box;
  x: number;
  y: number;
}

/** The photograph, and what of it is painted: a rectangle that is drawn by its middle, sides and corners, or moved by keys. */
export function CropEditor({ photo }: { photo: string }) {
  const pixels = usePixels(photo);
  const frame = useRef<HTMLDivElement>(null);
  const [hold, setHold] = useState<Hold | null>(null);
  const crop = cropOf(wishes.value.crop);
  const set = (box: Box) => wish("crop", cropWish(box), say("cropOf"));
  const take = (event: PointerEvent) => {
    const grip = ((event.target as HTMLElement).dataset.grip ?? null) as Grip | null;
    if (grip === null) return;
    frame.current?.setPointerCapture(event.pointerId);
    setHold({ grip, from: crop, x: event.clientX, y: event.clientY });
  };
  const drag = (event: PointerEvent) => {
    const edge = frame.current?.getBoundingClientRect();
    if (!hold || !edge) return;
    set(dragged(hold.from, hold.grip, (event.clientX - hold.x) / edge.width, (event.clientY - hold.y) / edge.height));
  };
  const press = (event: KeyboardEvent) => {
    const way = moves[event.key];
    if (!way) return;
    event.preventDefault();
    set(dragged(crop, event.shiftKey ? "se" : "", way[0], way[1]));
  };
  const percent = (share: number): string => `${100 * share}%`;
  return (
    <div class="crop-editor" data-setting="crop" ref={frame} onPointerDown={take} onPointerMove={drag} onPointerUp={() => setHold(null)} onPointerCancel={() => setHold(null)}>
      {pixels && <AdjustedPhoto pixels={pixels} />}
      <div
        class={numberOf("turn") !== 0 || hold ? "crop ruled" : "crop"}
        role="application"
        tabIndex={0}
        aria-label={say("cropHelp")}
        data-grip=""
        style={{ left: percent(crop.x), top: percent(crop.y), width: percent(crop.width), height: percent(crop.height) }}
        onKeyDown={press}
      >
        {grips.map((grip) => (
          <span key={grip} class={`grip ${grip}`} data-grip={grip} />
        ))}
      </div>
    </div>
  );
}
