/** The easel drawn on a 2D canvas, where there is no WebGL2: simpler borders, the same pictures. */
import { strokePlaces } from "../server/frames";
import { between } from "./glide";
import { normalOf, seen, toEncoded, toLinear, type Lamp } from "./lighting";
import type { Colour, Picture, Renderer, StrokeBatch, Surface } from "./renderer";
import type { Rect } from "./view";

interface Drawn extends Picture {
  source: ImageBitmap | HTMLCanvasElement;
}
interface Relief extends Picture {
  slopes: Float32Array;
}
interface Layer extends Surface {
  source: HTMLCanvasElement;
}

const curveParts = 10;
const css = ([red, green, blue]: Colour): string => `rgb(${red} ${green} ${blue})`;

function canvasOf(width: number, height: number): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no 2D canvas");
  return [canvas, context];
}

/** The outline of a stroke: along one side of its curve and back along the other. */
function outline(values: Float32Array, at: number): Path2D {
  const [x0, y0, xc, yc, x1, y1, first, last] = values.subarray(at, at + 8) as unknown as number[] as
    [number, number, number, number, number, number, number, number];
  const path = new Path2D();
  const point = (u: number, side: number) => {
    const v = 1 - u;
    let dx = v * (xc - x0) + u * (x1 - xc);
    let dy = v * (yc - y0) + u * (y1 - yc);
    const length = Math.hypot(dx, dy) || 1;
    dx /= length;
    dy /= length;
    const half = side * (v * first + u * last);
    path.lineTo(v * v * x0 + 2 * u * v * xc + u * u * x1 - dy * half, v * v * y0 + 2 * u * v * yc + u * u * y1 + dx * half);
  };
  for (let i = 0; i <= curveParts; i += 1) point(i / curveParts, 1);
  for (let i = curveParts; i >= 0; i -= 1) point(i / curveParts, -1);
  path.closePath();
  return path;
}

class CanvasRenderer implements Renderer {
  readonly kind = "2d";
  readonly slow = true;
  #batch: StrokeBatch = { from: new Float32Array(), to: new Float32Array() };
  readonly #lit = new WeakMap<Picture, { lamp: Lamp; picture: Drawn }>();

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly context: CanvasRenderingContext2D,
  ) {}

  isLost(): boolean {
    return false;
  }
  resize(): void {}

  picture(source: ImageBitmap): Drawn {
    return { source, width: source.width, height: source.height };
  }
  relief(slopes: Float32Array, width: number, height: number): Relief {
    return { slopes, width, height };
  }
  surface(width: number, height: number): Layer {
    return { source: canvasOf(width, height)[0], width, height, surface: true };
  }
  forget(picture: Picture): void {
    const { source } = picture as Drawn;
    if (source instanceof ImageBitmap) source.close();
  }

  #contextOf(surface: Surface): CanvasRenderingContext2D {
    const context = (surface as Layer).source.getContext("2d");
    if (!context) throw new Error("no 2D canvas");
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalAlpha = 1;
    return context;
  }

  wipe(surface: Surface, colour: Colour | null): void {
    const context = this.#contextOf(surface);
    context.clearRect(0, 0, surface.width, surface.height);
    if (!colour) return;
    context.fillStyle = css(colour);
    context.fillRect(0, 0, surface.width, surface.height);
  }

  setStrokes(batch: StrokeBatch): void {
    this.#batch = batch;
  }

  lay(surface: Surface, first: number, last: number, perMm: number, share: number): void {
    const values = between(this.#batch.from, this.#batch.to, share);
    const bytes = new Uint8Array(values.buffer, values.byteOffset);
    const context = this.#contextOf(surface);
    context.scale(perMm, perMm);
    for (let i = first; i < last; i += 1) {
      const at = i * strokePlaces;
      const [red, green, blue, opacity] = bytes.subarray(4 * (at + 9), 4 * (at + 10)) as unknown as number[] as
        [number, number, number, number];
      context.globalAlpha = opacity / 255;
      context.fillStyle = css([red, green, blue]);
      context.fill(outline(values, at));
    }
  }

  put(surface: Surface, picture: Picture, { x, y, width, height }: Rect, opacity: number): void {
    const context = this.#contextOf(surface);
    context.globalAlpha = opacity;
    context.drawImage((picture as Drawn).source, x, y, width, height);
  }

  begin(): void {
    this.context.clearRect(0, 0, this.canvas.width, this.canvas.height);
  }

  #within(clip: Rect, work: (context: CanvasRenderingContext2D) => void): void {
    const { context } = this;
    context.save();
    context.beginPath();
    context.rect(clip.x, clip.y, clip.width, clip.height);
    context.clip();
    work(context);
    context.restore();
  }

  draw(picture: Picture, at: Rect, clip: Rect, opacity: number): void {
    this.#within(clip, (context) => {
      context.globalAlpha = opacity;
      context.drawImage((picture as Drawn).source, at.x, at.y, at.width, at.height);
    });
  }

  fill(colour: Colour, at: Rect, clip: Rect): void {
    this.#within(clip, (context) => {
      context.fillStyle = css(colour);
      context.fillRect(at.x, at.y, at.width, at.height);
    });
  }

  drawLit(paint: Picture, relief: Picture, at: Rect, clip: Rect, lamp: Lamp): void {
    let kept = this.#lit.get(relief);
    if (kept?.lamp !== lamp) {
      kept = { lamp, picture: this.#light(paint as Drawn, relief as Relief, lamp) };
      this.#lit.set(relief, kept);
    }
    this.draw(kept.picture, at, clip, 1);
  }

  #light(paint: Drawn, { slopes, width, height }: Relief, lamp: Lamp): Drawn {
    const [canvas, context] = canvasOf(width, height);
    context.drawImage(paint.source, 0, 0, width, height);
    const picture = context.getImageData(0, 0, width, height);
    const { data } = picture;
    for (let i = 0; i < data.length; i += 4) {
      const { share, gloss } = seen(lamp, normalOf(slopes[i / 2] ?? 0, slopes[i / 2 + 1] ?? 0));
      for (let c = i; c < i + 3; c += 1) {
        const light = toLinear((data[c] ?? 0) / 255) * share + gloss;
        data[c] = Math.round(255 * toEncoded(Math.min(Math.max(light, 0), 1)));
      }
    }
    context.putImageData(picture, 0, 0);
    return { source: canvas, width, height };
  }
}

export function createCanvasRenderer(canvas: HTMLCanvasElement): Renderer | null {
  const context = canvas.getContext("2d");
  return context ? new CanvasRenderer(canvas, context) : null;
}
