import { describe, expect, it } from "vitest";
import { decoding, encoding, lampAt, lightAt, lightSide, lightTable, normalOf, seen, steepest, toEncoded, toLinear } from "./lighting";
import { slopesOf } from "./relief";

describe("the lamp", () => {
  it("leaves flat paint its colour, wherever it stands", () => {
    for (const light of [{ azimuth: 315, elevation: 40 }, { azimuth: 90, elevation: 5 }, { azimuth: 0, elevation: 90 }]) {
      const { share, gloss } = seen(lampAt(light), normalOf(0, 0));
      expect(share).toBeCloseTo(1);
      expect(gloss).toBeCloseTo(0);
    }
  });

  it("lights what faces it", () => {
    const fromRight = lampAt({ azimuth: 90, elevation: 30 });
    const [towards, away] = [normalOf(-0.3, 0), normalOf(0.3, 0)];
    expect(seen(fromRight, towards).share).toBeGreaterThan(1);
    expect(seen(fromRight, away).share).toBeLessThan(1);
  });

  it("stands where the pointer is: high over the middle, low at the border", () => {
    expect(lightAt(0, 0).elevation).toBe(90);
    expect(lightAt(1, 0)).toEqual({ azimuth: 90, elevation: 15 });
    expect(lightAt(0, -5)).toEqual({ azimuth: 0, elevation: 15 });
  });

  it("encodes what it decodes", () => {
    for (const value of [0, 0.01, 0.3, 1]) expect(toEncoded(toLinear(value))).toBeCloseTo(value);
  });
});

describe("the lamp's table", () => {
  const lamp = lampAt({ azimuth: 315, elevation: 40 });
  const table = lightTable(lamp);

  it("leaves flat paint its colour", () => {
    const middle = 2 * ((lightSide * lightSide - 1) / 2);
    expect(table[middle]).toBeCloseTo(1);
    expect(table[middle + 1]).toBeCloseTo(0);
  });

  it("holds what is computed for each slope", () => {
    const [x, y] = [20, 70];
    const slope = (place: number) => steepest * ((2 * place) / (lightSide - 1) - 1);
    const { share, gloss } = seen(lamp, normalOf(slope(x), slope(y)));
    expect(table[2 * (y * lightSide + x)]).toBeCloseTo(share, 5);
    expect(table[2 * (y * lightSide + x) + 1]).toBeCloseTo(gloss, 5);
  });

  it("is put on by polynomials that come close to powers", () => {
    const value = (x: number, parts: readonly number[]) => parts.reduceRight((sum, part) => x * (part + sum), 0);
    for (let colour = 0; colour <= 1; colour += 0.01)
      for (const [share, gloss] of [[1, 0], [0.6, 0], [1.3, 0.02], [0.8, 0.1]] as const) {
        const clamped = (light: number) => Math.min(Math.max(light, 0), 1);
        const exact = toEncoded(clamped(toLinear(colour) * share + gloss));
        const near = value(Math.sqrt(clamped(value(colour, decoding) * share + gloss)), encoding);
        expect(Math.abs(near - exact)).toBeLessThan(5 / 255);
      }
  });
});

describe("the relief", () => {
  const plane = (perPixel: number): Uint8ClampedArray => {
    const rgba = new Uint8ClampedArray(4 * 9);
    for (let i = 0; i < 9; i += 1) {
      const height = 1000 + perPixel * (i % 3);
      rgba.set([height >> 8, height & 255, 0, 255], 4 * i);
    }
    return rgba;
  };

  it("of a tilted plane rises evenly, at its borders too", () => {
    const slopes = slopesOf(plane(100), 3, 3, 0.1);
    const rise = ((100 * 2) / 65535) / 0.1;
    const expected = rise / Math.sqrt(1 + (rise / 0.9) ** 2);
    for (let i = 0; i < 9; i += 1) {
      expect(slopes[2 * i]).toBeCloseTo(expected, 5);
      expect(slopes[2 * i + 1]).toBeCloseTo(0, 6);
    }
  });

  it("is never steeper than wet paint stands", () => {
    expect(slopesOf(plane(20000), 3, 3, 0.01)[0]).toBeCloseTo(0.9, 2);
  });
});
