// Hands: sought where arms end and, within people, in tiles; each measured with 21 points.

import { Detector, blendOverlapping } from "./detecting.mjs";
import { fromWindow } from "./picture.mjs";
import { distance, middle } from "./people.mjs";

// How much wider the window of a hand is than its palm; others are tried where nothing sure is seen.
const kScales = [2.6, 3.1, 2.2];
const kSure = 0.9;
const kShift = 0.5;
const kFingers = [
  [5, 6, 8],
  [9, 10, 12],
  [13, 14, 16],
  [17, 18, 20],
];

export class HandFinder {
  constructor(load) {
    const layers = [
      { stride: 8, count: 2 },
      { stride: 16, count: 6 },
    ];
    this.detector = new Detector(load("palmDetector"), { layers, points: 7, range: [0, 1] });
    this.hand = load("hand");
  }

  /** Palms in windows of the picture. */
  palms(picture, windows, least) {
    return blendOverlapping(windows.flatMap((window) => this.detector.look(picture, window, least)));
  }

  /** The window about the hand that a palm belongs to: fingers point up in it. It is `scale` times as wide as the palm. */
  windowOf({ box: [x, y, w, h], points: [wrist, , knuckle] }, scale) {
    const angle = Math.atan2(knuckle[0] - wrist[0], wrist[1] - knuckle[1]);
    const long = Math.max(w, h);
    const away = kShift * long;
    return {
      x: x + w / 2 + Math.sin(angle) * away,
      y: y + h / 2 - Math.cos(angle) * away,
      width: scale * long,
      height: scale * long,
      angle,
    };
  }

  /** The hand at a palm, as the window shows it in which it is surest. */
  lookAt(picture, palm) {
    let best;
    for (const scale of kScales) {
      const hand = this.look(picture, this.windowOf(palm, scale));
      if (!best || hand.presence > best.presence) best = hand;
      if (best.presence >= kSure) break;
    }
    return { ...best, palm: palm.score };
  }

  look(picture, window) {
    const [rows, columns] = this.hand.size;
    picture.read(window, rows, columns, this.hand.pixels, [0, 1]);
    const { landmarks, presence, side } = this.hand.run();
    const unit = window.width / columns;
    const outline = [];
    const solid = [];
    for (let i = 0; i < 21; ++i) {
      outline.push(fromWindow(window, landmarks[3 * i] / columns, landmarks[3 * i + 1] / rows));
      solid.push([...outline[i], landmarks[3 * i + 2] * unit]);
    }

    return { presence: presence[0], side: side[0] >= 0.5 ? "right" : "left", fist: fistOf(solid), outline };
  }
}

function reach(a, b) {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** How far the four fingers are bent into the palm: 0 stretched, 1 a fist. */
function fistOf(points) {
  const bent = kFingers.map(([, joint, tip]) => {
    const ratio = reach(points[tip], points[0]) / Math.max(1e-9, reach(points[joint], points[0]));
    return Math.max(0, Math.min(1, (1.25 - ratio) / 0.4));
  });
  return bent.reduce((a, b) => a + b, 0) / bent.length;
}

/** Where the hand of an arm should be, and how large: beyond the wrist, as the pose tells. */
export function windowAtWrist(joints, side) {
  const wrist = joints[`${side}_wrist`];
  const knuckles = middle(joints[`${side}_index`], joints[`${side}_pinky`]);
  const forearm = distance(wrist, joints[`${side}_elbow`]);
  const size = Math.max(2.2 * distance(wrist, knuckles), 0.55 * forearm);
  return { x: knuckles[0], y: knuckles[1], size, angle: Math.atan2(knuckles[0] - wrist[0], wrist[1] - knuckles[1]) };
}
