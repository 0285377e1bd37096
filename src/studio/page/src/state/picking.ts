/** Single strokes of a painting: which lie at a place, and what is to become of them. */
import type { Pass, StrokeEdits } from "../server/edits";
import { strokePlaces } from "../server/frames";

export interface Strokes {
  count: number;
  values: Float32Array;
}

interface Point {
  x: number;
  y: number;
}

const parts = 16;

/** A point of a stroke's curve, and half its width there, mm. */
function along({ values }: Strokes, stroke: number, share: number): Point & { half: number; leanX: number; leanY: number } {
  const [x0 = 0, y0 = 0, xc = 0, yc = 0, x1 = 0, y1 = 0, h0 = 0, h1 = 0] = values.subarray(stroke * strokePlaces, stroke * strokePlaces + 8);
  const rest = 1 - share;
  return {
    x: rest * rest * x0 + 2 * share * rest * xc + share * share * x1,
    y: rest * rest * y0 + 2 * share * rest * yc + share * share * y1,
    half: rest * h0 + share * h1,
    leanX: rest * (xc - x0) + share * (x1 - xc),
    leanY: rest * (yc - y0) + share * (y1 - yc),
  };
}

function covers(strokes: Strokes, stroke: number, at: Point): boolean {
  for (let part = 0; part < parts; part += 1) {
    const from = along(strokes, stroke, part / parts);
    const to = along(strokes, stroke, (part + 1) / parts);
    const dx = to.x - from.x;
    const dy = to.y - from.y;
    const length = dx * dx + dy * dy;
    const share = length > 0 ? Math.min(1, Math.max(0, ((at.x - from.x) * dx + (at.y - from.y) * dy) / length)) : 0;
    if (Math.hypot(at.x - from.x - share * dx, at.y - from.y - share * dy) <= from.half + share * (to.half - from.half)) return true;
  }
  return false;
}

/** The strokes that cover a place (mm), the topmost first. */
export function strokesAt(strokes: Strokes, at: Point): number[] {
  const found: number[] = [];
  for (let stroke = strokes.count - 1; stroke >= 0; stroke -= 1) if (covers(strokes, stroke, at)) found.push(stroke);
  return found;
}

/** SVG path data of a stroke's border, mm. */
export function outlineOf(strokes: Strokes, stroke: number): string {
  const side = (share: number, which: 1 | -1): string => {
    const { x, y, half, leanX, leanY } = along(strokes, stroke, share);
    const length = Math.hypot(leanX, leanY) || 1;
    return `${(x - (which * half * leanY) / length).toFixed(2)} ${(y + (which * half * leanX) / length).toFixed(2)}`;
  };
  const shares = Array.from({ length: parts + 1 }, (_, i) => i / parts);
  return `M${[...shares.map((share) => side(share, 1)), ...shares.reverse().map((share) => side(share, -1))].join("L")}Z`;
}

/** The pass to which a stroke belongs. */
export function passOf(passes: readonly Pass[], stroke: number): Pass | null {
  let before = 0;
  for (const pass of passes) {
    before += pass.strokes;
    if (stroke < before) return pass;
  }
  return null;
}

/** Where a stroke can be laid instead: its paint would be another in a pass of another coat. */
export const passesFor = (passes: readonly Pass[], stroke: number): readonly Pass[] =>
  passes.filter(({ coat }) => coat === passOf(passes, stroke)?.coat);

/** What is to become of each stroke that was picked: null is taken out, a text is the pass that it is laid with. */
export type Picked = ReadonlyMap<number, string | null>;

/** @param fate undefined: it stays as it is. */
export function withFate(picked: Picked, stroke: number, fate: string | null | undefined): Picked {
  const after = new Map(picked);
  if (fate === undefined) after.delete(stroke);
  else after.set(stroke, fate);
  return after;
}

export function editsOf(picked: Picked): StrokeEdits {
  const edits: StrokeEdits = { remove: [], move: [] };
  for (const [stroke, pass] of picked)
    if (pass === null) edits.remove.push(stroke);
    else edits.move.push({ stroke, pass });
  return edits;
}
