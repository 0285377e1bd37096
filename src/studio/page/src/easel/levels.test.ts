import { expect, it } from "vitest";
import { levelFor, levelSize, placeOfTile, tilesWithin } from "./levels";

const canvas = { width: 400, height: 300 };

it("takes the smallest level that is sharp", () => {
  expect(levelFor(canvas, 0.5)).toBe(256);
  expect(levelFor(canvas, 2)).toBe(1024);
  expect(levelFor(canvas, 500)).toBe(4096);
  expect(levelFor(canvas, 500, 2048)).toBe(2048);
});

it("wants the tiles that are seen, those in the middle first", () => {
  const at = { x: 0, y: 0, width: 1024, height: 768 };
  expect(levelSize(canvas, 1024)).toEqual({ width: 1024, height: 768 });
  expect(tilesWithin(canvas, 1024, at, at)).toHaveLength(12);
  const some = tilesWithin(canvas, 1024, at, { x: 200, y: 0, width: 600, height: 100 });
  expect(some.map(({ x, y }) => [x, y]).sort()).toEqual([[0, 0], [1, 0], [2, 0], [3, 0]]);
  expect([1, 2]).toContain(some[0]?.x);
  expect(tilesWithin(canvas, 1024, at, { x: 2000, y: 0, width: 10, height: 10 })).toEqual([]);
});

it("lays border tiles at their own size", () => {
  const at = { x: 10, y: 0, width: 512, height: 384 };
  expect(placeOfTile({ size: 256, x: 0, y: 0 }, { width: 256, height: 192 }, canvas, at)).toEqual({ x: 10, y: 0, width: 512, height: 384 });
});
