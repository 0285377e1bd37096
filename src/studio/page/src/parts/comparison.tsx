import { useRef } from "preact/hooks";
import type { Comparison } from "../easel/view";
import { say } from "../texts/texts";

const ways: Comparison[] = ["alone", "photograph", "beside", "below", "divider"];

/** How the photograph is seen with the painting. */
export function ComparisonChoice({ chosen, onChoose }: { chosen: Comparison; onChoose: (way: Comparison) => void }) {
  return (
    <div class="segments" role="group" aria-label={say("compareWith")}>
      {ways.map((way) => (
        <button type="button" key={way} aria-pressed={way === chosen} onClick={() => onChoose(way)}>
          {say(way)}
        </button>
      ))}
    </div>
  );
}

const keySteps: Record<string, number> = { ArrowLeft: -0.02, ArrowRight: 0.02, ArrowDown: -0.02, ArrowUp: 0.02, Home: -1, End: 1 };
const clamped = (share: number): number => Math.min(Math.max(share, 0), 1);

/** A line that is drawn across what it divides. */
export function Divider({ share, onShare, label }: { share: number; onShare: (share: number) => void; label: string }) {
  const handle = useRef<HTMLDivElement>(null);
  const drag = (event: PointerEvent) => {
    const box = handle.current?.parentElement?.getBoundingClientRect();
    if (box && handle.current?.hasPointerCapture(event.pointerId)) onShare(clamped((event.clientX - box.left) / box.width));
  };
  return (
    <div
      ref={handle}
      class="divider"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(100 * share)}
      style={{ left: `${100 * share}%` }}
      onPointerDown={(event) => handle.current?.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={(event) => {
        const step = keySteps[event.key];
        if (step === undefined) return;
        event.preventDefault();
        onShare(clamped(share + step));
      }}
    />
  );
}
