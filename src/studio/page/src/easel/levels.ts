/** The pyramid of tiles in which a finished painting is seen. */
import type { Canvas, Rect } from "./view";

export const tileSide = 256;
export const largestLevel = 4096;

/** Long side of the smallest level that is sharp at a scale. @param scale device pixels a mm. */
export function levelFor(canvas: Canvas, scale: number, largest = largestLevel): number {
  const needed = 0.8 * scale * Math.max(canvas.width, canvas.height);
  let size = tileSide;
  while (size < needed && size < largest) size *= 2;
  return size;
}

export function levelsUpTo(size: number): number[] {
  const levels = [];
  for (let each = tileSide; each <= size; each *= 2) levels.push(each);
  return levels;
}

export interface TilePlace {
  size: number;
  x: number;
  y: number;
}

export const keyOf = ({ size, x, y }: TilePlace): string => `${size}/${x}/${y}`;

/** A level's size in pixels. */
export function levelSize(canvas: Canvas, size: number): { width: number; height: number } {
  const long = Math.max(canvas.width, canvas.height);
  return {
    width: Math.max(1, Math.round((size * canvas.width) / long)),
    height: Math.max(1, Math.round((size * canvas.height) / long)),
  };
}

/** Where a tile lies on the screen, when the whole painting lies at `at`. */
export function placeOfTile(tile: TilePlace, pixels: { width: number; height: number }, canvas: Canvas, at: Rect): Rect {
  const whole = levelSize(canvas, tile.size);
  const across = at.width / whole.width;
  const down = at.height / whole.height;
  return {
    x: at.x + tile.x * tileSide * across,
    y: at.y + tile.y * tileSide * down,
    width: pixels.width * across,
    height: pixels.height * down,
  };
}

/** The tiles of a level that a clip shows, those nearest to its middle first. */
export function tilesWithin(canvas: Canvas, size: number, at: Rect, clip: Rect): TilePlace[] {
  const whole = levelSize(canvas, size);
  const across = whole.width / at.width;
  const down = whole.height / at.height;
  const range = (low: number, high: number, pixels: number): [number, number] => [
    Math.max(0, Math.floor(low / tileSide)),
    Math.min(Math.ceil(pixels / tileSide), Math.ceil(high / tileSide)),
  ];
  const [left, right] = range((clip.x - at.x) * across, (clip.x + clip.width - at.x) * across, whole.width);
  const [top, bottom] = range((clip.y - at.y) * down, (clip.y + clip.height - at.y) * down, whole.height);
  const tiles: TilePlace[] = [];
  for (let y = top; y < bottom; y += 1) for (let x = left; x < right; x += 1) tiles.push({ size, x, y });
  const far = (tile: TilePlace) => Math.hypot(tile.x + 0.5 - (left + right) / 2, tile.y + 0.5 - (top + bottom) / 2);
  return tiles.sort((a, b) => far(a) - far(b));
}
