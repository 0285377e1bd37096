import { expect, it } from "vitest";
import { between, glideFrom } from "./glide";

function stroke(x: number, opacity: number): Float32Array {
  const values = new Float32Array([x, 0, x + 10, 0, x + 20, 0, 3, 3, 1, 0]);
  new Uint8Array(values.buffer).set([200, 100, 50, opacity], 36);
  return values;
}
const joined = (...strokes: Float32Array[]): Float32Array => {
  const all = new Float32Array(10 * strokes.length);
  strokes.forEach((one, i) => new Uint8Array(all.buffer).set(new Uint8Array(one.buffer), 40 * i));
  return all;
};
const opacity = (values: Float32Array, i: number): number | undefined => new Uint8Array(values.buffer)[40 * i + 39];

it("lets strokes that moved a little glide, and others fade in where they will be", () => {
  const after = joined(stroke(5, 255), stroke(500, 255), stroke(40, 128));
  const from = glideFrom(joined(stroke(0, 255), stroke(0, 255)), after);
  expect([from[0], from[10], from[20]]).toEqual([0, 500, 40]);
  expect([0, 1, 2].map((i) => opacity(from, i))).toEqual([255, 0, 0]);
  const half = between(from, after, 0.5);
  expect(half[0]).toBeCloseTo(2.5);
  expect(opacity(half, 2)).toBe(64);
  expect(between(from, after, 1)).toBe(after);
});
