import { describe, expect, it } from "vitest";
import { circleAt, nextSeed, splashOf, textOfSplash, type Splash } from "./splash";

describe("paint that is thrown", () => {
  it("is said in words, and read again", () => {
    const circle: Splash = { circle: { x: 0.5, y: 0.25, radius: 0.08 }, amount: 0.3, colour: "#aa2211", seed: 4 };
    expect(textOfSplash(circle)).toBe("0.5,0.25,0.08:0.3:#aa2211:4");
    expect(splashOf(textOfSplash(circle))).toEqual(circle);
    const box: Splash = { box: { x: 0.1, y: 0.2, width: 0.3, height: 0.4 }, amount: 1, colour: "bone black", seed: 1 };
    expect(splashOf(textOfSplash(box))).toEqual(box);
  });

  it("has no place of its own at a face, or where a mask is light", () => {
    for (const text of ["face:0.3", "0123456789abcdef:0.2", "hand 2", ""]) expect(splashOf(text)).toBeNull();
  });

  it("falls differently each time", () => {
    expect(nextSeed([])).toBe(1);
    expect(nextSeed(["0.5,0.5,0.1:0.3:#aa2211:4", "face"])).toBe(5);
  });

  it("stays on the painting", () => {
    expect(circleAt(-1, 2, 0)).toEqual({ x: 0, y: 1, radius: 0.005 });
  });
});
