import { useEffect, useRef, useState } from "preact/hooks";
import { Easel } from "../easel/easel";
import { listenToGestures } from "../easel/gestures";
import { lightAt } from "../easel/lighting";
import { PaintingScene } from "../easel/painting_scene";
import { PhotoScene, type PhotoSource } from "../easel/scene";
import type { Comparison } from "../easel/view";
import type { StrokeFrame } from "../server/frames";
import { fetchStrokes, previewAddress } from "../server/requests";
import type { Painting } from "../server/messages";
import { photographWishes } from "../state/adjusting";
import { wishesOf } from "../state/wishes";
import { arrival, cancelUpload, lamp, pointsAt, seesAt, shownPhotos, turnLamp, watch } from "../state/studio";
import { say } from "../texts/texts";
import { ComparisonChoice, Divider } from "./comparison";
import { LampBar } from "./lamp_bar";
import { Making } from "./making";
import { Pointing } from "./pointing";
import { Seeing } from "./seeing";
import { ToolChoice } from "./tool_choice";
import { ToolLayer } from "./tool_layer";
import { ZoomBar } from "./zoom_bar";

const still = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** The easel itself, once its canvas is there. */
export function useEasel(): { canvas: { current: HTMLCanvasElement | null }; easel: Easel | null; zoom: number | null } {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [easel, setEasel] = useState<Easel | null>(null);
  const [zoom, setZoom] = useState<number | null>(null);
  useEffect(() => {
    if (!canvas.current) return;
    const made = new Easel(canvas.current, { viewChanged: setZoom });
    setEasel(made);
    return () => made.dispose();
  }, []);
  return { canvas, easel, zoom };
}

/** The photograph as it was painted: what was done to it before, the server does again. */
function sourceOf(painting: Painting | null): PhotoSource {
  if (!painting) return { blob: arrival.value?.file ?? null, preview: null };
  const asked = photographWishes(wishesOf(painting.wishes));
  const changed = Object.keys(asked).length > 0;
  const preview = painting.photo ? previewAddress(painting.photo, asked) : null;
  return { blob: changed ? null : (shownPhotos.get(painting.photo) ?? null), preview };
}

/** A photograph that was just dropped is read when its first strokes are seen, or when they are late. */
const strokesLateMs = 1200;

interface Scenes {
  scene: PaintingScene | null;
  photo: PhotoScene | null;
}

/** What stands on the easel: the painting over its photograph. */
function usePaintingScene(easel: Easel | null, painting: Painting | null): Scenes & { strokes: number } {
  const [scenes, setScenes] = useState<Scenes>({ scene: null, photo: null });
  const [strokes, setStrokes] = useState(0);
  const id = painting?.id ?? null;
  const { blob, preview } = sourceOf(painting);
  const finished = painting?.state === "finished";
  const before = useRef<string | null>(null);

  useEffect(() => {
    if (!easel || (!blob && !preview && !painting)) return;
    const photo = new PhotoScene({ blob, preview }, () => {
      if (scene && scene.strokes === 0 && photo.canvas && !hasSize(painting)) scene.canvas = photo.canvas;
      easel.redraw();
    });
    const scene = painting && new PaintingScene({ id: painting.id, canvas: canvasOf(painting), under: pictureUnder(painting, before.current), still: still(), changed: easel.redraw });
    before.current = id;
    if (scene) scene.photo = photo;
    setScenes({ scene, photo });
    setStrokes(0);
    const timer = setTimeout(() => photo.load(), blob ? strokesLateMs : 0);
    const stop = painting && scene ? watch(painting.id, (frame) => (frame.kind === "tile" ? scene.addTile(frame) : keep(scene, photo, frame))) : null;
    return () => (clearTimeout(timer), stop?.());
  }, [easel, id, blob, preview]);

  const keep = (scene: PaintingScene, photo: PhotoScene, frame: StrokeFrame) => {
    scene.setStrokes(frame);
    setStrokes(frame.count);
    setTimeout(() => photo.load(), 200);
  };

  const { scene, photo } = scenes;
  // What is known of a painting that was begun before this page came.
  useEffect(() => {
    if (!scene || !photo || !id) return;
    if (finished) scene.finished = true;
    else scene.repaint();
    easel?.redraw();
    const stop = new AbortController();
    const take = (frame: StrokeFrame) => {
      if (stop.signal.aborted || (frame.count < scene.strokes && !finished)) return;
      keep(scene, photo, frame);
    };
    const ask = () => scene.strokes > 0 && !finished || fetchStrokes(id, stop.signal).then(take, () => {}); // There are none yet: frames bring them.
    const timer = setTimeout(ask, blob && !finished ? strokesLateMs : 0);
    return () => (clearTimeout(timer), stop.abort());
  }, [scene, id, finished]);
  return { scene, photo, strokes };
}

/**
 * The painting whose picture is seen until this one is finished.
 * @param before what stood on the easel.
 */
function pictureUnder({ from, state }: Painting, before: string | null): string | null {
  return from && (state !== "finished" || from.id === before) ? from.id : null;
}

const hasSize = (painting: Painting | null): boolean => (painting?.width_mm ?? 0) > 0 && (painting?.height_mm ?? 0) > 0;
const canvasOf = (painting: Painting) =>
  hasSize(painting) ? { width: painting.width_mm, height: painting.height_mm } : { width: 400, height: 300 };

function Uploading() {
  const taken = arrival.value;
  if (!taken) return null;
  return (
    <div class="uploading">
      <span>{say("uploading", { name: taken.name })}</span>
      <progress max={1} value={taken.share} aria-label={say("uploading", { name: taken.name })} />
      <button type="button" onClick={cancelUpload}>
        {say("cancel")}
      </button>
    </div>
  );
}

/** @param plain without anything to be worked with: a picture that paints itself. */
export function EaselPane({ painting, plain = false }: { painting: Painting | null; plain?: boolean }) {
  const { canvas, easel, zoom } = useEasel();
  const { scene, photo, strokes } = usePaintingScene(easel, painting);
  const [comparison, setComparison] = useState<Comparison>("alone");
  const [divider, setDivider] = useState(0.5);
  const light = plain ? null : lamp.value;
  const lit = useRef(false);
  lit.current = light !== null && painting?.state === "finished";

  useEffect(() => easel?.setScenes(scene ?? photo, scene && comparison !== "alone" ? photo : null), [easel, scene, photo, comparison]);
  useEffect(() => easel?.compare(scene ? comparison : "alone", divider), [easel, scene, comparison, divider]);
  useEffect(() => easel?.setLamp(lit.current ? light : null), [easel, light, lit.current]);
  useEffect(() => {
    if (!easel || plain) return;
    return listenToGestures(easel, () => ({ turnLamp: lit.current ? (x, y) => turnLamp(lightAt(x, y)) : null }));
  }, [easel, plain]);

  const points = pointsAt.value && !plain;
  const sees = seesAt.value && !plain && !!painting?.photo;
  const name = painting?.name ?? arrival.value?.name ?? "";
  return (
    <div class={plain ? "easel plain" : "easel"}>
      <div class="stage">
        <canvas
          ref={canvas}
          id={plain ? undefined : "easel"}
          tabIndex={plain ? undefined : 0}
          role="img"
          aria-label={plain ? name : say("easel", { name })}
          class={lit.current ? "lamp-lit" : ""}
          data-strokes={strokes}
        />
        {scene && comparison === "divider" && <Divider share={divider} onShare={setDivider} label={say("dividerHandle")} />}
        {points && easel && painting && <Pointing easel={easel} painting={painting} key={painting.id} />}
        {!plain && easel && painting && <ToolLayer easel={easel} painting={painting} photo={photo} />}
        {sees && easel && painting && <Seeing easel={easel} painting={painting} key={painting.id} />}
        <Uploading />
      </div>
      {!plain && easel && (
        <div class="tools">
          <Making scene={scene} strokes={strokes} busy={painting?.state !== "finished"} />
          <div class="tool-row">
            <ComparisonChoice chosen={comparison} onChoose={setComparison} />
            <span class="lamp-and-point">
              <LampBar finished={painting?.state === "finished"} failed={scene?.lampFailed ?? false} />
              <button type="button" aria-pressed={points} disabled={!painting || strokes === 0} onClick={() => ((pointsAt.value = !points), (seesAt.value = false))}>
                {say("point")}
              </button>
              <ToolChoice painting={painting} />
              <button type="button" class="see" aria-pressed={sees} disabled={!painting?.photo} onClick={() => ((seesAt.value = !sees), (pointsAt.value = false))}>
                {say("seen")}
              </button>
            </span>
            <ZoomBar easel={easel} zoom={zoom} />
          </div>
        </div>
      )}
    </div>
  );
}
