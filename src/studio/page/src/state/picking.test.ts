import { describe, expect, it } from "vitest";
import { editsOf, outlineOf, passesFor, passOf, strokesAt, withFate, type Strokes } from "./picking";

/** Each stroke: three points, half its widths, border, colour. */
const strokesOf = (...each: number[][]): Strokes => ({ count: each.length, values: new Float32Array(each.flat()) });
const level = [0, 10, 20, 10, 40, 10, 4, 2, 0.1, 0];
const upright = [20, 0, 20, 10, 20, 20, 1, 1, 0.1, 0];
const bent = [0, 0, 30, 0, 30, 30, 1, 1, 0.1, 0];
const passes = [
  { name: "block-in", strokes: 2, coat: "body" },
  { name: "detail", strokes: 1, coat: "body" },
  { name: "glazes", strokes: 3, coat: "glaze" },
];

describe("single strokes", () => {
  it("are found where they lie, the topmost first", () => {
    const strokes = strokesOf(level, upright, bent);
    expect(strokesAt(strokes, { x: 20, y: 10 })).toEqual([1, 0]);
    expect(strokesAt(strokes, { x: 2, y: 13 })).toEqual([0]);
    expect(strokesAt(strokes, { x: 38, y: 13 })).toEqual([]); // It is narrow there.
    expect(strokesAt(strokes, { x: 22.5, y: 7.5 })).toContain(2);
  });

  it("have a border", () => {
    const path = outlineOf(strokesOf(level), 0);
    expect(path.startsWith("M0.00 14.00L")).toBe(true);
    expect(path.endsWith("L0.00 6.00Z")).toBe(true);
    expect(path).toContain("L40.00 12.00L40.00 8.00L");
  });

  it("belong to passes, and may go to those of their coat", () => {
    expect([0, 1, 2, 3, 5, 6].map((stroke) => passOf(passes, stroke)?.name)).toEqual(["block-in", "block-in", "detail", "glazes", "glazes", undefined]);
    expect(passesFor(passes, 2).map(({ name }) => name)).toEqual(["block-in", "detail"]);
    expect(passesFor(passes, 4).map(({ name }) => name)).toEqual(["glazes"]);
  });

  it("are picked, several of them, and let go", () => {
    const picked = withFate(withFate(withFate(new Map(), 4, null), 7, "detail"), 9, null);
    expect(editsOf(withFate(picked, 9, undefined))).toEqual({ remove: [4], move: [{ stroke: 7, pass: "detail" }] });
  });
});
