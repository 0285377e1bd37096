import { describe, expect, it } from "vitest";
import { boxBetween, onPainting, wordsOf } from "./pointing";

describe("a place that is pointed at", () => {
  it("lies between two corners, whichever is first", () => {
    const box = { x: 0.25, y: 0.5, width: 0.25, height: 0.25 };
    expect(boxBetween({ x: 0.25, y: 0.5 }, { x: 0.5, y: 0.75 })).toEqual(box);
    expect(boxBetween({ x: 0.5, y: 0.75 }, { x: 0.25, y: 0.5 })).toEqual(box);
  });

  it("never reaches beyond the painting", () => {
    expect(boxBetween({ x: -1, y: 0.5 }, { x: 0.5, y: 3 })).toEqual({ x: 0, y: 0.5, width: 0.5, height: 0.5 });
    expect(onPainting({ x: 0.9, y: -0.2, width: 0.5, height: 0 })).toEqual({ x: 0.5, y: 0, width: 0.5, height: 0.02 });
  });

  it("is told in shares that stay within it", () => {
    expect(wordsOf({ x: 1 / 3, y: 0, width: 2 / 3, height: 1 })).toBe("0.3333,0,0.6667,1");
    expect(wordsOf({ x: 0.66666, y: 0.5, width: 0.33334, height: 0.25 })).toBe("0.6667,0.5,0.3333,0.25");
  });
});
