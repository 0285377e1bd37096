import { useEffect, useRef, useState } from "preact/hooks";
import type { Easel } from "../easel/easel";
import type { Painting, Sights } from "../server/messages";
import { fetchSights, Refusal } from "../server/requests";
import { boxBetween, wordsOf, type Box } from "../state/pointing";
import { asSeen, dragged, gripAt, handlesOf, sightKinds, takenOut, withAdded, withBox, type Grip, type Handle, type SightKind } from "../state/sights";
import { seesAt, tendTo, wish, wishAll, wishes } from "../state/studio";
import { listOf } from "../state/wishes";
import { say } from "../texts/texts";
import { IconButton } from "./icons";

const step = 0.01;
const reach = 14; // CSS pixels from a side, within which it is dragged alone.
const smallest = 0.02;
const moves: Record<string, readonly [number, number]> = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };

const see = (): string | undefined => wishes.value["see"];
/** What is dragged is one step, however often it is said; */
const saySee = (text: string | null): void => wish("see", text, say("seen"));
/** what is added or taken out is one by itself. */
const saySeeOnce = (text: string | null): void => wishAll({ see: text }, say("seen"));

const nameOf = ({ name, kind }: Handle): string =>
  name.startsWith(kind) ? name.replace(kind, say(kind as SightKind)) : name;
const wordsFor = (handle: Handle): string => say("sightIs", { name: nameOf(handle), n: Math.round(100 * handle.certainty) });

/** What the painter sees in the photograph, looked for once. */
function useSights(photo: string): Sights | string | null {
  const [sights, setSights] = useState<Sights | string | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const asked = listOf(wishes.value).filter(({ setting }) => setting !== "see");
    const refuse = (problem: unknown) => !stop.signal.aborted && setSights(problem instanceof Refusal ? problem.message : say("unreachable"));
    fetchSights(photo, asked, stop.signal).then(setSights, refuse);
    return () => stop.abort();
  }, [photo]);
  return sights;
}

const cursors = ["nwse-resize", "ns-resize", "nesw-resize", "ew-resize", "move", "ew-resize", "nesw-resize", "ns-resize", "nwse-resize"];
const cursorOf = ({ x, y }: Grip): string => cursors[3 * (y + 1) + x + 1] ?? "move";

interface HandleChoice {
  handle: Handle;
  at: Box;
  chosen: boolean;
  choose: () => void;
  shareOf: (pixels: { x: number; y: number }) => { x: number; y: number };
}

/** One box: dragged by its middle it moves, by its sides it is sized; the keys do the same. */
function SightBox({ handle, at, chosen, choose, shareOf }: HandleChoice) {
  const drag = useRef<{ grip: Grip; x: number; y: number; box: Box } | null>(null);
  const inside = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    const edge = event.currentTarget.getBoundingClientRect();
    return gripAt({ x: event.clientX - edge.left, y: event.clientY - edge.top }, edge, reach);
  };
  const put = (box: Box) => saySee(withBox(see(), handle, box));
  return (
    <button
      type="button"
      class={`sight${chosen ? " chosen" : ""}${handle.off ? " off" : ""}`}
      style={{ left: `${at.x}px`, top: `${at.y}px`, width: `${at.width}px`, height: `${at.height}px` }}
      data-sight={handle.key}
      aria-pressed={chosen}
      aria-label={wordsFor(handle)}
      aria-describedby="sights-help"
      onFocus={choose}
      onPointerDown={(event) => {
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        choose();
        if (!handle.off) drag.current = { grip: inside(event), x: event.clientX, y: event.clientY, box: handle.box };
      }}
      onPointerMove={(event) => {
        const held = drag.current;
        if (!held) return void (event.currentTarget.style.cursor = handle.off ? "pointer" : cursorOf(inside(event)));
        const by = shareOf({ x: event.clientX - held.x, y: event.clientY - held.y });
        if (by.x !== 0 || by.y !== 0) put(dragged(held.box, held.grip, by.x, by.y));
      }}
      onPointerUp={() => void (drag.current = null)}
      onPointerCancel={() => void (drag.current = null)}
      onKeyDown={(event) => {
        const way = moves[event.key];
        if (event.key === "Delete" || event.key === "Backspace") return saySeeOnce(takenOut(see(), handle));
        if (!way || handle.off) return;
        event.preventDefault();
        put(dragged(handle.box, event.shiftKey ? { x: 1, y: 1 } : { x: 0, y: 0 }, ...way));
      }}
    >
      <span aria-hidden="true">{nameOf(handle)}</span>
    </button>
  );
}

function Deeds({ handle, kind, setKind, done }: { handle: Handle | null; kind: SightKind; setKind: (kind: SightKind) => void; done: () => void }) {
  const place = handle && (handle.line === null && handle.box ? handle.key : wordsOf(handle.box));
  const isCorrected = handle !== null && asSeen(see(), handle) !== (see() ?? null);
  return (
    <div class="deeds" role="group" aria-label={say("seen")}>
      {handle ? (
        <>
          <span class="deeds-name">{wordsFor(handle)}</span>
          {!handle.off && place && (
            <>
              <button type="button" onClick={() => tendTo(`${place}:4`)}>
                {say("mattersMore")}
              </button>
              <button type="button" onClick={() => tendTo(`${place}:0.5`)}>
                {say("mattersLess")}
              </button>
            </>
          )}
          {!handle.off && (
            <button type="button" class="take-out" onClick={() => saySeeOnce(takenOut(see(), handle))}>
              {say("notThere")}
            </button>
          )}
          {isCorrected && handle.line === null && (
            <button type="button" onClick={() => saySeeOnce(asSeen(see(), handle))}>
              {say("asSeen")}
            </button>
          )}
        </>
      ) : (
        <label class="deeds-name overlooked">
          {say("overlooked")}
          <select value={kind} onChange={(event) => setKind(event.currentTarget.value as SightKind)}>
            {sightKinds.map((each) => (
              <option key={each} value={each}>
                {say(each)}
              </option>
            ))}
          </select>
        </label>
      )}
      <IconButton icon="close" label={say("close")} onClick={done} />
    </div>
  );
}

function Told({ text, done }: { text: string; done: () => void }) {
  return (
    <div class="deeds" role="status">
      <span class="deeds-name">{text}</span>
      <IconButton icon="close" label={say("close")} onClick={done} />
    </div>
  );
}

/** Lies over the easel: what was seen in the photograph, to be moved, sized, taken out and added to. */
export function Seeing({ easel, painting }: { easel: Easel; painting: Painting }) {
  const pane = useRef<HTMLDivElement>(null);
  const sights = useSights(painting.photo);
  const [chosen, setChosen] = useState<string | null>(null);
  const [kind, setKind] = useState<SightKind>("face");
  const [drawn, setDrawn] = useState<{ from: { x: number; y: number }; box: Box } | null>(null);
  useEffect(() => pane.current?.focus(), []);
  const done = () => void (seesAt.value = false);
  const whole = easel.boxOf({ x: 0, y: 0, width: 1, height: 1 });
  const shareOf = (pixels: { x: number; y: number }) =>
    whole ? { x: pixels.x / whole.width, y: pixels.y / whole.height } : { x: 0, y: 0 };
  const place = (event: PointerEvent) => {
    const edge = pane.current?.getBoundingClientRect();
    return whole && edge ? shareOf({ x: event.clientX - edge.left - whole.x, y: event.clientY - edge.top - whole.y }) : null;
  };

  if (sights === null) return <Told text={say("looksNow")} done={done} />;
  if (typeof sights === "string") return <Told text={sights} done={done} />;
  if (sights.composed) return <Told text={say("composedSights")} done={done} />;
  const handles = handlesOf(sights.sights, see());
  const handle = handles.find(({ key }) => key === chosen) ?? null;
  const add = () => {
    if (drawn && drawn.box.width > smallest && drawn.box.height > smallest) {
      saySeeOnce(withAdded(see(), kind, drawn.box));
      setChosen(`+${(see() ?? "").split("\n").length - 1}`);
    }
    setDrawn(null);
  };
  const outline = drawn && easel.boxOf(drawn.box);
  return (
    <>
      <p id="sights-help" class="hidden">
        {say("sightHelp")}
      </p>
      <div
        ref={pane}
        class="pointing sights"
        tabIndex={-1}
        role="group"
        aria-label={say("seen")}
        onPointerDown={(event) => {
          const from = place(event);
          if (!from || event.target !== pane.current) return;
          pane.current?.setPointerCapture(event.pointerId);
          setChosen(null);
          setDrawn({ from, box: boxBetween(from, from) });
        }}
        onPointerMove={(event) => {
          const to = drawn && place(event);
          if (drawn && to) setDrawn({ from: drawn.from, box: boxBetween(drawn.from, to) });
        }}
        onPointerUp={add}
        onPointerCancel={() => setDrawn(null)}
        onKeyDown={(event) => event.key === "Escape" && done()}
      >
        {handles.map((each) => {
          const at = easel.boxOf(each.box);
          return at && <SightBox key={each.key} handle={each} at={at} chosen={each.key === chosen} choose={() => setChosen(each.key)} shareOf={shareOf} />;
        })}
        {outline && <span class="sight drawn" style={{ left: `${outline.x}px`, top: `${outline.y}px`, width: `${outline.width}px`, height: `${outline.height}px` }} />}
      </div>
      {!drawn && <Deeds handle={handle} kind={kind} setKind={setKind} done={done} />}
    </>
  );
}
