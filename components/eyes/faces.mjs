// Faces: found over the whole picture and over its parts, each then measured with a mesh.

import { Detector, sigmoid } from "./detecting.mjs";
import { fromWindow } from "./picture.mjs";

// The sides of tiles, in shares of the picture's long side, and how much of it neighbours share.
const kCoarse = 0.5;
const kFine = 0.14;
const kTileOverlap = 0.15;
// Smaller tiles show nothing more, nor do faces that are smaller (pixels).
const kLeastTile = 160;
const kLeastFace = 12;
// A face that is so large in a tile says that others of its size are known by now. A tile is left out when its figure, and
// those of others, leave no more than this share of it.
const kLarge = 0.5;
const kLeastRest = 0.25;
const kMeshScale = 1.5;

// Points of the mesh, by their numbers: the face's outline from the forehead's middle clockwise, the brows, the chin, the ears'
// ends of the cheeks and the tip of the nose.
const kOval = [
  10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149, 150, 136, 172, 58,
  132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
];
const kBrows = [70, 63, 105, 66, 107, 336, 296, 334, 293, 300];
const kFrame = [152, 148, 377, 234, 93, 132, 454, 323, 361];
const [kCheeks, kNose] = [[234, 454], 1];
// How many points of an eye are its lids; the others lie around it.
const kLids = 16;

/** The box [x, y, w, h] about points. */
export function boxOf(points) {
  const xs = points.map((p) => p[0]);
  const ys = points.map((p) => p[1]);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return [left, top, Math.max(...xs) - left, Math.max(...ys) - top];
}

/** A box made as wide as high about its middle, of the mean of both. */
function squared([x, y, w, h]) {
  const side = (w + h) / 2;
  return [x + (w - side) / 2, y + (h - side) / 2, side, side];
}

function distance(a, b) {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

/** The place and size of an iris: its middle, and the mean distance of its rim. */
function iris(points) {
  const [middle, ...rim] = points;
  return [...middle, rim.reduce((sum, p) => sum + distance(p, middle), 0) / rim.length];
}

/** Squares of one size that cover a picture and overlap. */
function tiles({ width, height }, side) {
  const count = (length) => Math.max(1, Math.ceil((length - side * kTileOverlap) / (side * (1 - kTileOverlap))));
  const middleOf = (i, n, length) => (n === 1 ? length / 2 : side / 2 + (i * (length - side)) / (n - 1));
  const [nx, ny] = [count(width), count(height)];
  return Array.from({ length: nx * ny }, (_, i) => ({
    x: middleOf(i % nx, nx, width),
    y: middleOf(Math.floor(i / nx), ny, height),
    width: side,
    height: side,
  }));
}

/** The windows in which faces are sought first: all of the picture, and its large tiles. */
export function coarseWindows(picture) {
  const { width, height } = picture;
  const long = Math.max(width, height);
  return [{ x: width / 2, y: height / 2, width: long, height: long }, ...tiles(picture, kCoarse * long)];
}

/**
 * Small tiles, except those that show a large figure alone.
 * @param found the faces that are known by now
 */
export function fineWindows(picture, found) {
  const side = Math.max(kFine * Math.max(picture.width, picture.height), kLeastTile);
  const figures = found.filter(({ box }) => box[3] > kLarge * side).map(figureUnder);
  return tiles(picture, side).filter((tile) => rest([tile.x - side / 2, tile.y - side / 2, side, side], figures) > kLeastRest);
}

/** How much of a box some others leave, by a look at some of its places. */
function rest([x, y, w, h], boxes) {
  const places = 8;
  let free = 0;
  for (let i = 0; i < places * places; ++i) {
    const [u, v] = [x + (((i % places) + 0.5) / places) * w, y + ((Math.floor(i / places) + 0.5) / places) * h];
    if (!boxes.some((b) => u >= b[0] && v >= b[1] && u < b[0] + b[2] && v < b[1] + b[3])) free += 1;
  }
  return free / (places * places);
}

/** Where the figure of a face may be, with its arms. */
function figureUnder({ box: [x, y, w, h] }) {
  return [x - 1.5 * w, y - 0.8 * h, 4 * w, 7 * h];
}

export class FaceFinder {
  constructor(load) {
    this.detector = new Detector(load("faceDetector"), { layers: [{ stride: 4, count: 1 }], points: 6, range: [-1, 1] });
    this.mesh = load("faceMesh");
  }

  /** Faces in one window, except those that its border may cut: they are whole in a neighbour. */
  detect(picture, window, least) {
    const fits = ({ box: [, , w, h] }) => Math.max(w, h) < 0.9 * window.width && Math.min(w, h) >= kLeastFace;
    return this.detector.look(picture, window, least).filter(fits);
  }

  /** The mesh in a window about a face. */
  measure(picture, window) {
    const [rows, columns] = this.mesh.size;
    picture.read(window, rows, columns, this.mesh.pixels, [0, 1]);
    const out = this.mesh.run();
    const place = (numbers, stride) =>
      Array.from({ length: numbers.length / stride }, (_, i) =>
        fromWindow(window, numbers[stride * i] / columns, numbers[stride * i + 1] / rows),
      );
    return {
      presence: sigmoid(out.presence[0]),
      points: place(out.mesh, 3),
      lips: place(out.lips, 2),
      eyes: [place(out.leftEye, 2), place(out.rightEye, 2)],
      irises: [place(out.leftIris, 2), place(out.rightIris, 2)],
    };
  }

  /** All that can be told of a face that was detected; `presence` says whether the mesh believes it. */
  look(picture, detection) {
    const [right, left] = detection.points;
    const [x, y, w, h] = detection.box;
    const side = kMeshScale * Math.max(w, h);
    const angle = Math.atan2(left[1] - right[1], left[0] - right[0]);
    const mesh = this.measure(picture, { x: x + w / 2, y: y + h / 2, width: side, height: side, angle });
    return { ...described(mesh), detected: detection.score };
  }

  /** The face of a head that a pose found: a window as wide as the head, that leans as the face does. */
  lookAtHead(picture, joints, head) {
    const mean = (names) => [0, 1].map((k) => names.reduce((sum, name) => sum + joints[name][k] / names.length, 0));
    const eyes = mean(["left_eye", "right_eye"]);
    const mouth = mean(["mouth_left", "mouth_right"]);
    const side = 1.1 * head[3];
    const angle = Math.atan2(eyes[0] - mouth[0], mouth[1] - eyes[1]);
    const [x, y] = mean(["left_eye", "right_eye", "mouth_left", "mouth_right", "left_ear", "right_ear"]);
    return described(this.measure(picture, { x, y, width: side, height: side, angle }));
  }
}

/** A face by its detection alone, which tells the eyes, the nose, the mouth and the ears as points, and of a profile guesses some. */
export function profileOf({ box, points, score }) {
  const [right, left, nose, , rightEar, leftEar] = points;
  const [x, y, w, h] = box;
  const far = Math.max(1e-9, Math.abs(leftEar[0] - rightEar[0]) / 2);
  return {
    score,
    box,
    angle: (Math.atan2(left[1] - right[1], left[0] - right[0]) * 180) / Math.PI,
    turn: Math.max(-1, Math.min(1, (nose[0] - (leftEar[0] + rightEar[0]) / 2) / far)),
    eyes: [],
    irises: [],
    oval: [[x, y], [x + w, y], [x + w, y + h], [x, y + h]],
  };
}

function described({ presence, points, lips, eyes, irises }) {
  const [a, b] = kCheeks.map((i) => points[i]);
  const nose = points[kNose];
  const along = ((nose[0] - a[0]) * (b[0] - a[0]) + (nose[1] - a[1]) * (b[1] - a[1])) / Math.max(1e-9, distance(a, b) ** 2);
  const lids = eyes.map((eye) => eye.slice(0, kLids));
  const [one, other] = lids.map((lid) => lid.reduce((s, p) => [s[0] + p[0] / kLids, s[1] + p[1] / kLids], [0, 0]));
  return {
    presence,
    box: squared(boxOf([...kBrows, ...kFrame].map((i) => points[i]))),
    angle: (Math.atan2(other[1] - one[1], other[0] - one[0]) * 180) / Math.PI,
    turn: Math.max(-1, Math.min(1, 2 * along - 1)),
    eyes: lids.map(boxOf),
    irises: irises.map(iris),
    mouth: boxOf(lips),
    oval: kOval.map((i) => points[i]),
  };
}
