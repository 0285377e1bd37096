/**
 * The strokes of a plan, laid on a surface that is drawn in one go. Where the graphics are slow, another plan is laid out of
 * sight, a piece a frame, and takes the place of the one before once all of it lies there.
 */
import { strokePlaces, type StrokeFrame } from "../server/frames";
import { levelSize } from "./levels";
import type { Colour, Picture, Renderer, Surface } from "./renderer";
import type { Canvas } from "./view";

const smallestSurface = 512;
const largestSurface = 2048;
const largestSlowSurface = 1024;
/** Laid in a frame where the graphics are slow: some 20 ms without a graphics card, beside a painter at work. */
const pieceOfPixels = 400_000;
/** What a ribbon costs besides, however small it is. */
const pixelsOfRibbon = 2500;
/** Pieces that are put off come after so long, ms. */
const longestWait = 100;

/** What strokes lie on: nothing, which lets through what is drawn beneath, or a colour with a faint picture. */
export interface Bed {
  colour: Colour | null;
  picture: Picture | null;
  opacity: number;
}

export const noBed: Bed = { colour: null, picture: null, opacity: 0 };

export interface StrokeWish {
  frame: StrokeFrame;
  /** Where they come from, and how much of the way they have come, 0 to 1. */
  from: Float32Array;
  share: number;
  count: number;
  bed: Bed;
  /** Pixels of the screen along the picture's longer side. */
  seen: number;
  now: number; // ms
  /** Whether other things come first. */
  hurried: boolean;
}

interface Lying {
  surface: Surface;
  wish: StrokeWish;
  laid: number;
}

const areTheSame = (a: Bed, b: Bed): boolean => a.colour === b.colour && a.picture === b.picture && a.opacity === b.opacity;

/** Whether the surface has the canvas's shape, and so many pixels along its longer side. */
function fits(surface: Surface, canvas: Canvas, side: number): boolean {
  const long = Math.max(surface.width, surface.height);
  const { width, height } = levelSize(canvas, long);
  return long >= side && surface.width === width && surface.height === height;
}

/** What a stroke costs to lay: the pixels that it covers, its soft border and all. */
function costOf(values: Float32Array, at: number, perMm: number): number {
  const [x0, y0, xc, yc, x1, y1, first, last, border] = values.subarray(at, at + 9) as unknown as number[] as
    [number, number, number, number, number, number, number, number, number];
  const length = Math.hypot(xc - x0, yc - y0) + Math.hypot(x1 - xc, y1 - yc) + border;
  return pixelsOfRibbon + length * (first + last + border) * perMm * perMm;
}

export class StrokeLayer {
  /** Whether the graphics are slow. */
  slow = false;
  #seen: Lying | null = null;
  #next: Lying | null = null; // Out of sight.
  #spare: Surface | null = null;
  #laidAt = 0;

  get surface(): Surface | null {
    return this.#seen?.surface ?? null;
  }

  /** @returns whether there is more to be laid. */
  lay(renderer: Renderer, wish: StrokeWish): boolean {
    if (wish.hurried && this.slow && this.#seen && wish.now - this.#laidAt < longestWait) return true;
    this.#laidAt = wish.now;
    const known = this.#next ?? this.#gone(wish);
    const work = known ?? this.#begun(renderer, wish);
    // A bed takes about as long as a piece.
    if (known || !this.slow) this.#layPiece(renderer, work);
    if (work.laid < work.wish.count) return true;
    if (work === this.#next) this.#show(renderer, work);
    return !this.#goesOn(wish) || work.laid < wish.count;
  }

  /** Whether what lies there is the wish, or as many of its strokes as were wished for before. */
  #goesOn({ frame, count, share, bed, seen }: StrokeWish): boolean {
    const lying = this.#seen;
    return lying !== null && lying.wish.frame === frame && lying.wish.share >= 1 && share >= 1 && lying.laid <= count &&
      areTheSame(lying.wish.bed, bed) && fits(lying.surface, frame, this.#sideFor(seen));
  }

  #gone(wish: StrokeWish): Lying | null {
    if (!this.#seen || !this.#goesOn(wish)) return null;
    this.#seen.wish = wish;
    return this.#seen;
  }

  /** The strokes are laid at least as finely as they are seen, in steps of two. */
  #sideFor(seen: number): number {
    const largest = this.slow ? largestSlowSurface : largestSurface;
    let side = smallestSurface;
    while (side < seen * 0.75 && side < largest) side *= 2;
    return side;
  }

  #begun(renderer: Renderer, wish: StrokeWish): Lying {
    const hidden = this.slow && this.#seen !== null;
    const known = hidden ? this.#spare : this.surface;
    const surface = this.#surfaceFor(renderer, wish, known);
    if (hidden) this.#spare = null;
    const { colour, picture, opacity } = wish.bed;
    renderer.wipe(surface, colour);
    if (picture) renderer.put(surface, picture, { x: 0, y: 0, width: surface.width, height: surface.height }, opacity);
    const work = { surface, wish, laid: 0 };
    if (hidden) this.#next = work;
    else this.#seen = work;
    return work;
  }

  /** @param known is taken where it fits, and forgotten elsewhere. */
  #surfaceFor(renderer: Renderer, { frame, seen }: StrokeWish, known: Surface | null): Surface {
    const side = this.#sideFor(seen);
    if (known && fits(known, frame, side)) return known;
    if (known) renderer.forget(known);
    const { width, height } = levelSize(frame, side);
    return renderer.surface(width, height);
  }

  #layPiece(renderer: Renderer, work: Lying): void {
    const { surface, wish } = work;
    renderer.setStrokes({ from: wish.from, to: wish.frame.values });
    const perMm = surface.width / wish.frame.width;
    const end = this.slow ? this.#endOfPiece(work, perMm) : wish.count;
    renderer.lay(surface, work.laid, end, perMm, wish.share);
    work.laid = Math.max(work.laid, end);
  }

  #endOfPiece({ wish, laid }: Lying, perMm: number): number {
    let pixels = 0;
    let end = laid;
    while (end < wish.count && pixels < pieceOfPixels) {
      pixels += costOf(wish.frame.values, end * strokePlaces, perMm);
      end += 1;
    }
    return end;
  }

  #show(renderer: Renderer, work: Lying): void {
    if (this.#spare) renderer.forget(this.#spare);
    this.#spare = this.#seen?.surface ?? null;
    this.#seen = work;
    this.#next = null;
  }

  /** What lies there, which is no longer the layer's. */
  take(): Surface | null {
    const taken = this.surface;
    this.#seen = null;
    return taken;
  }

  dispose(renderer: Renderer): void {
    for (const surface of [this.surface, this.#next?.surface, this.#spare]) if (surface) renderer.forget(surface);
    this.#seen = this.#next = this.#spare = null;
  }
}
