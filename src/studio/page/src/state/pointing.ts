/** A place on the painting that somebody points at. */

/** A rectangle, shares of the painting from its top left. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const least = 0.02;
const clamped = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

/** The same, all of it on the painting, and no smaller than can be worked on. */
export function onPainting({ x, y, width, height }: Box): Box {
  const size = { width: clamped(width, least, 1), height: clamped(height, least, 1) };
  return { x: clamped(x, 0, 1 - size.width), y: clamped(y, 0, 1 - size.height), ...size };
}

interface Place {
  x: number;
  y: number;
}

/** @param from @param to two corners; what lies beside the painting is cut off. */
export function boxBetween(from: Place, to: Place): Box {
  const [a, b] = [from, to].map(({ x, y }) => ({ x: clamped(x, 0, 1), y: clamped(y, 0, 1) })) as [Place, Place];
  const corner = { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y) };
  return onPainting({ ...corner, width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) });
}

const short = (share: number): string => String(Number(share.toFixed(4)));

/** As settings and the command take boxes: rounded so that they stay on the painting. */
export function wordsOf(box: Box): string {
  const x = Number(short(box.x));
  const y = Number(short(box.y));
  return [x, y, Math.min(box.width, 1 - x), Math.min(box.height, 1 - y)].map(short).join(",");
}
