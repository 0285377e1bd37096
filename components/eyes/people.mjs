// People: found over the whole picture, each then measured with a pose of 33 joints.

import { Detector, blendOverlapping, sigmoid } from "./detecting.mjs";
import { fromWindow } from "./picture.mjs";

const kScale = 1.25;
export const kJoints = [
  "nose", "left_eye_inner", "left_eye", "left_eye_outer", "right_eye_inner", "right_eye", "right_eye_outer", "left_ear",
  "right_ear", "mouth_left", "mouth_right", "left_shoulder", "right_shoulder", "left_elbow", "right_elbow", "left_wrist",
  "right_wrist", "left_pinky", "right_pinky", "left_index", "right_index", "left_thumb", "right_thumb", "left_hip", "right_hip",
  "left_knee", "right_knee", "left_ankle", "right_ankle", "left_heel", "right_heel", "left_foot", "right_foot",
];
const kNumbers = 5;

export function distance(a, b) {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

export function middle(a, b) {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

export class PeopleFinder {
  constructor(load) {
    const layers = [
      { stride: 8, count: 2 },
      { stride: 16, count: 2 },
      { stride: 32, count: 6 },
    ];
    this.detector = new Detector(load("poseDetector"), { layers, points: 4, range: [-1, 1] });
    this.pose = load("pose");
  }

  detect(picture, windows, least) {
    return blendOverlapping(windows.flatMap((window) => this.detector.look(picture, window, least)));
  }

  /** The window about a person: the circle that the detector draws, upright along the spine. */
  windowOf({ points: [hips, top] }) {
    const side = 2 * kScale * distance(hips, top);
    return { x: hips[0], y: hips[1], width: side, height: side, angle: Math.atan2(top[0] - hips[0], hips[1] - top[1]) };
  }

  look(picture, window) {
    const [rows, columns] = this.pose.size;
    picture.read(window, rows, columns, this.pose.pixels, [0, 1]);
    const { landmarks, presence } = this.pose.run();
    const joints = Object.fromEntries(
      kJoints.map((name, i) => {
        const at = i * kNumbers;
        const place = fromWindow(window, landmarks[at] / columns, landmarks[at + 1] / rows);
        return [name, [...place, Math.min(sigmoid(landmarks[at + 3]), sigmoid(landmarks[at + 4]))]];
      }),
    );
    return { presence: presence[0], joints };
  }
}

/** The box of a head [x, y, w, h] by the joints of its face: its height by eyes and mouth, or by the ears. */
export function headOf(joints) {
  const eyes = middle(joints.left_eye, joints.right_eye);
  const mouth = middle(joints.mouth_left, joints.mouth_right);
  const ears = middle(joints.left_ear, joints.right_ear);
  const height = Math.max(1.5 * distance(joints.left_ear, joints.right_ear), 3 * distance(eyes, mouth));
  const x = middle(ears, middle(eyes, joints.nose))[0];
  return [x - 0.4 * height, eyes[1] - 0.48 * height, 0.8 * height, height];
}

/** Which arms are raised: the wrist is higher than the mouth. Nothing is said of people who lie. */
export function raisedArms(joints) {
  const shoulders = middle(joints.left_shoulder, joints.right_shoulder);
  const mouth = middle(joints.mouth_left, joints.mouth_right);
  if (mouth[1] > shoulders[1]) return [];
  return ["left", "right"].filter((side) => {
    const wrist = joints[`${side}_wrist`];
    return wrist[2] > 0.5 && wrist[1] < mouth[1];
  });
}
