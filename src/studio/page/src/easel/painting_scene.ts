/**
 * A painting, from the faint photograph on which it begins to the lit picture: the strokes of its plan, the painted parts
 * of the growing picture over them, and tiles of the finished one over all. Where it goes on from another painting, it
 * begins on that one's picture, and its strokes are the new ones alone until it is finished.
 */
import type { StrokeFrame, TileFrame } from "../server/frames";
import { fetchTile, type TileFinish } from "../server/requests";
import { eased, glideFrom } from "./glide";
import { largestLevel, levelFor, levelsUpTo, placeOfTile, tileSide, tilesWithin, type TilePlace } from "./levels";
import type { Lamp } from "./lighting";
import { pixelsOf, slopesOf } from "./relief";
import type { Colour, Picture, Renderer, Surface } from "./renderer";
import type { PhotoScene, Scene, Showing } from "./scene";
import { noBed, StrokeLayer, type Bed } from "./stroke_layer";
import { TileStore } from "./tile_store";
import type { Canvas, Rect } from "./view";

const glideMs = 350;
const faint = 0.3;
const barePaper: Colour = [236, 232, 224];
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
  readonly #still: boolean;
  readonly #changed: () => void;
  #frame: StrokeFrame | null = null;
  #from: Float32Array = new Float32Array();
  #glide: Glide | null = null;
  #shown: number | null = null;
  readonly #strokes = new StrokeLayer();
  #slow = false; // Strokes glide too slowly.
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
    const glides = !this.#still && !this.#slow && !this.finished && before !== undefined && before.length > 0;
    this.#from = glides ? glideFrom(before, frame.values) : frame.values;
    this.#glide = glides ? { began: performance.now(), frames: 0 } : null;
    this.#changed();
  }

  /** All strokes follow the new ones, which stay on the picture of before until tiles hide them. */
  #keepNewStrokes(): void {
    if (this.#under && this.finished && !this.#grown) this.#grown = this.#strokes.take();
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
    this.#strokes.dispose(renderer);
    if (this.#grown) renderer.forget(this.#grown);
    this.#grown = null;
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
    this.#slow ||= renderer.slow;
    this.#strokes.slow = this.#slow || showing.share < 1;
    const bed = onBefore ? noBed : this.#bedOf(renderer);
    if (onBefore) this.#drawBefore(renderer, showing);
    else if (!this.#frame) this.#drawBed(renderer, showing, bed);
    const asBefore = onBefore && this.finished;
    const moves = !asBefore && this.#drawStrokes(renderer, showing, bed);
    this.#layPending(renderer);
    if (!scrubbed && this.#grown) renderer.draw(this.#grown, at, clip, 1);
    return moves;
  }

  /** What strokes lie on: the faint photograph, and the ground where they are looked at alone. */
  #bedOf(renderer: Renderer): Bed {
    if (this.finished || this.#shown !== null) return { ...noBed, colour: this.#frame?.ground ?? barePaper };
    return { colour: barePaper, picture: this.photo?.pictureIn(renderer) ?? null, opacity: faint };
  }

  #drawBed(renderer: Renderer, { at, clip }: Showing, { colour, picture, opacity }: Bed): void {
    if (colour) renderer.fill(colour, at, clip);
    if (picture) renderer.draw(picture, at, clip, opacity);
  }

  #drawBefore(renderer: Renderer, showing: Showing): void {
    if (!this.#under) return;
    renderer.fill(barePaper, showing.at, showing.clip);
    this.#before ??= this.#storeOf(renderer, this.#under, "lit");
    this.#drawPictures(renderer, this.#before, showing);
  }

  #drawStrokes(renderer: Renderer, { at, clip, now, moved }: Showing, bed: Bed): boolean {
    if (!this.#frame) return false;
    const moves = this.#strokes.lay(renderer, {
      frame: this.#frame,
      from: this.#from,
      share: this.#shareOfGlide(now),
      count: Math.min(this.#shown ?? this.#frame.count, this.#frame.count),
      bed,
      seen: Math.max(at.width, at.height),
      now,
      hurried: moved,
    });
    if (this.#strokes.surface) renderer.draw(this.#strokes.surface, at, clip, 1);
    return moves;
  }

  #shareOfGlide(now: number): number {
    if (!this.#glide) return 1;
    this.#glide.frames += 1;
    const passed = Math.max(0, now - this.#glide.began);
    const slow = this.#glide.frames > 2 && passed / this.#glide.frames > slowestGlide;
    if (passed < glideMs && !slow) return eased(passed / glideMs);
    if (slow) this.#slow = true;
    this.#glide = null;
    return 1;
  }

  #layPending(renderer: Renderer): void {
    for (const { bitmap, tile } of this.#pending) {
      if (!this.#grown || this.#grown.width !== tile.wholeWidth || this.#grown.height !== tile.wholeHeight) {
        if (this.#grown) renderer.forget(this.#grown);
        this.#grown = renderer.surface(tile.wholeWidth, tile.wholeHeight);
        renderer.wipe(this.#grown, null);
      }
      const picture = renderer.picture(bitmap);
      renderer.put(this.#grown, picture, { x: tile.x, y: tile.y, width: picture.width, height: picture.height }, 1);
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
