/** What can stand on the easel: a photograph, or a painting in any state. */
import type { Lamp } from "./lighting";
import { readPhoto } from "./photo_reader";
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
  /** Whether it was moved by hand since it was drawn last: what can wait waits. */
  moved: boolean;
  /** Of the screen's pixels that are drawn; what is fetched is as sharp as for all of them. */
  share: number;
}

export interface Scene {
  /** Null until it is known. */
  readonly canvas: Canvas | null;
  /** @returns whether it moves, so that it must be drawn again. */
  draw(renderer: Renderer, showing: Showing): boolean;
  dispose(renderer: Renderer): void;
}

/** Where a photograph comes from: what the browser has of it, or the server's preview. */
export interface PhotoSource {
  blob: Blob | null;
  preview: string | null;
}

export async function pictureOf({ blob, preview }: PhotoSource): Promise<ImageBitmap | null> {
  const own = blob && (await readPhoto(blob));
  if (own || preview === null) return own;
  const answer = await fetch(preview, { credentials: "same-origin" });
  return answer.ok ? readPhoto(await answer.blob()) : null;
}

/** A photograph as the browser shows it. */
export class PhotoScene implements Scene {
  #picture: Picture | null = null;
  #image: ImageBitmap | null = null;
  #asked = false;
  canvas: Canvas | null = null;

  constructor(
    readonly source: PhotoSource,
    private readonly changed: () => void,
  ) {}

  /** Has it read, once. Not before there is time for it. */
  load(): void {
    if (this.#asked) return;
    this.#asked = true;
    pictureOf(this.source).then(
      (image) => image && this.#take(image),
      () => {}, // The connection is lost, which is told elsewhere.
    );
  }

  #take(image: ImageBitmap): void {
    this.#image = image;
    this.canvas = { width: image.width, height: image.height };
    this.changed();
  }

  draw(renderer: Renderer, { at, clip }: Showing): boolean {
    const picture = this.pictureIn(renderer);
    if (picture) renderer.draw(picture, at, clip, 1);
    return false;
  }

  /** Null until it is there. */
  pictureIn(renderer: Renderer): Picture | null {
    if (!this.#image) return null;
    return (this.#picture ??= renderer.picture(this.#image));
  }

  dispose(renderer: Renderer): void {
    if (this.#picture) renderer.forget(this.#picture);
    this.#picture = null;
  }
}
