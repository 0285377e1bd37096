/** What is painted over a picture with a soft brush: where it is to be finer, and where calmer. */

export interface Place {
  x: number;
  y: number;
}

export type Touch = "finer" | "calmer" | "erase";

/** One stroke of the brush. Places and the radius are shares: of the width and the height, and of the width. */
export interface BrushStroke {
  touch: Touch;
  radius: number;
  places: readonly Place[];
}

export type Map = "finer" | "calmer";

export const longSideOfMap = 512; // pixels
const whole = 0.5; // Of the radius, within which the brush covers wholly.

/** @param distance share of the radius. */
function cover(distance: number): number {
  if (distance <= whole) return 1;
  if (distance >= 1) return 0;
  const left = (1 - distance) / (1 - whole);
  return left * left * (3 - 2 * left);
}

function distanceTo(a: Place, b: Place, x: number, y: number): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length = dx * dx + dy * dy;
  const along = length > 0 ? Math.min(1, Math.max(0, ((x - a.x) * dx + (y - a.y) * dy) / length)) : 0;
  return Math.hypot(x - a.x - along * dx, y - a.y - along * dy);
}

/** The size of a map of a picture's shape. */
export function sizeOfMap(picture: { width: number; height: number }): { width: number; height: number } {
  const scale = longSideOfMap / Math.max(picture.width, picture.height);
  return { width: Math.max(1, Math.round(picture.width * scale)), height: Math.max(1, Math.round(picture.height * scale)) };
}

/** Two maps of the picture, 0 to 1, that strokes are laid into. Where it is to be finer it is not calmer. */
export class FocusMap {
  readonly #maps: Record<Map, Float32Array>;
  /** Of the stroke that is being laid. */
  readonly #cover: Float32Array;
  #stroke: { touch: Touch; radius: number; last: Place } | null = null;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    const pixels = width * height;
    this.#maps = { finer: new Float32Array(pixels), calmer: new Float32Array(pixels) };
    this.#cover = new Float32Array(pixels);
  }

  begin(touch: Touch, radius: number, at: Place): void {
    this.#stroke = { touch, radius, last: at };
    this.extend(at);
  }

  extend(to: Place): void {
    if (!this.#stroke) return;
    const { radius, last } = this.#stroke;
    const r = radius * this.width;
    const a = { x: last.x * this.width, y: last.y * this.height };
    const b = { x: to.x * this.width, y: to.y * this.height };
    const from = { x: Math.max(0, Math.floor(Math.min(a.x, b.x) - r)), y: Math.max(0, Math.floor(Math.min(a.y, b.y) - r)) };
    const end = { x: Math.min(this.width, Math.ceil(Math.max(a.x, b.x) + r)), y: Math.min(this.height, Math.ceil(Math.max(a.y, b.y) + r)) };
    for (let y = from.y; y < end.y; y += 1)
      for (let x = from.x; x < end.x; x += 1) {
        const at = y * this.width + x;
        this.#cover[at] = Math.max(this.#cover[at] ?? 0, cover(distanceTo(a, b, x + 0.5, y + 0.5) / r));
      }
    this.#stroke.last = to;
  }

  end(): void {
    const maps = { finer: this.#maps.finer, calmer: this.#maps.calmer };
    for (let at = 0; at < this.#cover.length; at += 1) {
      const { finer, calmer } = this.#at(at);
      maps.finer[at] = finer;
      maps.calmer[at] = calmer;
    }
    this.#cover.fill(0);
    this.#stroke = null;
  }

  lay({ touch, radius, places }: BrushStroke): void {
    const [first, ...rest] = places;
    if (!first) return;
    this.begin(touch, radius, first);
    for (const place of rest) this.extend(place);
    this.end();
  }

  clear(): void {
    for (const map of [this.#maps.finer, this.#maps.calmer, this.#cover]) map.fill(0);
    this.#stroke = null;
  }

  isEmpty(which: Map): boolean {
    return this.#maps[which].every((share) => share < 1 / 255);
  }

  /** The map as the pixels of a grey picture, white where it is meant. */
  grey(which: Map): Uint8ClampedArray<ArrayBuffer> {
    const pixels = new Uint8ClampedArray(4 * this.width * this.height);
    this.#maps[which].forEach((share, at) => pixels.set([255 * share, 255 * share, 255 * share, 255], 4 * at));
    return pixels;
  }

  /** Both maps and the stroke that is being laid, as they lie over the picture. */
  draw(pixels: Uint8ClampedArray, colours: Record<Map, readonly [number, number, number]>, opacity: number): void {
    for (let at = 0; at < this.#cover.length; at += 1) {
      const { finer, calmer } = this.#at(at);
      const [r, g, b] = colours[finer >= calmer ? "finer" : "calmer"];
      pixels[4 * at] = r;
      pixels[4 * at + 1] = g;
      pixels[4 * at + 2] = b;
      pixels[4 * at + 3] = 255 * opacity * Math.max(finer, calmer);
    }
  }

  #at(at: number): Record<Map, number> {
    const cover = this.#cover[at] ?? 0;
    const finer = this.#maps.finer[at] ?? 0;
    const calmer = this.#maps.calmer[at] ?? 0;
    switch (this.#stroke?.touch) {
      case "finer":
        return { finer: Math.max(finer, cover), calmer: calmer * (1 - cover) };
      case "calmer":
        return { finer: finer * (1 - cover), calmer: Math.max(calmer, cover) };
      default:
        return { finer: finer * (1 - cover), calmer: calmer * (1 - cover) };
    }
  }
}
