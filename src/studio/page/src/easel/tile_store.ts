/** Tiles that are fetched when they are seen, and kept as long as there is room. */
import { keyOf, type TilePlace } from "./levels";
import type { Picture, Renderer } from "./renderer";

const mostAtOnce = 6;
const mostKept = 400;
const retryMs = 2000;

export type FetchTile = (place: TilePlace, signal: AbortSignal) => Promise<Blob>;

export class TileStore {
  readonly #kept = new Map<string, Picture>(); // Those seen last are last.
  readonly #coming = new Set<string>();
  readonly #failed = new Map<string, number>();
  readonly #stop = new AbortController();
  #wanted: TilePlace[] = [];

  /** @param take makes a picture of a tile. @param changed called when a tile came, or may be tried again. */
  constructor(
    private readonly renderer: Renderer,
    private readonly fetch: FetchTile,
    private readonly take: (bitmap: ImageBitmap, place: TilePlace) => Picture,
    private readonly changed: () => void,
  ) {}

  /** The tile, if it is there. */
  get(place: TilePlace): Picture | null {
    const key = keyOf(place);
    const picture = this.#kept.get(key);
    if (!picture) return null;
    this.#kept.delete(key);
    this.#kept.set(key, picture);
    return picture;
  }

  /** What is to be fetched from now on, the most urgent first; what was wanted before and has not begun is left out. */
  want(places: TilePlace[]): void {
    this.#wanted = places.filter((place) => !this.#kept.has(keyOf(place)));
    this.#next();
  }

  /** Whether nothing came for any of the places, and nothing will for now. */
  get hasFailed(): boolean {
    return this.#failed.size > 0 && this.#kept.size === 0;
  }

  dispose(): void {
    this.#stop.abort();
    for (const picture of this.#kept.values()) this.renderer.forget(picture);
    this.#kept.clear();
  }

  #mayBegin(place: TilePlace): boolean {
    const key = keyOf(place);
    return !this.#coming.has(key) && (this.#failed.get(key) ?? 0) < performance.now();
  }

  #next(): void {
    while (this.#coming.size < mostAtOnce) {
      const place = this.#wanted.find((each) => this.#mayBegin(each));
      if (!place) return;
      this.#wanted = this.#wanted.filter((each) => each !== place);
      void this.#load(place);
    }
  }

  async #load(place: TilePlace): Promise<void> {
    const key = keyOf(place);
    this.#coming.add(key);
    try {
      const blob = await this.fetch(place, this.#stop.signal);
      const bitmap = await createImageBitmap(blob, { colorSpaceConversion: "none" });
      if (this.#stop.signal.aborted) return;
      this.#keep(key, this.take(bitmap, place));
      this.#failed.delete(key);
    } catch {
      if (this.#stop.signal.aborted) return;
      this.#failed.set(key, performance.now() + retryMs);
      setTimeout(this.changed, retryMs + 10);
    } finally {
      this.#coming.delete(key);
    }
    this.changed();
    this.#next();
  }

  #keep(key: string, picture: Picture): void {
    this.#kept.set(key, picture);
    for (const [oldest, forgotten] of this.#kept) {
      if (this.#kept.size <= mostKept) break;
      this.renderer.forget(forgotten);
      this.#kept.delete(oldest);
    }
  }
}
