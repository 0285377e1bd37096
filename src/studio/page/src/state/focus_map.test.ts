import { describe, expect, it } from "vitest";
import { FocusMap, sizeOfMap, type BrushStroke } from "./focus_map";

const dab = (touch: BrushStroke["touch"], x: number, y: number, radius = 0.2): BrushStroke => ({ touch, radius, places: [{ x, y }] });
const light = (map: FocusMap, which: "finer" | "calmer", x: number, y: number): number => map.grey(which)[4 * (y * map.width + x)] ?? -1;

describe("the map of what is to be finer or calmer", () => {
  it("is soft at the brush's border, and empty beyond", () => {
    const map = new FocusMap(100, 50);
    map.lay(dab("finer", 0.5, 0.5));
    expect(light(map, "finer", 50, 25)).toBe(255);
    expect(light(map, "finer", 65, 25)).toBeGreaterThan(0);
    expect(light(map, "finer", 65, 25)).toBeLessThan(255);
    expect(light(map, "finer", 75, 25)).toBe(0);
    expect(map.isEmpty("calmer")).toBe(true);
  });

  it("covers what lies between two places, evenly", () => {
    const map = new FocusMap(100, 50);
    map.lay({ touch: "calmer", radius: 0.1, places: [{ x: 0.1, y: 0.5 }, { x: 0.9, y: 0.5 }] });
    for (const x of [10, 37, 50, 89]) expect(light(map, "calmer", x, 25)).toBe(255);
  });

  it("no place is both finer and calmer, and the eraser clears both", () => {
    const map = new FocusMap(60, 60);
    map.lay(dab("finer", 0.5, 0.5));
    map.lay(dab("calmer", 0.5, 0.5));
    expect([light(map, "finer", 30, 30), light(map, "calmer", 30, 30)]).toEqual([0, 255]);
    map.lay(dab("erase", 0.5, 0.5, 0.6));
    expect(map.isEmpty("finer") && map.isEmpty("calmer")).toBe(true);
  });

  it("a stroke that is repainted does not grow darker", () => {
    const once = new FocusMap(60, 60);
    const twice = new FocusMap(60, 60);
    once.lay(dab("finer", 0.4, 0.4));
    twice.lay(dab("finer", 0.4, 0.4));
    twice.lay(dab("finer", 0.4, 0.4));
    expect(twice.grey("finer")).toEqual(once.grey("finer"));
  });

  it("shows the stroke that is being laid", () => {
    const map = new FocusMap(60, 60);
    const pixels = new Uint8ClampedArray(4 * 60 * 60);
    map.begin("finer", 0.2, { x: 0.5, y: 0.5 });
    map.draw(pixels, { finer: [200, 0, 0], calmer: [0, 0, 200] }, 0.5);
    const at = 4 * (30 * 60 + 30);
    expect([...pixels.slice(at, at + 4)]).toEqual([200, 0, 0, 128]);
    expect(map.isEmpty("finer")).toBe(true);
    map.end();
    expect(map.isEmpty("finer")).toBe(false);
  });

  it("has the picture's shape", () => {
    expect(sizeOfMap({ width: 3000, height: 2000 })).toEqual({ width: 512, height: 341 });
    expect(sizeOfMap({ width: 10, height: 20 })).toEqual({ width: 256, height: 512 });
  });
});
