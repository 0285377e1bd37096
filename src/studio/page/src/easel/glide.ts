/** From one plan to the next: strokes that are still themselves glide to their new place, new ones fade in. */
import { strokePlaces } from "../server/frames";

/** A stroke that moved farther than so many of its own sizes is another one. */
const farthest = 1.5;

function isTheSame(before: Float32Array, after: Float32Array, at: number): boolean {
  const value = (list: Float32Array, place: number): number => list[at + place] ?? 0;
  const dx = value(before, 0) + value(before, 4) - value(after, 0) - value(after, 4);
  const dy = value(before, 1) + value(before, 5) - value(after, 1) - value(after, 5);
  const length = Math.hypot(value(after, 4) - value(after, 0), value(after, 5) - value(after, 1));
  const size = length + value(after, 6) + value(after, 7);
  return Math.hypot(dx, dy) / 2 <= farthest * size;
}

/** Where the strokes of `after` come from: an array of its length. */
export function glideFrom(before: Float32Array, after: Float32Array): Float32Array {
  const from = after.slice();
  const bytes = new Uint8Array(from.buffer);
  for (let at = 0; at < after.length; at += strokePlaces) {
    if (at < before.length && isTheSame(before, after, at)) from.set(before.subarray(at, at + strokePlaces), at);
    else bytes[4 * (at + strokePlaces) - 1] = 0; // Opacity.
  }
  return from;
}

/** Strokes between two plans. @param share 0 at `from`, 1 at `to`. */
export function between(from: Float32Array, to: Float32Array, share: number): Float32Array {
  if (share >= 1) return to;
  const mixed = new Float32Array(to.length);
  const [a, b, out] = [new Uint8Array(from.buffer), new Uint8Array(to.buffer, to.byteOffset), new Uint8Array(mixed.buffer)];
  for (let at = 0; at < to.length; at += strokePlaces) {
    for (let i = at; i < at + strokePlaces - 1; i += 1) mixed[i] = (from[i] ?? 0) * (1 - share) + (to[i] ?? 0) * share;
    for (let i = 4 * (at + strokePlaces - 1); i < 4 * (at + strokePlaces); i += 1)
      out[i] = Math.round((a[i] ?? 0) * (1 - share) + (b[i] ?? 0) * share);
  }
  return mixed;
}

/** Slow at both ends. */
export const eased = (share: number): number => share * share * (3 - 2 * share);
