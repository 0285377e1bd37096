import { useEffect, useState } from "preact/hooks";
import type { PaintingScene } from "../easel/painting_scene";
import { figure, say } from "../texts/texts";
import { IconButton } from "./icons";

const playMs = 12_000;

/** Few strokes at first, which are large, then ever more at a time. */
const strokesAt = (share: number, all: number): number => Math.round(all * share ** 1.6);

/** Scrubs along the strokes, and plays the making. */
export function Making({ scene, strokes, busy }: { scene: PaintingScene | null; strokes: number; busy: boolean }) {
  const [shown, setShown] = useState<number | null>(null);
  const [plays, setPlays] = useState(false);
  useEffect(() => (setShown(null), setPlays(false)), [scene]);
  useEffect(() => scene?.show(shown !== null && shown >= strokes ? null : shown), [scene, shown, strokes]);
  useEffect(() => {
    if (!plays) return;
    const from = shown === null || shown >= strokes ? 0 : (shown / strokes) ** (1 / 1.6);
    const began = performance.now();
    let waiting = requestAnimationFrame(function step(now: number) {
      const share = from + Math.max(0, now - began) / playMs;
      setShown(share >= 1 ? null : strokesAt(share, strokes));
      if (share >= 1) setPlays(false);
      else waiting = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(waiting);
  }, [plays]);
  const count = Math.min(shown ?? strokes, strokes);
  const told = count === strokes ? say("allStrokes", { all: figure(strokes) }) : say("strokesLaid", { n: figure(count), all: figure(strokes) });
  return (
    <div class="making">
      <IconButton icon={plays ? "stop" : "play"} label={say(plays ? "stop" : "play")} disabled={strokes === 0} onClick={() => setPlays(!plays)} />
      <input
        type="range"
        min={0}
        max={Math.max(1, strokes)}
        value={count}
        disabled={strokes === 0}
        aria-label={say("scrub")}
        aria-valuetext={told}
        onInput={(event) => {
          setPlays(false);
          const value = event.currentTarget.valueAsNumber;
          setShown(value >= strokes ? null : value);
        }}
      />
      <output class={busy ? "busy" : ""}>{told}</output>
    </div>
  );
}
