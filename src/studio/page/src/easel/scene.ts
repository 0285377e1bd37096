/** What can stand on the easel: a photograph, or a painting in any state. */
import type { Lamp } from "./lighting";
import type { Picture, Renderer } from "./renderer";
import type { Canvas, Rect } from "./view";

/** How a scene is drawn this time. */
export interface Showing {
  /** Where the whole of it lies, and what may be drawn over, device pixels. */
  at: Rect;
  clip: Rect;
  /** The lamp that is turned by hand, if it is lit. */
  lamp: Lamp | null;
  now: number;
}

export interface Scene {
  /** Null until it is known. */
  readonly canvas: Canvas | null;
  /** @returns whether it moves, so that it must be drawn again. */
  draw(renderer: Renderer, showing: Showing): boolean;
  dispose(renderer: Renderer): void;
}

/** A photograph as the browser shows it. */
export class PhotoScene implements Scene {
  #picture: Picture | null = null;
  #image: HTMLImageElement | ImageBitmap | null = null;
  canvas: Canvas | null = null;

  constructor(
    readonly address: string,
    private readonly changed: () => void,
  ) {
    void this.#load(address);
  }

  async #load(address: string): Promise<void> {
    const image = new Image();
    image.src = address;
    try {
      await image.decode();
    } catch {
      return; // A format that only the painter reads; its preview comes when it is uploaded.
    }
    this.#image = await smaller(image);
    this.canvas = { width: image.naturalWidth, height: image.naturalHeight };
    this.changed();
  }

  draw(renderer: Renderer, { at, clip }: Showing): boolean {
    this.drawFaint(renderer, at, clip, 1);
    return false;
  }

  drawFaint(renderer: Renderer, at: Rect, clip: Rect, opacity: number): void {
    if (!this.#image) return;
    this.#picture ??= renderer.picture(this.#image);
    renderer.draw(this.#picture, at, clip, opacity);
  }

  dispose(renderer: Renderer): void {
    if (this.#picture) renderer.forget(this.#picture);
    this.#picture = null;
  }
}

const longestPhoto = 2048;

/** No camera's whole picture is needed beside a painting, and not every graphics card takes it. */
async function smaller(image: HTMLImageElement): Promise<HTMLImageElement | ImageBitmap> {
  const scale = longestPhoto / Math.max(image.naturalWidth, image.naturalHeight);
  if (scale >= 1) return image;
  return createImageBitmap(image, {
    resizeWidth: Math.round(image.naturalWidth * scale),
    resizeHeight: Math.round(image.naturalHeight * scale),
    resizeQuality: "high",
  });
}
