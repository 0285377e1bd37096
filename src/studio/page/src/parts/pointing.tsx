import { useEffect, useRef, useState } from "preact/hooks";
import type { Easel } from "../easel/easel";
import { boxBetween, onPainting, wordsOf, type Box } from "../state/pointing";
import { pointsAt, tendTo, workOver } from "../state/studio";
import type { Painting } from "../server/messages";
import { say } from "../texts/texts";
import { IconButton } from "./icons";

const step = 0.02;
const middle: Box = { x: 0.35, y: 0.35, width: 0.3, height: 0.3 };
const moves: Record<string, readonly [number, number]> = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
const more = 80;
const manyMore = 240;

/** Where a press of a key takes the box; with shift, its size. */
function movedBy(key: string, sized: boolean, box: Box): Box | null {
  const way = moves[key];
  if (!way) return null;
  const [dx, dy] = way;
  return onPainting(sized ? { ...box, width: box.width + dx, height: box.height + dy } : { ...box, x: box.x + dx, y: box.y + dy });
}

/** What can be done where somebody points. */
function Deeds({ painting, box, done }: { painting: Painting; box: Box; done: () => void }) {
  const finished = painting.state === "finished";
  const at = wordsOf(box);
  const work = (strokes: number) => (done(), void workOver(painting, at, strokes));
  const tend = (weight: number) => (done(), tendTo(`${at}:${weight}`));
  return (
    <div class="deeds" role="group" aria-label={say("point")}>
      <button type="button" class="primary" disabled={!finished} onClick={() => work(more)}>
        {say("mendHere")}
      </button>
      <button type="button" disabled={!finished} onClick={() => work(manyMore)}>
        {say("moreHere")}
      </button>
      <button type="button" onClick={() => tend(3)}>
        {say("finerHere")}
      </button>
      <button type="button" onClick={() => tend(0.3)}>
        {say("calmerHere")}
      </button>
      <IconButton icon="close" label={say("close")} onClick={done} />
    </div>
  );
}

/** Lies over the easel: a rectangle is drawn on the painting, by pointer or by keys, and something is done there. */
export function Pointing({ easel, painting }: { easel: Easel; painting: Painting }) {
  const pane = useRef<HTMLDivElement>(null);
  const [from, setFrom] = useState<{ x: number; y: number } | null>(null);
  const [box, setBox] = useState<Box>(middle);
  useEffect(() => pane.current?.focus(), []);
  const done = () => void (pointsAt.value = false);
  const share = (event: PointerEvent) => {
    const edge = pane.current?.getBoundingClientRect();
    const at = edge && easel.placeAt(event.clientX - edge.left, event.clientY - edge.top);
    return at && { x: (at.x + 1) / 2, y: (at.y + 1) / 2 };
  };
  const shown = easel.boxOf(box);
  return (
    <>
      <div
        ref={pane}
        class="pointing"
        role="application"
        tabIndex={0}
        aria-label={say("pointHelp")}
        onPointerDown={(event) => {
          pane.current?.setPointerCapture(event.pointerId);
          setFrom(share(event) ?? null);
        }}
        onPointerMove={(event) => {
          const to = from && share(event);
          if (from && to) setBox(boxBetween(from, to));
        }}
        onPointerUp={() => setFrom(null)}
        onPointerCancel={() => setFrom(null)}
        onKeyDown={(event) => {
          if (event.key === "Escape") return done();
          const moved = movedBy(event.key, event.shiftKey, box);
          if (!moved) return;
          event.preventDefault();
          setBox(moved);
        }}
      >
        {shown && <span class="box" style={{ left: `${shown.x}px`, top: `${shown.y}px`, width: `${shown.width}px`, height: `${shown.height}px` }} />}
      </div>
      {!from && <Deeds painting={painting} box={box} done={done} />}
    </>
  );
}
