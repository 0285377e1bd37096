import { useEffect, useRef, useState } from "preact/hooks";
import type { Easel } from "../easel/easel";
import type { PhotoScene } from "../easel/scene";
import type { Painting } from "../server/messages";
import { addStroke, brushStrokes, clearStrokes, tool, wishPaintedMap } from "../state/directing";
import { FocusMap, sizeOfMap, type Place, type Touch } from "../state/focus_map";
import { current } from "../state/studio";
import { say } from "../texts/texts";

const touches: readonly Touch[] = ["finer", "calmer", "erase"];
const labels = { finer: "brushFiner", calmer: "brushCalmer", erase: "brushErase" } as const;
const colours = { finer: [255, 128, 64], calmer: [72, 150, 255] } as const;
const opacity = 0.55;
const smallest = 0.01;
const largest = 0.4;
const growth = 1.2;
const keyStep = 0.5; // Of the radius.
/** A map of another shape than the photograph's would be refused. */
const shapeTolerance = 0.02;

const ways: Record<string, readonly [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const clamped = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

interface Shape {
  width: number;
  height: number;
}

const differs = (a: Shape, b: Shape): boolean => Math.abs(a.width / a.height / (b.width / b.height) - 1) > shapeTolerance;

/** The map, and the canvas that shows it. */
function useMap(id: string, shape: Shape) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [map] = useState(() => new FocusMap(sizeOfMap(shape).width, sizeOfMap(shape).height));
  const laid = useRef<readonly unknown[]>([]);
  const waiting = useRef(0);
  const draw = () => {
    waiting.current = 0;
    const context = canvas.current?.getContext("2d");
    if (!context) return;
    const pixels = context.createImageData(map.width, map.height);
    map.draw(pixels.data, colours, opacity);
    context.putImageData(pixels, 0, 0);
  };
  const redraw = () => void (waiting.current ||= requestAnimationFrame(draw));
  const strokes = brushStrokes(id);
  useEffect(() => {
    if (laid.current !== strokes) {
      map.clear();
      for (const stroke of strokes) map.lay(stroke);
    }
    laid.current = strokes;
    redraw();
  }, [strokes]);
  useEffect(() => () => cancelAnimationFrame(waiting.current), []);
  /** The stroke that was laid by hand lies on the map as it is. */
  const keep = (add: () => void) => {
    map.end();
    add();
    laid.current = brushStrokes(id);
  };
  return { canvas, map, redraw, strokes, keep };
}

interface BrushChoice {
  touch: Touch;
  radius: number;
  setTouch: (touch: Touch) => void;
  setRadius: (radius: number) => void;
  clear: () => void;
  done: () => void;
  empty: boolean;
}

function BrushBar({ touch, radius, setTouch, setRadius, clear, done, empty }: BrushChoice) {
  return (
    <div class="deeds" role="group" aria-label={say("toolFocus")}>
      <span class="segments" role="group" aria-label={say("brush")}>
        {touches.map((each) => (
          <button type="button" key={each} aria-pressed={touch === each} onClick={() => setTouch(each)}>
            {each !== "erase" && <i class={`swatch ${each}`} />}
            {say(labels[each])}
          </button>
        ))}
      </span>
      <label class="angle">
        <span>{say("brushSize")}</span>
        <input
          type="range"
          min={Math.log(smallest)}
          max={Math.log(largest)}
          step="any"
          value={Math.log(radius)}
          aria-valuetext={`${Math.round(radius * 200)} %`}
          onInput={(event) => setRadius(Math.exp(event.currentTarget.valueAsNumber))}
        />
      </label>
      <button type="button" disabled={empty} onClick={clear}>
        {say("clear")}
      </button>
      <button type="button" class="primary" onClick={done}>
        {say("done")}
      </button>
    </div>
  );
}

export interface BrushPlace {
  easel: Easel;
  painting: Painting;
  photo: PhotoScene | null;
}

/** A soft brush, with which one paints over the picture what is to be finer, and what calmer. */
export function FocusBrush({ easel, painting, photo }: BrushPlace) {
  const canvas = painting.width_mm > 0 ? { width: painting.width_mm, height: painting.height_mm } : null;
  const shape = photo?.canvas ?? canvas;
  if (!shape) return null;
  if (canvas && differs(canvas, shape)) return <OtherShape />;
  return <BrushPane easel={easel} id={painting.id} shape={shape} key={painting.id} />;
}

function OtherShape() {
  return (
    <div class="deeds">
      <p>{say("brushOtherShape")}</p>
      <button type="button" class="primary" onClick={() => (tool.value = null)}>
        {say("done")}
      </button>
    </div>
  );
}

function BrushPane({ easel, id, shape }: { easel: Easel; id: string; shape: Shape }) {
  const pane = useRef<HTMLDivElement>(null);
  const { canvas, map, redraw, strokes, keep } = useMap(id, shape);
  const begun = useRef(strokes);
  const newest = useRef(strokes);
  newest.current = strokes;
  const [touch, setTouch] = useState<Touch>("finer");
  const [radius, setRadius] = useState(0.08);
  const [at, setAt] = useState<Place>({ x: 0.5, y: 0.5 });
  const places = useRef<Place[] | null>(null);
  const size = (factor: number) => setRadius(clamped(radius * factor, smallest, largest));
  const done = () => void (tool.value = null);

  useEffect(() => {
    pane.current?.focus();
    return () => void (current.value?.id === id && newest.current !== begun.current && wishPaintedMap(id, map));
  }, []);

  const begin = (place: Place) => {
    places.current = [place];
    map.begin(touch, radius, place);
    redraw();
  };
  const extend = (place: Place) => {
    places.current?.push(place);
    map.extend(place);
    redraw();
  };
  const end = () => {
    const laid = places.current;
    if (!laid) return;
    places.current = null;
    keep(() => addStroke(id, { touch, radius, places: laid }));
  };

  const placeOf = (event: MouseEvent): Place | null => {
    const edge = pane.current?.getBoundingClientRect();
    const on = edge && easel.placeAt(event.clientX - edge.left, event.clientY - edge.top);
    return on ? { x: (on.x + 1) / 2, y: (on.y + 1) / 2 } : null;
  };
  const move = (event: PointerEvent) => {
    const parts = places.current ? event.getCoalescedEvents() : [];
    for (const part of parts.length > 0 ? parts : [event]) {
      const place = placeOf(part);
      if (place && places.current) extend(place);
    }
    const place = placeOf(event);
    if (place) setAt(place);
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const way = ways[event.key];
    if (way) {
      const step = radius * keyStep;
      const to = { x: clamped(at.x + way[0] * step, 0, 1), y: clamped(at.y + (way[1] * step * shape.width) / shape.height, 0, 1) };
      setAt(to);
      if (places.current) extend(to);
    } else if (event.key === " ") {
      if (!event.repeat) begin(at);
    } else if (event.key === "[") size(1 / growth);
    else if (event.key === "]") size(growth);
    else if (event.key === "Escape") done();
    else return;
    event.preventDefault();
  };

  const box = easel.boxOf({ x: 0, y: 0, width: 1, height: 1 });
  const reach = box ? radius * box.width : 0;
  return (
    <>
      <div
        ref={pane}
        class="pointing brushing"
        role="application"
        tabIndex={0}
        aria-label={say("brushHelp")}
        data-strokes={strokes.length}
        onPointerDown={(event) => {
          const place = event.button === 0 && placeOf(event);
          if (!place) return;
          pane.current?.setPointerCapture(event.pointerId);
          setAt(place);
          begin(place);
        }}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
        onWheel={(event) => (event.preventDefault(), size(Math.exp(-event.deltaY * 0.002)))}
        onKeyDown={press}
        onKeyUp={(event) => event.key === " " && end()}
        onBlur={end}
      >
        <canvas
          ref={canvas}
          class="map"
          width={map.width}
          height={map.height}
          style={box ? { left: `${box.x}px`, top: `${box.y}px`, width: `${box.width}px`, height: `${box.height}px` } : { display: "none" }}
        />
        {box && (
          <span
            class={`brush-ring ${touch}`}
            style={{ left: `${box.x + at.x * box.width - reach}px`, top: `${box.y + at.y * box.height - reach}px`, width: `${2 * reach}px`, height: `${2 * reach}px` }}
          />
        )}
      </div>
      <BrushBar
        touch={touch}
        radius={radius}
        setTouch={setTouch}
        setRadius={setRadius}
        clear={() => clearStrokes(id)}
        done={done}
        empty={strokes.length === 0}
      />
    </>
  );
}
