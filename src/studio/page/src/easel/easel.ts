/** The easel: one or two scenes on a canvas, moved by hand, drawn only when something changes. */
import { lampAt, type Light } from "./lighting";
import { FramePace, restMs } from "./frame_pace";
import { createRenderer, type Renderer } from "./renderer";
import type { Scene } from "./scene";
import { fitScale, fitted, panesOf, panned, placed, within, zoomedAt, zoomOf, type Canvas, type Comparison, type Rect, type View } from "./view";

const marginCss = 24;
/** Where frames are too slow, the easel is drawn with so many of the screen's pixels on each side, until it rests. */
const coarseShare = 0.5;

export interface EaselListener {
  /** @param zoom 1 at 100 %; null while there is nothing to see. */
  viewChanged(zoom: number | null): void;
}

export class Easel {
  #renderer: Renderer;
  #scene: Scene | null = null;
  #other: Scene | null = null;
  #view: View | null = null;
  #fits = true; // Until somebody moves it.
  #comparison: Comparison = "alone";
  #divider = 0.5;
  #light: Light | null = null;
  #waiting = 0;
  #density = 1;
  #coarse = false;
  #moved = false;
  readonly #pace = new FramePace();
  #resting = 0;
  readonly #observer: ResizeObserver;

  constructor(
    readonly canvas: HTMLCanvasElement,
    private readonly listener: EaselListener,
  ) {
    this.#renderer = createRenderer(canvas);
    canvas.dataset["renderer"] = this.#renderer.kind;
    this.#observer = new ResizeObserver(() => this.#resize());
    this.#observer.observe(canvas);
    canvas.addEventListener("webglcontextlost", this.#lost);
    canvas.addEventListener("webglcontextrestored", this.#restored);
    this.#resize();
  }

  dispose(): void {
    this.#observer.disconnect();
    cancelAnimationFrame(this.#waiting);
    clearTimeout(this.#resting);
    this.canvas.removeEventListener("webglcontextlost", this.#lost);
    this.canvas.removeEventListener("webglcontextrestored", this.#restored);
    this.#scene?.dispose(this.#renderer);
    this.#other?.dispose(this.#renderer);
  }

  readonly #lost = (event: Event): void => event.preventDefault();
  readonly #restored = (): void => {
    this.#scene?.dispose(this.#renderer);
    this.#other?.dispose(this.#renderer);
    this.#renderer = createRenderer(this.canvas);
    this.#resize();
  };

  get density(): number {
    return this.#density;
  }

  /** What stands on the easel and what it is compared with; a scene of before is disposed of. */
  setScenes(scene: Scene | null, other: Scene | null): void {
    for (const before of [this.#scene, this.#other])
      if (before && before !== scene && before !== other) before.dispose(this.#renderer);
    if (scene !== this.#scene) this.fit();
    this.#scene = scene;
    this.#other = other;
    this.redraw();
  }

  compare(how: Comparison, divider: number): void {
    if (how !== this.#comparison) this.#fits = this.#fits || how === "beside" || how === "below";
    this.#comparison = how;
    this.#divider = divider;
    this.redraw();
  }

  /** @param light null puts the lamp out. */
  setLamp(light: Light | null): void {
    this.#light = light;
    this.redraw();
  }

  fit(): void {
    this.#fits = true;
    this.redraw();
  }

  /** To one device pixel for each of the whole picture's. */
  showFull(): void {
    const zoom = this.zoom;
    if (zoom) this.zoomBy(1 / zoom, null);
  }

  get zoom(): number | null {
    const size = this.#size();
    return size && this.#view ? zoomOf(this.#view, size) / this.#share : null;
  }

  /** Of the screen's pixels that are drawn. */
  get #share(): number {
    return this.#coarse ? coarseShare : 1;
  }

  /** @param at CSS pixels from the canvas's corner; null: its middle. */
  zoomBy(factor: number, at: { x: number; y: number } | null): void {
    if (!this.#view) return;
    const pane = this.#paneAt(at);
    const x = at ? at.x * this.#density - pane.x - pane.width / 2 : 0;
    const y = at ? at.y * this.#density - pane.y - pane.height / 2 : 0;
    this.#move(zoomedAt(this.#view, factor, x, y));
  }

  /** @param dx CSS pixels. */
  pan(dx: number, dy: number): void {
    if (this.#view) this.#move(panned(this.#view, dx * this.#density, dy * this.#density));
  }

  /** A place on the painting, shares of it from -1 to 1, from CSS pixels. */
  placeAt(x: number, y: number): { x: number; y: number } | null {
    const size = this.#size();
    if (!size || !this.#view) return null;
    const at = placed(this.#view, size, this.#paneAt({ x, y }));
    return {
      x: ((x * this.#density - at.x) / at.width) * 2 - 1,
      y: ((y * this.#density - at.y) / at.height) * 2 - 1,
    };
  }

  /** Where a rectangle of the painting lies, CSS pixels from the canvas's corner; it is given in shares from 0 to 1. */
  boxOf(box: Rect): Rect | null {
    const size = this.#size();
    if (!size || !this.#view) return null;
    const at = placed(this.#view, size, this.#paneAt(null));
    const css = 1 / this.#density;
    return {
      x: (at.x + box.x * at.width) * css,
      y: (at.y + box.y * at.height) * css,
      width: box.width * at.width * css,
      height: box.height * at.height * css,
    };
  }

  redraw = (): void => {
    if (this.#waiting !== 0) return;
    this.#pace.ask(performance.now());
    this.#waiting = requestAnimationFrame((now) => this.#draw(now));
  };

  #size(): Canvas | null {
    return this.#scene?.canvas ?? this.#other?.canvas ?? null;
  }

  #whole(): Rect {
    return { x: 0, y: 0, width: this.canvas.width, height: this.canvas.height };
  }

  #paneAt(at: { x: number; y: number } | null): Rect {
    const { painting, other } = panesOf(this.#whole(), this.#comparison, this.#divider);
    const holds = (pane: Rect) =>
      at !== null && at.x * this.#density >= pane.x && at.x * this.#density < pane.x + pane.width &&
      at.y * this.#density >= pane.y && at.y * this.#density < pane.y + pane.height;
    if (other && holds(other.pane)) return other.pane;
    return (painting ?? other)?.pane ?? this.#whole();
  }

  #fitTo(size: Canvas): number {
    const pane = this.#paneAt(null);
    return fitScale(size, pane, marginCss * this.#density);
  }

  #move(view: View): void {
    const size = this.#size();
    if (!size) return;
    this.#fits = false;
    this.#view = within(view, size, this.#fitTo(size));
    this.#moved = true;
    this.redraw();
  }

  #resize(): void {
    const before = this.#density;
    this.#density = Math.min(devicePixelRatio, 2) * this.#share;
    if (this.#view) this.#view = { ...this.#view, scale: (this.#view.scale * this.#density) / before };
    this.canvas.width = Math.max(1, Math.round(this.canvas.clientWidth * this.#density));
    this.canvas.height = Math.max(1, Math.round(this.canvas.clientHeight * this.#density));
    this.#renderer.resize(this.canvas.width, this.canvas.height);
    // At once: a canvas whose size was set is empty.
    cancelAnimationFrame(this.#waiting);
    this.#pace.ask(performance.now());
    this.#draw(performance.now());
  }

  #draw(now: number): void {
    this.#waiting = 0;
    if (this.#renderer.isLost()) return;
    this.#note();
    this.#renderer.begin();
    const size = this.#size();
    if (!size) return this.listener.viewChanged(null);
    if (this.#fits || !this.#view) this.#view = fitted(size, this.#paneAt(null), marginCss * this.#density);
    if (this.#drawScenes(size, this.#view, now)) this.redraw();
    this.#pace.end(performance.now());
    this.listener.viewChanged(zoomOf(this.#view, size) / this.#share);
  }

  #drawScenes(size: Canvas, view: View, now: number): boolean {
    const lamp = this.#light && this.#lampOf(this.#light);
    const panes = panesOf(this.#whole(), this.#comparison, this.#divider);
    const draw = (scene: Scene | null, part: { pane: Rect; clip: Rect } | null) =>
      scene?.canvas && part
        ? scene.draw(this.#renderer, {
            at: placed(view, size, part.pane),
            clip: part.clip,
            lamp: lamp ?? null,
            now,
            moved: this.#moved,
            share: this.#share,
          })
        : false;
    const othersMove = draw(this.#other, panes.other);
    const moves = draw(this.#scene, panes.painting);
    this.#moved = false;
    return moves || othersMove;
  }

  /** The same lamp as long as the light is: what is lit once is kept. */
  #lamp: { light: Light; lamp: ReturnType<typeof lampAt> } | null = null;
  #lampOf(light: Light): ReturnType<typeof lampAt> {
    if (this.#lamp?.light !== light) this.#lamp = { light, lamp: lampAt(light) };
    return this.#lamp.lamp;
  }

  #note(): void {
    if (this.#pace.begin(performance.now()) && !this.#coarse) this.#becomeCoarse(true);
    if (!this.#coarse) return;
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.#becomeCoarse(false), restMs);
  }

  #becomeCoarse(coarse: boolean): void {
    this.#coarse = coarse;
    this.#pace.forget();
    this.#resize();
  }
}
