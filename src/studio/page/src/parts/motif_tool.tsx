import { useRef, useState } from "preact/hooks";
import type { Easel } from "../easel/easel";
import type { Rect } from "../easel/view";
import { tool } from "../state/directing";
import { motifOf } from "../state/motif_wish";
import { addMotif, addressOf, changeMotif, chosenMotif, takeOutMotif } from "../state/motifs";
import { onPainting, type Box } from "../state/pointing";
import { wishes } from "../state/studio";
import { textsOf } from "../state/wishes";
import { say } from "../texts/texts";
import { keyWays, styleOf, ToolPane } from "./tool_pane";

const keyStep = 0.01;

const movedBy = (box: Box, dx: number, dy: number, sized: boolean): Box =>
  onPainting(sized ? { ...box, width: box.width + dx, height: box.height + dy } : { ...box, x: box.x + dx, y: box.y + dy });

/** One of them, dragged to its place, and sized by its corner. */
function Hung({ text, pane }: { text: string; pane: Rect }) {
  const motif = motifOf(text);
  const began = useRef<{ x: number; y: number; sized: boolean } | null>(null);
  const [box, setBox] = useState<Box | null>(null);
  if (!motif) return null;
  const chosen = chosenMotif.value === text;
  const down = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    began.current = { x: event.clientX, y: event.clientY, sized: (event.target as Element).classList.contains("corner-handle") };
    chosenMotif.value = text;
  };
  const move = (event: PointerEvent) => {
    const from = began.current;
    if (from) setBox(movedBy(motif.box, (event.clientX - from.x) / pane.width, (event.clientY - from.y) / pane.height, from.sized));
  };
  const up = () => {
    began.current = null;
    if (box) changeMotif(text, { box }, motif);
    setBox(null);
  };
  const press = (event: KeyboardEvent) => {
    const way = keyWays[event.key];
    if (event.key === "Delete" || event.key === "Backspace") takeOutMotif(text);
    else if (way) changeMotif(text, { box: movedBy(motif.box, way[0] * keyStep, way[1] * keyStep, event.shiftKey) }, motif);
    else return;
    event.preventDefault();
  };
  return (
    <div
      class={chosen ? "hung chosen" : "hung"}
      role="group"
      tabIndex={0}
      aria-label={say("motifPlace")}
      data-motif={text}
      style={styleOf(pane, box ?? motif.box)}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={up}
      onFocus={() => (chosenMotif.value = text)}
      onKeyDown={press}
    >
      <img src={addressOf(motif.upload)} alt="" draggable={false} style={{ opacity: 1 - 0.7 * motif.veil }} />
      <span class="corner-handle" />
    </div>
  );
}

function MotifBar({ ratio }: { ratio: number }) {
  const text = chosenMotif.value;
  const motif = text === null || !textsOf(wishes.value, "motif").includes(text) ? null : motifOf(text);
  return (
    <div class="deeds" role="group" aria-label={say("toolMotif")}>
      <label class="button choose">
        <input
          type="file"
          accept="image/*,.svg"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = "";
            if (file) void addMotif(file, ratio);
          }}
        />
        {say("motifAdd")}
      </label>
      {motif && text !== null && (
        <>
          <label class="angle">
            <span>{say("motifVeil")}</span>
            <input type="range" min={0} max={1} step={0.05} value={motif.veil} onInput={(event) => changeMotif(text, { veil: event.currentTarget.valueAsNumber }, motif)} />
          </label>
          <button type="button" onClick={() => takeOutMotif(text)}>
            {say("motifOut")}
          </button>
        </>
      )}
      <button type="button" class="primary" onClick={() => (tool.value = null)}>
        {say("done")}
      </button>
    </div>
  );
}

/** Pictures that are painted into the background are dragged to their places. */
export function MotifTool({ easel }: { easel: Easel }) {
  const size = easel.boxOf({ x: 0, y: 0, width: 1, height: 1 });
  const texts = textsOf(wishes.value, "motif");
  return (
    <>
      <ToolPane easel={easel} label={say("motifHelp")} class="hanging" count={texts.length}>
        {(box) => texts.map((text, i) => <Hung text={text} pane={box} key={i} />)}
      </ToolPane>
      <MotifBar ratio={size ? size.width / size.height : 1} />
    </>
  );
}
