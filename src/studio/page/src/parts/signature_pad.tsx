import { useEffect, useRef, useState } from "preact/hooks";
import type { Painting } from "../server/messages";
import { tool } from "../state/directing";
import { padHeight, padWidth, smoothPath, type PenLine, type PenPoint } from "../state/pen";
import { corners, signatureIn, type Corner } from "../state/signature_wish";
import { lastDrawn, sign } from "../state/signing";
import { wishes } from "../state/studio";
import { figure, say } from "../texts/texts";
import { IconButton } from "./icons";

const cornerNames = { "bottom right": "bottomRight", "bottom left": "bottomLeft", "top right": "topRight", "top left": "topLeft" } as const;
/** Of the canvas's long side: what is usual, and between what one chooses. */
const usualHeight = 1 / 40;
const leastHeight = 1 / 100;
const mostHeight = 1 / 8;

interface Lines {
  lines: readonly PenLine[];
  setLines: (lines: readonly PenLine[]) => void;
}

function Pad({ lines, setLines }: Lines) {
  const [line, setLine] = useState<PenLine | null>(null);
  const at = (event: PointerEvent & { currentTarget: Element }): PenPoint => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: ((event.clientX - box.left) / box.width) * padWidth, y: ((event.clientY - box.top) / box.height) * padHeight };
  };
  const end = () => {
    if (line) setLines([...lines, line]);
    setLine(null);
  };
  return (
    <svg
      class="pad"
      viewBox={`0 0 ${padWidth} ${padHeight}`}
      role="img"
      aria-label={say("signPad")}
      data-lines={lines.length}
      onPointerDown={(event) => (event.currentTarget.setPointerCapture(event.pointerId), setLine([at(event)]))}
      onPointerMove={(event) => line && setLine([...line, at(event)])}
      onPointerUp={end}
      onPointerCancel={end}
    >
      <line x1={20} x2={padWidth - 20} y1={padHeight * 0.75} y2={padHeight * 0.75} />
      {[...lines, ...(line ? [line] : [])].map((each, i) => (
        <path key={i} d={smoothPath(each)} />
      ))}
    </svg>
  );
}

/** Signs the painting: drawn with the mouse or a finger, or typed. */
export function SignaturePad({ painting }: { painting: Painting }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const asked = signatureIn(wishes.value);
  const [types, setTypes] = useState(asked.text !== undefined);
  const [lines, setLines] = useState<readonly PenLine[]>(lastDrawn);
  const [name, setName] = useState(asked.text ?? "");
  const [corner, setCorner] = useState<Corner>(asked.corner);
  const [height, setHeight] = useState(asked.height);
  useEffect(() => dialog.current?.showModal(), []);
  const close = () => dialog.current?.close();
  const longSide = Math.max(painting.width_mm, painting.height_mm) || 400;
  const ready = types ? name.trim() !== "" : lines.length > 0;
  const isSigned = asked.file !== undefined || asked.text !== undefined;
  const put = (by: Parameters<typeof sign>[0]) => (close(), void sign(by, { corner, height }));
  const keys = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (types || event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    setLines(lines.slice(0, -1));
  };
  return (
    <dialog ref={dialog} class="signing" aria-labelledby="sign-title" onClose={() => (tool.value = null)} onKeyDown={keys}>
      <form method="dialog" onSubmit={(event) => (event.preventDefault(), ready && put(types ? { name: name.trim() } : { lines }))}>
        <div class="field-head">
          <h2 id="sign-title">{say("toolSign")}</h2>
          <span class="stretch" />
          <IconButton icon="close" label={say("close")} onClick={close} />
        </div>
        <span class="segments" role="group" aria-label={say("toolSign")}>
          <button type="button" aria-pressed={!types} onClick={() => setTypes(false)}>
            {say("signDraw")}
          </button>
          <button type="button" aria-pressed={types} onClick={() => setTypes(true)}>
            {say("signType")}
          </button>
        </span>
        {types ? (
          <label class="typed">
            <span>{say("signName")}</span>
            <input type="text" maxLength={40} pattern="[A-Za-z0-9 .\-]+" title={say("signLetters")} value={name} onInput={(event) => setName(event.currentTarget.value)} />
            <span class="pale small">{say("signLetters")}</span>
          </label>
        ) : (
          <>
            <Pad lines={lines} setLines={setLines} />
            <span class="buttons">
              <button type="button" disabled={lines.length === 0} onClick={() => setLines(lines.slice(0, -1))}>
                {say("undo")}
              </button>
              <button type="button" disabled={lines.length === 0} onClick={() => setLines([])}>
                {say("clear")}
              </button>
            </span>
          </>
        )}
        <div class="pair">
          <label>
            <span>{say("signCorner")}</span>
            <select value={corner} onChange={(event) => setCorner(event.currentTarget.value as Corner)}>
              {corners.map((each) => (
                <option key={each} value={each}>
                  {say(cornerNames[each])}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span>{say("signHeight", { n: figure(height ?? Math.round(longSide * usualHeight)) })}</span>
            <input
              type="range"
              min={Math.max(1, Math.round(longSide * leastHeight))}
              max={Math.round(longSide * mostHeight)}
              value={height ?? Math.round(longSide * usualHeight)}
              onInput={(event) => setHeight(event.currentTarget.valueAsNumber)}
            />
          </label>
        </div>
        <span class="buttons">
          {isSigned && (
            <button type="button" onClick={() => put({})}>
              {say("signOut")}
            </button>
          )}
          <button type="submit" class="primary" disabled={!ready}>
            {say("signNow")}
          </button>
        </span>
      </form>
    </dialog>
  );
}
