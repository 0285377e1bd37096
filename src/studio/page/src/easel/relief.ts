/** The relief of the paint, as tiles tell it: heights in two bytes, of which slopes are made for the lamp. */
import { steepest } from "./lighting";

/** Heights above the priming that 0 and 65535 stand for, mm apart (src/rendering/render.h). */
const heightRange = 2.0;

/**
 * How the surface rises along x and y, both after the other for each pixel. Where a tile ends, its last pixels stand for those beyond.
 * @param rgba the upper byte of a height in red, the lower in green.
 * @param pixelMm width of a pixel.
 */
export function slopesOf(rgba: Uint8ClampedArray, width: number, height: number, pixelMm: number): Float32Array {
  const perStep = heightRange / 65535 / pixelMm;
  const at = (x: number, y: number): number => {
    const i = 4 * (y * width + x);
    return (rgba[i] ?? 0) * 256 + (rgba[i + 1] ?? 0);
  };
  const slopes = new Float32Array(2 * width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [left, right] = [Math.max(0, x - 1), Math.min(width - 1, x + 1)];
      const [above, below] = [Math.max(0, y - 1), Math.min(height - 1, y + 1)];
      const dx = ((at(right, y) - at(left, y)) * perStep) / Math.max(1, right - left);
      const dy = ((at(x, below) - at(x, above)) * perStep) / Math.max(1, below - above);
      const slump = 1 / Math.sqrt(1 + (dx * dx + dy * dy) / steepest ** 2);
      slopes[2 * (y * width + x)] = dx * slump;
      slopes[2 * (y * width + x) + 1] = dy * slump;
    }
  return slopes;
}

/** The pixels of a picture, as they are written in its file. */
export function pixelsOf(bitmap: ImageBitmap): Uint8ClampedArray {
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("no 2D canvas");
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height).data;
}
