import { expect, it } from "vitest";
import { adjuster, adjustPixels, cropOf, cropWish, dragged, keptOfTurned, photographWishes, whole } from "./adjusting";

it("reads crops as it writes them", () => {
  expect(cropOf(undefined)).toEqual(whole);
  expect(cropOf("nonsense")).toEqual(whole);
  expect(cropWish(whole)).toBeNull();
  const box = { x: 0.1, y: 0.25, width: 0.5, height: 0.75 };
  expect(cropWish(box)).toBe("0.1,0.25,0.5,0.75");
  expect(cropOf(cropWish(box)!)).toEqual(box);
});

it("moves a crop, and sizes it by its grips", () => {
  const box = { x: 0.25, y: 0.25, width: 0.5, height: 0.5 };
  expect(dragged(box, "", 1, 0)).toEqual({ ...box, x: 0.5 });
  expect(dragged(box, "se", 0.125, 0.25)).toEqual({ ...box, width: 0.625, height: 0.75 });
  expect(dragged(box, "n", 0.5, -1)).toEqual({ ...box, y: 0, height: 0.75 });
  expect(dragged(box, "w", 1, 0).width).toBeCloseTo(0.05);
});

it("keeps of a turned photograph what leaves no corner empty", () => {
  expect(keptOfTurned(300, 200, 0)).toBe(1);
  const kept = keptOfTurned(300, 200, 10);
  expect(keptOfTurned(300, 200, -10)).toBe(kept);
  const [w, h] = [300 * kept, 200 * kept];
  const sine = Math.sin((10 * Math.PI) / 180);
  const cosine = Math.cos((10 * Math.PI) / 180);
  expect(w * cosine + h * sine).toBeLessThan(300.001);
  expect(w * sine + h * cosine).toBeCloseTo(200);
});

it("lightens and warms as the program does", () => {
  expect(adjuster(0, 0)([0.3, 0.2, 0.1])).toEqual([0.3, 0.2, 0.1]);
  const [r, g] = adjuster(1, 0)([0.4, 0.2, 0]);
  expect(r).toBeCloseTo(0.5 + 0.3 / 1.4, 5);
  expect(g).toBeCloseTo(r / 2, 5);
  const warm = adjuster(0, 1)([0.18, 0.18, 0.18]);
  expect(0.2126 * warm[0] + 0.7152 * warm[1] + 0.0722 * warm[2]).toBeCloseTo(0.18, 3);
  expect(warm[0]).toBeGreaterThan(warm[2] * 1.5);
  expect(Math.max(...adjuster(2, -1)([1, 1, 1]))).toBeCloseTo(1, 4);
});

it("leaves pixels alone where nothing is asked", () => {
  const pixels = Uint8ClampedArray.from({ length: 1024 }, (_, i) => i % 256);
  const after = new Uint8ClampedArray(1024);
  adjustPixels(pixels, after, 0, 0);
  expect(after).toEqual(pixels);
  adjustPixels(pixels, after, 0, 1e-9);
  expect(Math.max(...pixels.map((value, i) => Math.abs(value - after[i]!)))).toBeLessThanOrEqual(1);
});

it("tells what is asked of the photograph from what is asked of the painting", () => {
  expect(photographWishes({ turn: "2", hand: "knife" })).toEqual({ turn: "2" });
});
