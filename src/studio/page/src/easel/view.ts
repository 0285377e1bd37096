/** Which part of a painting is seen, and how large. */

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A painting's size, mm. */
export interface Canvas {
  width: number;
  height: number;
}

/** The point of the painting (mm) in the middle of a pane, and how many device pixels a millimetre takes. */
export interface View {
  x: number;
  y: number;
  scale: number;
}

/** Long side, in pixels, of the picture of which a zoom of 100 % shows each pixel as one. */
export const wholePixels = 2048;
const mostZoom = 4;
/** The whole may be seen so much smaller than it fits. */
const leastOfFit = 0.5;

const longSide = (canvas: Canvas): number => Math.max(canvas.width, canvas.height);

/** 1 at one device pixel for each pixel of the whole picture. */
export const zoomOf = (view: View, canvas: Canvas): number => (view.scale * longSide(canvas)) / wholePixels;

export function fitScale(canvas: Canvas, pane: Rect, margin: number): number {
  const width = Math.max(1, pane.width - 2 * margin);
  const height = Math.max(1, pane.height - 2 * margin);
  return Math.min(width / canvas.width, height / canvas.height);
}

export const fitted = (canvas: Canvas, pane: Rect, margin: number): View => ({
  x: canvas.width / 2,
  y: canvas.height / 2,
  scale: fitScale(canvas, pane, margin),
});

/** The nearest view that is allowed: from half of the whole to 4:1, and never beside the painting. */
export function within(view: View, canvas: Canvas, fit: number): View {
  const most = Math.max((mostZoom * wholePixels) / longSide(canvas), fit);
  const scale = Math.min(Math.max(view.scale, fit * leastOfFit), most);
  const clamp = (value: number, top: number) => Math.min(Math.max(value, 0), top);
  return { x: clamp(view.x, canvas.width), y: clamp(view.y, canvas.height), scale };
}

/** Zooms about a place, given in device pixels from the pane's middle, which stays where it is. */
export function zoomedAt(view: View, factor: number, fromX: number, fromY: number): View {
  const scale = view.scale * factor;
  const kept = 1 / view.scale - 1 / scale;
  return { x: view.x + fromX * kept, y: view.y + fromY * kept, scale };
}

export const panned = (view: View, dx: number, dy: number): View => ({
  ...view,
  x: view.x - dx / view.scale,
  y: view.y - dy / view.scale,
});

/** Where the whole painting lies on the screen, device pixels. */
export const placed = (view: View, canvas: Canvas, pane: Rect): Rect => ({
  x: pane.x + pane.width / 2 - view.x * view.scale,
  y: pane.y + pane.height / 2 - view.y * view.scale,
  width: canvas.width * view.scale,
  height: canvas.height * view.scale,
});

export type Comparison = "alone" | "photograph" | "beside" | "below" | "divider";

/** Where the painting and what it is compared with are seen. Both are panes of one view. */
export interface Panes {
  painting: { pane: Rect; clip: Rect } | null;
  other: { pane: Rect; clip: Rect } | null;
}

/** @param divider share of the width that the other has. */
export function panesOf(whole: Rect, how: Comparison, divider: number): Panes {
  const all = { pane: whole, clip: whole };
  const half = (x: number, y: number, width: number, height: number) => {
    const pane = { x: whole.x + x, y: whole.y + y, width, height };
    return { pane, clip: pane };
  };
  const { width, height } = whole;
  const at = Math.round(width * divider);
  switch (how) {
    case "alone":
      return { painting: all, other: null };
    case "photograph":
      return { painting: null, other: all };
    case "beside":
      return { other: half(0, 0, width / 2, height), painting: half(width / 2, 0, width / 2, height) };
    case "below":
      return { painting: half(0, 0, width, height / 2), other: half(0, height / 2, width, height / 2) };
    case "divider":
      return {
        other: { pane: whole, clip: { ...whole, width: at } },
        painting: { pane: whole, clip: { ...whole, x: whole.x + at, width: width - at } },
      };
  }
}
