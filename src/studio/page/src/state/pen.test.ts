import { describe, expect, it } from "vitest";
import { simplified, smoothPath, svgOf } from "./pen";

const round = (turn: number) => ({ x: 100 + 50 * Math.cos(turn), y: 100 + 50 * Math.sin(turn) });
const circle = Array.from({ length: 100 }, (_, i) => round((i / 99) * 2 * Math.PI * 0.9));

describe("lines of a pen", () => {
  it("lose the points that say nothing, and keep their ends", () => {
    const straight = Array.from({ length: 50 }, (_, i) => ({ x: 2 * i, y: i }));
    expect(simplified(straight, 0.5)).toEqual([straight[0], straight[49]]);
    const few = simplified(circle, 1);
    expect(few.length).toBeLessThan(20);
    expect([few[0], few.at(-1)]).toEqual([circle[0], circle[99]]);
  });

  it("become smooth curves through their points", () => {
    const path = smoothPath([{ x: 0, y: 0 }, { x: 60, y: 60 }, { x: 120, y: 0 }]);
    expect(path).toBe("M0 0C10 10 40 60 60 60C80 60 110 10 120 0");
    expect(smoothPath(circle).length).toBeLessThan(600);
  });

  it("may be a dot, or none", () => {
    expect(smoothPath([{ x: 5, y: 7 }])).toBe("M5 7L7 7");
    expect(smoothPath([])).toBe("");
  });

  it("are written as a drawing", () => {
    const svg = svgOf([[{ x: 0, y: 0 }, { x: 9, y: 9 }], [{ x: 1, y: 1 }]]);
    expect(svg.match(/<path d="M[^"]+"/g)).toHaveLength(2);
    expect(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 220">')).toBe(true);
  });
});
