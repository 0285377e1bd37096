/** What the easel is drawn with: WebGL2, or a 2D canvas where there is none. All places are device pixels. */
import { createCanvasRenderer } from "./canvas_renderer";
import type { Lamp } from "./lighting";
import type { Rect } from "./view";
import { createWebglRenderer } from "./webgl_renderer";

/** A picture that can be drawn; only its renderer knows more. */
export interface Picture {
  readonly width: number;
  readonly height: number;
}

/** A picture that strokes and tiles are laid into. */
export interface Surface extends Picture {
  readonly surface: true;
}

export type Colour = readonly [number, number, number];

/** Strokes on their way from one plan to the next. */
export interface StrokeBatch {
  from: Float32Array;
  to: Float32Array;
}

export interface Renderer {
  readonly kind: "webgl2" | "2d";
  /** Whether it draws without a graphics card. */
  readonly slow: boolean;
  resize(width: number, height: number): void;
  picture(source: ImageBitmap): Picture;
  /** @param slopes of the surface along x and y, for each pixel. */
  relief(slopes: Float32Array, width: number, height: number): Picture;
  surface(width: number, height: number): Surface;
  forget(picture: Picture): void;
  /** @param colour null: transparent. */
  wipe(surface: Surface, colour: Colour | null): void;
  /** The strokes that are laid from now on. The same ones again cost nothing. */
  setStrokes(batch: StrokeBatch): void;
  /** Lays the strokes from the first to before the last. @param perMm pixels of the surface. @param share of the way. */
  lay(surface: Surface, first: number, last: number, perMm: number, share: number): void;
  /** @param at pixels of the surface. */
  put(surface: Surface, picture: Picture, at: Rect, opacity: number): void;
  begin(): void;
  draw(picture: Picture, at: Rect, clip: Rect, opacity: number): void;
  fill(colour: Colour, at: Rect, clip: Rect): void;
  drawLit(paint: Picture, relief: Picture, at: Rect, clip: Rect, lamp: Lamp): void;
  /** Whether the browser took the drawing away (its graphics were reset); all pictures are lost then. */
  isLost(): boolean;
}

export function createRenderer(canvas: HTMLCanvasElement): Renderer {
  const renderer = createWebglRenderer(canvas) ?? createCanvasRenderer(canvas);
  if (renderer === null) throw new Error("neither WebGL2 nor a 2D canvas");
  return renderer;
}
