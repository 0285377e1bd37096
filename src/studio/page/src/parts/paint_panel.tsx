import { useEffect, useState } from "preact/hooks";
import { fetchRepaintCost, type RepaintCost } from "../server/repaint";
import { Refusal, Unreachable } from "../server/requests";
import type { Painting, Wish } from "../server/messages";
import { besides, discardChanges, paintAnew, painted, paintOn, wishes } from "../state/studio";
import { changes } from "../state/wishes";
import { figure, say } from "../texts/texts";

const restMs = 400;

/** What it costs to have the changes come true; null while nobody knows. */
function useCost(id: string, asked: Wish[] | null): RepaintCost | null {
  const [cost, setCost] = useState<RepaintCost | null>(null);
  useEffect(() => {
    setCost(null);
    if (!asked) return;
    const stop = new AbortController();
    const ask = async () => {
      try {
        setCost(await fetchRepaintCost(id, asked, stop.signal));
      } catch (fault) {
        // What is wrong with a wish is said when it is asked for.
        if (!(fault instanceof Refusal || fault instanceof Unreachable || stop.signal.aborted)) throw fault;
      }
    };
    const timer = setTimeout(() => void ask(), restMs);
    return () => (clearTimeout(timer), stop.abort());
  }, [id, asked]);
  return cost;
}

const costInWords = ({ goes_on: goesOn, strokes, seconds }: RepaintCost): string => {
  const n = figure(Math.max(1, Math.round(seconds)));
  return goesOn ? say("goesOn", { strokes: figure(strokes), n }) : say("paintedAnew", { n });
};

/** What was changed, what that costs, and the button that has it painted. */
export function PaintPanel({ painting }: { painting: Painting }) {
  const changed = changes(painted.value, wishes.value).length;
  const cost = useCost(painting.id, besides.value);
  return (
    <div class="paint">
      <p class="pale small">
        {changed > 0 ? say(changed === 1 ? "changedOne" : "changedMany", { n: changed }) : say("paintsNew")}
        {changed > 0 && (
          <button type="button" class="link" onClick={discardChanges}>
            {say("discard")}
          </button>
        )}
      </p>
      {changed > 0 && cost && (
        <p class="pale small cost">
          <span>{costInWords(cost)}</span>
          {cost.goes_on && (
            <button type="button" class="link" onClick={() => void paintAnew()}>
              {say("paintAllAnew")}
            </button>
          )}
        </p>
      )}
      <button type="button" class="primary" onClick={() => void paintOn()}>
        {say(changed > 0 ? "paint" : "paintAgain")}
      </button>
    </div>
  );
}
