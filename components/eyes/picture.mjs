// The picture that is looked at, and windows cut out of it at any place, size and lean.

/** A picture of half the width and height, each pixel the mean of four. */
function halved({ width, height, data }) {
  const w = width >> 1;
  const h = height >> 1;
  const half = new Uint8Array(w * h * 3);
  const row = width * 3;
  for (let y = 0, to = 0; y < h; ++y) {
    let from = 2 * y * row;
    for (let x = 0; x < w; ++x, from += 6, to += 3)
      for (let c = 0; c < 3; ++c)
        half[to + c] = (data[from + c] + data[from + 3 + c] + data[from + row + c] + data[from + row + 3 + c] + 2) >> 2;
  }
  return { width: w, height: h, data: half };
}

export class Picture {
  /** @param data rgb8, rows from the top */
  constructor(width, height, data) {
    this.width = width;
    this.height = height;
    this.levels = [{ width, height, data }];
  }

  /** The picture at half the size, `level` times over, as far as there are pixels. */
  level(level) {
    while (this.levels.length <= level) {
      const last = this.levels.at(-1);
      if (last.width < 4 || last.height < 4) return this.levels.length - 1;
      this.levels.push(halved(last));
    }
    return level;
  }

  /**
   * Reads a window, which may lean and reach beyond the picture, where it is black.
   * @param window {x, y: its centre, width, height, angle: radians clockwise}, in pixels of the picture
   * @param rows, columns the size in which it is wanted
   * @param to where its pixels are written, three numbers each
   * @param range [least, most]: what black and white become
   */
  read(window, rows, columns, to, range) {
    const step = Math.max(window.width / columns, window.height / rows);
    const level = this.level(Math.max(0, Math.floor(Math.log2(step) + 0.25)));
    const { width, height, data } = this.levels[level];
    const [fx, fy] = [width / this.width, height / this.height];
    const [cos, sin] = [Math.cos(window.angle ?? 0), Math.sin(window.angle ?? 0)];
    const [dx, dy] = [window.width / columns, window.height / rows];
    const gain = (range[1] - range[0]) / 255;
    const rowLength = width * 3;
    let at = 0;
    for (let row = 0; row < rows; ++row) {
      const v = (row + 0.5 - rows / 2) * dy;
      const u = (0.5 - columns / 2) * dx;
      let x = (window.x + cos * u - sin * v) * fx - 0.5;
      let y = (window.y + sin * u + cos * v) * fy - 0.5;
      const [sx, sy] = [cos * dx * fx, sin * dx * fy];
      for (let column = 0; column < columns; ++column, x += sx, y += sy, at += 3) {
        if (!(x > -1 && y > -1 && x < width && y < height)) {
          to[at] = to[at + 1] = to[at + 2] = range[0];
          continue;
        }
        const xf = Math.floor(x);
        const yf = Math.floor(y);
        const a = x - xf;
        const b = y - yf;
        const x0 = xf < 0 ? 0 : xf;
        const y0 = yf < 0 ? 0 : yf;
        const right = xf < width - 1 && xf >= 0 ? 3 : 0;
        const below = yf < height - 1 && yf >= 0 ? rowLength : 0;
        const i = y0 * rowLength + x0 * 3;
        const w00 = (1 - a) * (1 - b) * gain;
        const w10 = a * (1 - b) * gain;
        const w01 = (1 - a) * b * gain;
        const w11 = a * b * gain;
        const j = i + below;
        to[at] = range[0] + w00 * data[i] + w10 * data[i + right] + w01 * data[j] + w11 * data[j + right];
        to[at + 1] = range[0] + w00 * data[i + 1] + w10 * data[i + right + 1] + w01 * data[j + 1] + w11 * data[j + right + 1];
        to[at + 2] = range[0] + w00 * data[i + 2] + w10 * data[i + right + 2] + w01 * data[j + 2] + w11 * data[j + right + 2];
      }
    }
  }
}

/** A place of a window, in shares of the window, as a place of the picture, in pixels. */
export function fromWindow(window, u, v) {
  const [cos, sin] = [Math.cos(window.angle ?? 0), Math.sin(window.angle ?? 0)];
  const [x, y] = [(u - 0.5) * window.width, (v - 0.5) * window.height];
  return [window.x + cos * x - sin * y, window.y + sin * x + cos * y];
}
