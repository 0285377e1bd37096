// What MediaPipe's detectors have in common: a net of anchors, each with a score and a box with a few points, of which
// those that overlap are blended.

import { fromWindow } from "./picture.mjs";

const kOverlap = 0.3;

/** The centres of the anchors: for each stride the cells of its grid, as often as there are anchors in a cell. */
export function anchors(rows, columns, layers) {
  const centres = [];
  for (const { stride, count } of layers) {
    const [h, w] = [Math.ceil(rows / stride), Math.ceil(columns / stride)];
    for (let y = 0; y < h; ++y)
      for (let x = 0; x < w; ++x)
        for (let i = 0; i < count; ++i) centres.push((x + 0.5) / w, (y + 0.5) / h);
  }
  return Float32Array.from(centres);
}

export function sigmoid(x) {
  return 1 / (1 + Math.exp(-Math.max(-60, Math.min(60, x))));
}

/** How much two boxes [x, y, w, h] overlap: what they share, as a share of what they cover. */
export function overlap(a, b) {
  const w = Math.min(a[0] + a[2], b[0] + b[2]) - Math.max(a[0], b[0]);
  const h = Math.min(a[1] + a[3], b[1] + b[3]) - Math.max(a[1], b[1]);
  if (w <= 0 || h <= 0) return 0;
  return (w * h) / (a[2] * a[3] + b[2] * b[3] - w * h);
}

/** How much of the smaller of two boxes lies in the other. */
export function inside(a, b) {
  const w = Math.min(a[0] + a[2], b[0] + b[2]) - Math.max(a[0], b[0]);
  const h = Math.min(a[1] + a[3], b[1] + b[3]) - Math.max(a[1], b[1]);
  if (w <= 0 || h <= 0) return 0;
  return (w * h) / Math.min(a[2] * a[3], b[2] * b[3]);
}

function mean(found, weights) {
  const sum = weights.reduce((a, b) => a + b, 0);
  const blend = (of) => found.reduce((total, d, i) => total + weights[i] * of(d), 0) / sum;
  return {
    ...found[0],
    box: found[0].box.map((_, k) => blend((d) => d.box[k])),
    points: found[0].points.map((_, k) => [blend((d) => d.points[k][0]), blend((d) => d.points[k][1])]),
  };
}

/** Blends detections that overlap into one, the best first. */
export function blendOverlapping(detections, limit = kOverlap) {
  const rest = [...detections].sort((a, b) => b.score - a.score);
  const kept = [];
  while (rest.length > 0) {
    const best = rest[0];
    const same = rest.filter((d) => d === best || overlap(best.box, d.box) > limit);
    kept.push(mean(same, same.map((d) => d.score)));
    for (const d of same) rest.splice(rest.indexOf(d), 1);
  }
  return kept;
}

/** A detector: a network with its anchors. */
export class Detector {
  constructor(network, { layers, points, range }) {
    Object.assign(this, { network, points, range });
    [this.rows, this.columns] = network.size;
    this.anchors = anchors(this.rows, this.columns, layers);
  }

  /**
   * What is seen in a window of a picture.
   * @returns {{score, box: [x, y, w, h], points: [x, y][]}[]} in pixels of the picture; the box is upright in the window
   */
  look(picture, window, least) {
    const { rows, columns } = this;
    picture.read(window, rows, columns, this.network.pixels, this.range);
    const { boxes, scores } = this.network.run();
    const values = 4 + 2 * this.points;
    const found = [];
    const limit = -Math.log(1 / least - 1);
    for (let i = 0; i < scores.length; ++i) {
      if (!(scores[i] >= limit)) continue;
      const at = i * values;
      const place = (k) => [boxes[at + k] / columns + this.anchors[2 * i], boxes[at + k + 1] / rows + this.anchors[2 * i + 1]];
      const [u, v] = place(0);
      const [w, h] = [(boxes[at + 2] / columns) * window.width, (boxes[at + 3] / rows) * window.height];
      const [x, y] = fromWindow(window, u, v);
      if (!(w > 0 && h > 0)) continue;
      found.push({
        score: sigmoid(scores[i]),
        box: [x - w / 2, y - h / 2, w, h],
        points: Array.from({ length: this.points }, (_, k) => fromWindow(window, ...place(4 + 2 * k))),
      });
    }
    return blendOverlapping(found);
  }
}
