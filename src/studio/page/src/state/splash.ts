/** Paint that is to be thrown at a place, as wishes have it. */
import { onPainting, wordsOf, type Box } from "./pointing";

/** Its middle in shares of the width and the height, its radius in shares of the width. */
export interface Circle {
  x: number;
  y: number;
  radius: number;
}

export interface Splash {
  /** Within a circle; */
  circle?: Circle;
  /** or within a rectangle. */
  box?: Box;
  /** 0 to 1. */
  amount: number;
  /** A tube, or #rrggbb. */
  colour: string;
  seed: number;
}

/** A tube of its name is on some palettes alone; a colour is mixed of whatever tubes there are. */
export const usualColour = "#d8321f";
const leastRadius = 0.005;
const clamped = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);
const short = (value: number): string => String(Number(value.toFixed(4)));

/** A circle that can be asked for. */
export const circleAt = (x: number, y: number, radius: number): Circle => ({
  x: clamped(x, 0, 1),
  y: clamped(y, 0, 1),
  radius: clamped(radius, leastRadius, 1),
});

export function textOfSplash({ circle, box, amount, colour, seed }: Splash): string {
  const where = circle ? [circle.x, circle.y, circle.radius].map(short).join(",") : wordsOf(box ?? onPainting({ x: 0, y: 0, width: 1, height: 1 }));
  return [where, short(amount), colour, seed].join(":");
}

/** Null where it does not lie at a place of its own: a face, a mask. */
export function splashOf(text: string): Splash | null {
  const [where = "", amount = "0.3", colour = usualColour, seed = "1"] = text.split(":");
  const numbers = where.split(",").map(Number);
  if (where === "" || !numbers.every((number) => Number.isFinite(number))) return null;
  const rest = { amount: Number(amount), colour, seed: Number(seed) };
  const [a = 0, b = 0, c = 0, d = 0] = numbers;
  if (numbers.length === 3) return { circle: { x: a, y: b, radius: c }, ...rest };
  return numbers.length === 4 ? { box: { x: a, y: b, width: c, height: d }, ...rest } : null;
}

/** A seed that none of these has: each throw falls differently. */
export const nextSeed = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => splashOf(text)?.seed ?? 0)) + 1;
