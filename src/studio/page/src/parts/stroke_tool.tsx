import { useEffect, useState } from "preact/hooks";
import type { Easel } from "../easel/easel";
import { fetchPasses, type Pass } from "../server/edits";
import type { StrokeFrame } from "../server/frames";
import type { Painting } from "../server/messages";
import { fetchStrokes } from "../server/requests";
import { tool } from "../state/directing";
import { editsOf, outlineOf, passesFor, passOf, strokesAt, withFate, type Picked } from "../state/picking";
import { attempt, changeStrokes } from "../state/studio";
import { figure, say } from "../texts/texts";
import { styleOf, ToolPane, type Place } from "./tool_pane";

/** The strokes of a finished painting and its passes, once they are there. */
function useStrokes(id: string): { frame: StrokeFrame; passes: Pass[] } | null {
  const [known, setKnown] = useState<{ frame: StrokeFrame; passes: Pass[] } | null>(null);
  useEffect(() => {
    void attempt(async () => {
      const [frame, passes] = await Promise.all([fetchStrokes(id), fetchPasses(id)]);
      setKnown({ frame, passes });
    });
  }, [id]);
  return known;
}

interface FateChoice {
  stroke: number | null;
  frame: StrokeFrame;
  passes: Pass[];
  beneath: number;
  picked: Picked;
  setFate: (fate: string | null | undefined) => void;
  goBeneath: () => void;
  apply: () => void;
}

function FateBar({ stroke, frame, passes, beneath, picked, setFate, goBeneath, apply }: FateChoice) {
  const fate = stroke === null ? undefined : picked.get(stroke);
  const pass = stroke === null ? null : passOf(passes, stroke);
  return (
    <div class="deeds" role="group" aria-label={say("toolStrokes")}>
      <p role="status">
        {stroke === null ? say("pickOne") : say("pickedStroke", { n: figure(stroke + 1), all: figure(frame.count), pass: pass?.name ?? "" })}
      </p>
      {stroke !== null && (
        <>
          <button type="button" disabled={beneath === 0} onClick={goBeneath}>
            {say("pickBeneath", { n: beneath })}
          </button>
          <button type="button" aria-pressed={fate === null} onClick={() => setFate(fate === null ? undefined : null)}>
            {say("pickOut")}
          </button>
          <select
            aria-label={say("pickPass")}
            value={typeof fate === "string" ? fate : ""}
            onChange={(event) => setFate(event.currentTarget.value === "" ? undefined : event.currentTarget.value)}
          >
            <option value="">{say("pickPass")}</option>
            {passesFor(passes, stroke).map(({ name }) => (
              <option key={name} value={name} lang="en">
                {name}
              </option>
            ))}
          </select>
        </>
      )}
      <button type="button" class="primary" disabled={picked.size === 0} onClick={apply}>
        {say("pickApply", { n: picked.size })}
      </button>
      <button type="button" onClick={() => (tool.value = null)}>
        {say("close")}
      </button>
    </div>
  );
}

/** Picks single strokes: they are taken out, or laid with another pass, in a new painting. */
export function StrokeTool({ easel, painting }: { easel: Easel; painting: Painting }) {
  const known = useStrokes(painting.id);
  const [under, setUnder] = useState<readonly number[]>([]);
  const [depth, setDepth] = useState(0);
  const [picked, setPicked] = useState<Picked>(new Map());
  if (!known) return null;
  const { frame, passes } = known;
  const stroke = under[depth] ?? null;
  const choose = (found: readonly number[]) => (setUnder(found), setDepth(0));
  const pick = ({ x, y }: Place) => choose(strokesAt(frame, { x: x * frame.width, y: y * frame.height }));
  const setFate = (fate: string | null | undefined) => stroke !== null && setPicked(withFate(picked, stroke, fate));
  const apply = () => ((tool.value = null), void changeStrokes(painting, editsOf(picked)));
  const inOrder = (step: number) => choose([Math.min(frame.count - 1, Math.max(0, (stroke ?? frame.count) + step))]);
  const sink = (step: number) => setDepth(Math.min(Math.max(0, under.length - 1), Math.max(0, depth + step)));
  const keys: Record<string, () => void> = {
    ArrowDown: () => sink(1),
    "[": () => sink(1),
    ArrowUp: () => sink(-1),
    "]": () => sink(-1),
    ArrowLeft: () => inOrder(-1),
    ArrowRight: () => inOrder(1),
    Delete: () => setFate(stroke !== null && picked.get(stroke) === null ? undefined : null),
    Backspace: () => setFate(null),
    Enter: () => picked.size > 0 && apply(),
  };
  const press = (event: KeyboardEvent): boolean => {
    const work = keys[event.key];
    work?.();
    return work !== undefined;
  };
  return (
    <>
      <ToolPane easel={easel} label={say("pickHelp")} onDown={pick} onKey={press} class="picking" count={picked.size}>
        {(box) => (
          <svg class="outlines" viewBox={`0 0 ${frame.width} ${frame.height}`} preserveAspectRatio="none" style={styleOf(box, { x: 0, y: 0, width: 1, height: 1 })}>
            {[...picked].map(([each, pass]) => (
              <path key={each} class={pass === null ? "out" : "moved"} d={outlineOf(frame, each)} />
            ))}
            {stroke !== null && <path class="chosen" data-stroke={stroke} d={outlineOf(frame, stroke)} />}
          </svg>
        )}
      </ToolPane>
      <FateBar
        stroke={stroke}
        frame={frame}
        passes={passes}
        beneath={Math.max(0, under.length - 1 - depth)}
        picked={picked}
        setFate={setFate}
        goBeneath={() => sink(1)}
        apply={apply}
      />
    </>
  );
}
