/**
 * A painting, from the faint photograph on which it begins to the lit picture: the strokes of its plan, the painted parts
 * of the growing picture over them, and tiles of the finished one over all. Where it goes on from another painting, it
 * begins on that one's picture, and its strokes are the new ones alone until it is finished.
 */
import type { StrokeFrame, TileFrame } from "../server/frames";
import { fetchTile, type TileFinish } from "../server/requests";
import { eased, glideFrom } from "./glide";
import { largestLevel, levelFor, levelSize, levelsUpTo, placeOfTile, tileSide, tilesWithin, type TilePlace } from "./levels";
import type { Lamp } from "./lighting";
import { pixelsOf, slopesOf } from "./relief";
import type { Colour, Picture, Renderer, Surface } from "./renderer";
import type { PhotoScene, Scene, Showing } from "./scene";
import { TileStore } from "./tile_store";
import type { Canvas, Rect } from "./view";

const glideMs = 350;
const faint = 0.3;
const barePaper: Colour = [236, 232, 224];
const smallestSurface = 512;
const largestSurface = 2048;
/** The lamp's tiles are two for one, and the light shows no more beyond. */
const largestLampLevel = 2048;
/** Where a frame of gliding takes longer, strokes jump, ms. */
const slowestGlide = 60;

export interface PaintingChoice {
  id: string;
  canvas: Canvas;
  /** The painting on whose picture it begins; without: on a faint photograph. */
  under?: string | null;
  still: boolean; // Reduced motion.
  changed: () => void;
}

interface Glide {
  began: number;
  frames: number;
}

export class PaintingScene implements Scene {
  readonly id: string;
  canvas: Canvas;
  photo: PhotoScene | null = null;
  /** Whether the lit picture can be fetched. */
  finished = false;
  readonly #under: string | null;
  #still: boolean;
  readonly #changed: () => void;
  #frame: StrokeFrame | null = null;
  #from: Float32Array = new Float32Array();
  #glide: Glide | null = null;
  #sent = false;
  #shown: number | null = null;
  #surface: Surface | null = null;
  /** What lies on the surface: so many strokes, on this ground. */
  #laid = { count: -1, bare: false };
  #grown: Surface | null = null;
  #pending: { bitmap: ImageBitmap; tile: TileFrame }[] = [];
  #before: TileStore | null = null;
  #lit: TileStore | null = null;
  #paint: TileStore | null = null;
  #relief: TileStore | null = null;
  #tilesOrder: Promise<void> = Promise.resolve();

  constructor({ id, canvas, under = null, still, changed }: PaintingChoice) {
    this.id = id;
    this.canvas = canvas;
    this.#under = under;
    this.#still = still;
    this.#changed = changed;
  }

  get strokes(): number {
    return this.#frame?.count ?? 0;
  }

  /** Whether the lamp was asked for and did not come. */
  get lampFailed(): boolean {
    return this.#relief?.hasFailed ?? false;
  }

  setStrokes(frame: StrokeFrame): void {
    this.#keepNewStrokes();
    const before = this.#frame?.values;
    this.canvas = { width: frame.width, height: frame.height };
    this.#frame = frame;
    const glides = !this.#still && !this.finished && before !== undefined && before.length > 0;
    this.#from = glides ? glideFrom(before, frame.values) : frame.values;
    this.#glide = glides ? { began: performance.now(), frames: 0 } : null;
    this.#sent = false;
    this.#laid.count = -1;
    this.#changed();
  }

  /** All strokes follow the new ones, which stay on the picture of before until tiles hide them. */
  #keepNewStrokes(): void {
    if (!this.#under || !this.finished || !this.#surface || this.#grown) return;
    this.#grown = this.#surface;
    this.#surface = null;
  }

  /** Shows the first strokes alone; null: what there is. */
  show(count: number | null): void {
    this.#shown = count;
    this.#changed();
  }

  /** A painted part of the growing picture. */
  addTile(tile: TileFrame): void {
    const blob = new Blob([tile.picture as Uint8Array<ArrayBuffer>]);
    const bitmap = createImageBitmap(blob, { colorSpaceConversion: "none" });
    // Later parts lie over earlier ones, whichever is decoded first.
    this.#tilesOrder = this.#tilesOrder.then(async () => {
      this.#pending.push({ bitmap: await bitmap, tile });
      this.#changed();
    });
    this.#tilesOrder = this.#tilesOrder.catch(() => console.warn("a painted part that cannot be decoded"));
  }

  /** What was fetched is of an earlier painting. */
  repaint(): void {
    for (const store of [this.#lit, this.#paint, this.#relief]) store?.dispose();
    this.#lit = this.#paint = this.#relief = null;
    this.finished = false;
  }

  dispose(renderer: Renderer): void {
    this.repaint();
    this.#before?.dispose();
    this.#before = null;
    for (const surface of [this.#surface, this.#grown]) if (surface) renderer.forget(surface);
    this.#surface = this.#grown = null;
    this.#laid.count = -1;
    this.#sent = false;
  }

  draw(renderer: Renderer, showing: Showing): boolean {
    const tiled = this.finished && this.#shown === null;
    const moves = !(tiled && this.#isCovered(showing)) && this.#drawBeneath(renderer, showing);
    if (tiled) this.#drawTiles(renderer, showing);
    return moves;
  }

  /** What is seen where there is no tile. */
  #drawBeneath(renderer: Renderer, showing: Showing): boolean {
    const { at, clip } = showing;
    const scrubbed = this.#shown !== null;
    const onBefore = this.#under !== null && !(this.finished && scrubbed);
    renderer.fill(barePaper, at, clip);
    if (onBefore) this.#drawBefore(renderer, showing);
    else if (!this.finished && !scrubbed) this.photo?.drawFaint(renderer, at, clip, faint);
    const asBefore = onBefore && this.finished;
    const moves = !asBefore && this.#drawStrokes(renderer, showing, !onBefore && (this.finished || scrubbed));
    this.#layPending(renderer);
    if (!scrubbed && this.#grown) renderer.draw(this.#grown, at, clip, 1);
    return moves;
  }

  #drawBefore(renderer: Renderer, showing: Showing): void {
    if (!this.#under) return;
    this.#before ??= this.#storeOf(renderer, this.#under, "lit");
    this.#drawPictures(renderer, this.#before, showing);
  }

  #drawStrokes(renderer: Renderer, { at, clip, now }: Showing, bare: boolean): boolean {
    const frame = this.#frame;
    if (!frame) return false;
    const perMm = this.#fitSurface(renderer, at);
    if (!this.#surface) return false;
    const share = this.#shareOfGlide(now);
    const count = Math.min(this.#shown ?? frame.count, frame.count);
    this.#layStrokes(renderer, this.#surface, { count, bare, perMm, share, ground: frame.ground });
    renderer.draw(this.#surface, at, clip, 1);
    return share < 1;
  }

  #layStrokes(
    renderer: Renderer,
    surface: Surface,
    work: { count: number; bare: boolean; perMm: number; share: number; ground: Colour },
  ): void {
    const { count, bare, perMm, share } = work;
    if (!this.#sent && this.#frame) {
      renderer.setStrokes({ from: this.#from, to: this.#frame.values });
      this.#sent = true;
    }
    const goesOn = this.#laid.count >= 0 && this.#laid.count <= count && this.#laid.bare === bare && share >= 1;
    if (!goesOn) renderer.wipe(surface, bare ? work.ground : null);
    renderer.lay(surface, goesOn ? this.#laid.count : 0, count, perMm, share);
    this.#laid = { count: share < 1 ? -1 : count, bare };
  }

  #shareOfGlide(now: number): number {
    if (!this.#glide) return 1;
    this.#glide.frames += 1;
    const passed = Math.max(0, now - this.#glide.began);
    const slow = this.#glide.frames > 2 && passed / this.#glide.frames > slowestGlide;
    if (passed < glideMs && !slow) return eased(passed / glideMs);
    if (slow) this.#still = true;
    this.#glide = null;
    return 1;
  }

  /** The strokes are laid at least as finely as they are seen, in steps of two. @returns pixels a mm. */
  #fitSurface(renderer: Renderer, at: Rect): number {
    const seen = Math.max(at.width, at.height);
    let long = smallestSurface;
    while (long < seen * 0.75 && long < largestSurface) long *= 2;
    if (this.#surface && Math.max(this.#surface.width, this.#surface.height) < long) {
      renderer.forget(this.#surface);
      this.#surface = null;
    }
    if (!this.#surface) {
      const { width, height } = levelSize(this.canvas, long);
      this.#surface = renderer.surface(width, height);
      this.#laid.count = -1;
    }
    return this.#surface.width / this.canvas.width;
  }

  #layPending(renderer: Renderer): void {
    for (const { bitmap, tile } of this.#pending) {
      if (!this.#grown || this.#grown.width !== tile.wholeWidth || this.#grown.height !== tile.wholeHeight) {
        if (this.#grown) renderer.forget(this.#grown);
        this.#grown = renderer.surface(tile.wholeWidth, tile.wholeHeight);
        renderer.wipe(this.#grown, null);
      }
      const picture = renderer.picture(bitmap);
      renderer.put(this.#grown, picture, tile.x, tile.y);
      renderer.forget(picture);
      bitmap.close();
    }
    this.#pending = [];
  }

  #storeOf(renderer: Renderer, id: string, finish: TileFinish): TileStore {
    const fetch = (place: TilePlace, signal: AbortSignal) => fetchTile(id, finish, place.size, place.x, place.y, signal);
    const take = finish === "relief" ? this.#reliefOf(renderer) : (bitmap: ImageBitmap) => renderer.picture(bitmap);
    return new TileStore(renderer, fetch, take, this.#changed);
  }

  #reliefOf(renderer: Renderer): (bitmap: ImageBitmap, place: TilePlace) => Picture {
    return (bitmap, { size }) => {
      const pixelMm = Math.max(this.canvas.width, this.canvas.height) / size;
      const { width, height } = bitmap;
      return renderer.relief(slopesOf(pixelsOf(bitmap), width, height, pixelMm), width, height);
    };
  }

  /** Whether sharp tiles cover all that is seen, so that nothing beneath need be drawn. */
  #isCovered(showing: Showing): boolean {
    return showing.lamp
      ? this.#isComplete(showing, largestLampLevel, [this.#paint, this.#relief])
      : this.#isComplete(showing, largestLevel, [this.#lit]);
  }

  #sharpLevel({ at, share }: Showing, largest: number): number {
    return levelFor(this.canvas, at.width / share / this.canvas.width, largest);
  }

  #isComplete(showing: Showing, largest: number, stores: (TileStore | null)[]): boolean {
    const { at, clip } = showing;
    const sharp = this.#sharpLevel(showing, largest);
    return tilesWithin(this.canvas, sharp, at, clip).every((tile) => stores.every((store) => store?.get(tile)));
  }

  /** What is lit by hand lies over the picture as it was lit, until all of it is there. */
  #drawTiles(renderer: Renderer, showing: Showing): void {
    const { lamp } = showing;
    if (lamp) {
      this.#paint ??= this.#storeOf(renderer, this.id, "flat");
      this.#relief ??= this.#storeOf(renderer, this.id, "relief");
    }
    if (!lamp || !this.#isCovered(showing)) this.#drawLit(renderer, showing);
    if (lamp) this.#drawLamp(renderer, showing, lamp);
  }

  #drawLit(renderer: Renderer, showing: Showing): void {
    this.#lit ??= this.#storeOf(renderer, this.id, "lit");
    this.#drawPictures(renderer, this.#lit, showing);
  }

  #drawPictures(renderer: Renderer, store: TileStore, showing: Showing): void {
    this.#drawLevels(showing, largestLevel, [store], (tile, place) => {
      const picture = store.get(tile);
      if (picture) renderer.draw(picture, place(picture), showing.clip, 1);
    });
  }

  #drawLamp(renderer: Renderer, showing: Showing, lamp: Lamp): void {
    this.#drawLevels(showing, largestLampLevel, [this.#paint, this.#relief], (tile, place) => {
      const paint = this.#paint?.get(tile);
      const relief = this.#relief?.get(tile);
      if (paint && relief) renderer.drawLit(paint, relief, place(paint), showing.clip, lamp);
    });
  }

  /** The level that is sharp; as long as tiles of it are missing, the coarser ones before it. */
  #drawLevels(
    showing: Showing,
    largest: number,
    stores: (TileStore | null)[],
    draw: (tile: TilePlace, place: (pixels: { width: number; height: number }) => Rect) => void,
  ): void {
    const { at, clip } = showing;
    const sharp = this.#sharpLevel(showing, largest);
    const tiles = tilesWithin(this.canvas, sharp, at, clip);
    const complete = this.#isComplete(showing, largest, stores);
    const levels = complete ? [sharp] : levelsUpTo(sharp);
    for (const size of levels)
      for (const tile of tilesWithin(this.canvas, size, at, clip))
        draw(tile, (pixels) => placeOfTile(tile, pixels, this.canvas, at));
    const coarsest = complete ? [] : tilesWithin(this.canvas, tileSide, at, clip);
    for (const store of stores) store?.want([...coarsest, ...tiles]);
  }
}
