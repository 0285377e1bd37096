/** What is done to a photograph before it is painted, as the program does it (docs/photographs.md). */
import { onPainting, wordsOf, type Box } from "./pointing";
import type { Wishes } from "./wishes";

/** The settings that change the photograph. */
export const ofPhotograph: readonly string[] = ["crop", "turn", "brightness", "warmth"];

/** What is asked of the photograph, and nothing else. */
export const photographWishes = (wishes: Wishes): Wishes =>
  Object.fromEntries(Object.entries(wishes).filter(([name]) => ofPhotograph.includes(name)));

export const whole: Box = { x: 0, y: 0, width: 1, height: 1 };

/** The crop that a wish says; all of it where there is none. */
export function cropOf(text: string | undefined): Box {
  const [x, y, width, height] = (text ?? "").split(",").map(Number);
  const known = [x, y, width, height].every((each) => each !== undefined && Number.isFinite(each));
  return known ? onPainting({ x: x!, y: y!, width: width!, height: height! }) : whole;
}

const isWhole = (box: Box): boolean => box.width > 0.999 && box.height > 0.999;

/** As a wish; null: all of it. */
export const cropWish = (box: Box): string | null => (isWhole(box) ? null : wordsOf(box));

/** Where a crop is taken hold of: which of its sides go along, by compass; "" all of it. */
export type Grip = "" | "n" | "ne" | "e" | "se" | "s" | "sw" | "w" | "nw";

const least = 0.05;

/** One side of a crop, and the one across from it. */
function movedSides(low: number, high: number, by: number, takesLow: boolean, takesHigh: boolean): [number, number] {
  const clamped = (value: number, from: number, to: number) => Math.min(Math.max(value, from), to);
  if (takesLow) return [clamped(low + by, 0, high - least), high];
  if (takesHigh) return [low, clamped(high + by, low + least, 1)];
  return [low, high];
}

/** The crop, moved or sized by its grip; shares of the photograph. */
export function dragged(box: Box, grip: Grip, dx: number, dy: number): Box {
  if (grip === "") return onPainting({ ...box, x: box.x + dx, y: box.y + dy });
  const [left, right] = movedSides(box.x, box.x + box.width, dx, grip.includes("w"), grip.includes("e"));
  const [top, bottom] = movedSides(box.y, box.y + box.height, dy, grip.includes("n"), grip.includes("s"));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** How long the sides are, as a share of the photograph's, of the largest upright rectangle of its shape in it when it is turned. */
export function keptOfTurned(width: number, height: number, degrees: number): number {
  const angle = (Math.abs(degrees) * Math.PI) / 180;
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  return Math.min(width / (width * cosine + height * sine), height / (width * sine + height * cosine));
}

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

const times = (m: Matrix, v: Triple): Triple => m.map(([a, b, c]) => a * v[0] + b * v[1] + c * v[2]) as unknown as Triple;

const xyzOfRgb: Matrix = [[0.4123908, 0.3575843, 0.1804808], [0.212639, 0.7151687, 0.0721923], [0.0193308, 0.1191948, 0.9505322]];
const rgbOfXyz: Matrix = [[3.2409699, -1.5373832, -0.4986108], [-0.9692436, 1.8759675, 0.0415551], [0.0556301, -0.203977, 1.0569715]];
const cones: Matrix = [[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]];
const ofCones: Matrix = [[0.9869929, -0.1470543, 0.1599627], [0.4323053, 0.5183603, 0.0492912], [-0.0085287, 0.0400428, 0.9684867]];

/** CIE 15's daylight. */
function daylight(kelvin: number): Triple {
  const t = 1e3 / kelvin;
  const x = kelvin <= 7000 ? 0.244063 + t * (0.09911 + t * (2.9678 - t * 4.607)) : 0.23704 + t * (0.24748 + t * (1.9018 - t * 2.0064));
  const y = -0.275 + x * (2.87 - x * 3);
  return [x / y, 1, (1 - x - y) / y];
}

const usualKelvin = 6504;
const furthestMired = 90;

function warmed(light: Triple, warmth: number): Triple {
  const [from, to] = [usualKelvin, 1e6 / (1e6 / usualKelvin + furthestMired * warmth)].map((kelvin) => times(cones, daylight(kelvin))) as [Triple, Triple];
  const seen = times(cones, times(xyzOfRgb, light)).map((value, i) => (value * to[i]!) / from[i]!) as unknown as Triple;
  return times(rgbOfXyz, times(ofCones, seen));
}

/** What warmth makes of light, as one matrix. */
function warming(warmth: number): Matrix {
  const [r, g, b] = [warmed([1, 0, 0], warmth), warmed([0, 1, 0], warmth), warmed([0, 0, 1], warmth)];
  return [0, 1, 2].map((i) => [r[i], g[i], b[i]]) as unknown as Matrix;
}

const knee = 0.5;

interface Bending {
  matrix: Matrix;
  bend: number;
}

function bending(stops: number, warmth: number): Bending {
  const gain = 2 ** stops;
  const matrix = warming(warmth).map((row) => row.map((value) => value * gain)) as unknown as Matrix;
  const peak = Math.max(...times(matrix, [1, 1, 1]));
  return { matrix, bend: peak > 1 ? 1 / (1 - knee) - 1 / (peak - knee) : 0 };
}

/** How much of a pixel's light is left whose largest channel is this. */
function shareLeft(most: number, bend: number): number {
  const over = most - knee;
  return bend <= 0 || over <= 0 ? 1 : (knee + over / (1 + over * bend)) / most;
}

/** What brightness and warmth make of linear light. */
export function adjuster(stops: number, warmth: number): (light: Triple) => Triple {
  if (stops === 0 && warmth === 0) return (light) => light;
  const { matrix, bend } = bending(stops, warmth);
  return (light) => {
    const [r, g, b] = times(matrix, light);
    const share = shareLeft(Math.max(r, g, b), bend);
    return [r * share, g * share, b * share];
  };
}

const linear = (encoded: number): number => (encoded <= 0.04045 ? encoded / 12.92 : ((encoded + 0.055) / 1.055) ** 2.4);
const encodedOf = (light: number): number => (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055);

const lightOfByte = Float32Array.from({ length: 256 }, (_, byte) => linear(byte / 255));
const steps = 4096;
const byteOfLight = Uint8Array.from({ length: steps + 1 }, (_, step) => Math.round(255 * encodedOf(step / steps)));
const byteOf = (light: number): number => byteOfLight[Math.round(Math.min(Math.max(light, 0), 1) * steps)]!;

/** Adjusts encoded pixels, four bytes each: adjuster() for all of them, without a new array for each. */
export function adjustPixels(from: Uint8ClampedArray, to: Uint8ClampedArray, stops: number, warmth: number): void {
  if (stops === 0 && warmth === 0) return to.set(from);
  const { matrix, bend } = bending(stops, warmth);
  const [[rr, rg, rb], [gr, gg, gb], [br, bg, bb]] = matrix;
  for (let i = 0; i < from.length; i += 4) {
    const [r, g, b] = [lightOfByte[from[i]!]!, lightOfByte[from[i + 1]!]!, lightOfByte[from[i + 2]!]!];
    const [red, green, blue] = [rr * r + rg * g + rb * b, gr * r + gg * g + gb * b, br * r + bg * g + bb * b];
    const share = shareLeft(Math.max(red, green, blue), bend);
    to[i] = byteOf(red * share);
    to[i + 1] = byteOf(green * share);
    to[i + 2] = byteOf(blue * share);
    to[i + 3] = from[i + 3]!;
  }
}
