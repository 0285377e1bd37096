// What is seen in a picture: faces and the mask on one thread, people and their hands on the other, and what they say of each
// other. All places are in pixels of the picture.

import { inside, overlap } from "./detecting.mjs";
import { FaceFinder, boxOf, faceWindows } from "./faces.mjs";
import { HandFinder, windowAtWrist } from "./hands.mjs";
import { PersonMask, maskIn } from "./mask.mjs";
import { PeopleFinder, distance, headOf, middle, raisedArms } from "./people.mjs";

const kMostPeople = 32;
const kMostHands = 64;
// Found by the detector, believed by the mesh or the pose.
const kFace = { least: 0.4, presence: 0.5, sure: 0.7, mask: 0.3 };
const kPerson = { least: 0.35, presence: 0.5, sure: 0.8, mask: 0.5 };
const kWristHand = { palm: 0.4, presence: 0.6 };
const kTileHand = { palm: 0.6, presence: 0.8, mask: 0.6 };
// Faces that no pose was found for lead to one: so many of them at most, and none that is too small for a body to matter.
const kPosesByFaces = 4;
const kLeastFaceForPose = 0.06;

/** Faces that the mesh believes, the surest first. */
export function lookForFaces(load, picture) {
  const finder = new FaceFinder(load);
  return finder
    .detect(picture, faceWindows(picture), kFace.least)
    .map((detection) => finder.look(picture, detection))
    .filter((face) => face.presence >= kFace.presence)
    .map((face) => ({ ...face, score: face.detected * face.presence }));
}

/** The person mask of the picture. */
export function lookForMask(load, picture) {
  return new PersonMask(load).look(picture);
}

function wholeOf({ width, height }) {
  const long = Math.max(width, height);
  return { x: width / 2, y: height / 2, width: long, height: long };
}

/** People and hands. `others` becomes {faces, mask} when the other thread has them. */
export class PeopleAndHands {
  constructor(load, picture) {
    Object.assign(this, { load, picture, people: [], hands: [] });
  }

  get hand() {
    this.handFinder ??= new HandFinder(this.load);
    return this.handFinder;
  }

  /** What can be done before faces and mask are known. */
  begin(wantsHands) {
    this.finder = new PeopleFinder(this.load);
    for (const detection of this.finder.detect(this.picture, [wholeOf(this.picture)], kPerson.least)) {
      const pose = this.finder.look(this.picture, this.finder.windowOf(detection));
      if (pose.presence < kPerson.presence) continue;
      this.add({ ...pose, detected: detection.score });
    }
    if (wantsHands) for (const person of this.people) if (person.detected >= kPerson.sure) this.handsOf(person);
  }

  add(pose) {
    const head = headOf(pose.joints);
    if (this.people.some((other) => overlap(other.head, head) > 0.3)) return undefined;
    const visible = Object.values(pose.joints).filter((j) => j[2] > 0.5);
    if (visible.length < 3) return undefined;
    const person = { ...pose, head, raised: raisedArms(pose.joints), box: boxOf([...visible, [head[0], head[1]], [head[0] + head[2], head[1] + head[3]]]) };
    this.people.push(person);
    return person;
  }

  handsOf(person) {
    person.handsSought = true;
    for (const side of ["left", "right"]) {
      const wrist = person.joints[`${side}_wrist`];
      if (wrist[2] < 0.3 || !this.holds(wrist)) continue;
      const at = windowAtWrist(person.joints, side);
      const window = { x: at.x, y: at.y, width: 3 * at.size, height: 3 * at.size };
      const palms = this.hand.palms(this.picture, [window], kWristHand.palm);
      const hands = palms
        .map((palm) => ({ ...this.hand.look(this.picture, this.hand.windowOf(palm)), palm: palm.score }))
        .filter((hand) => hand.presence >= kWristHand.presence)
        .sort((a, b) => distance(a.outline[0], wrist) - distance(b.outline[0], wrist));
      if (hands.length > 0) this.addHand({ ...hands[0], side, by: "wrist", owner: person });
    }
  }

  addHand(hand) {
    const box = boxOf(hand.outline);
    if (this.hands.length >= kMostHands || this.hands.some((other) => inside(other.box, box) > 0.5)) return;
    this.hands.push({ ...hand, box });
  }

  holds([x, y]) {
    return x >= 0 && y >= 0 && x < this.picture.width && y < this.picture.height;
  }

  /** What follows from faces and mask. @returns {{faces, people, hands}}, which name each other by `owner` */
  finish({ faces, mask }, wantsHands) {
    this.posesByFaces(faces);
    const support = (box) => (mask ? maskIn(mask, this.picture, box) : 1);
    const faceOf = (person) => faces.find((face) => belongs(face, person));
    this.people = this.people
      .map((person) => ({ person, face: faceOf(person) }))
      .filter(({ person, face }) => person.detected >= kPerson.sure || face || support(person.head) >= kPerson.mask)
      .map(({ person, face }) => Object.assign(person, { score: person.presence * Math.max(person.detected, face?.score ?? 0) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, kMostPeople);
    this.hands = this.hands.filter((hand) => this.people.includes(hand.owner));
    if (wantsHands) {
      for (const person of this.people) if (!person.handsSought) this.handsOf(person);
      this.handsInTiles(mask);
    }
    const kept = faces
      .map((face) => ({ ...face, owner: this.people.find((person) => belongs(face, person)) }))
      .filter((face) => face.owner || face.score >= kFace.sure || support(face.box) >= kFace.mask);
    return { faces: kept, people: this.people, hands: this.hands };
  }

  posesByFaces(faces) {
    const long = Math.max(this.picture.width, this.picture.height);
    const lonely = faces
      .filter((face) => face.box[3] >= kLeastFaceForPose * long && !this.people.some((person) => belongs(face, person)))
      .sort((a, b) => b.box[3] - a.box[3])
      .slice(0, kPosesByFaces);
    for (const face of lonely) {
      const [x, y, w, h] = face.box;
      const lean = (face.angle * Math.PI) / 180;
      const down = 3.2 * h;
      const window = {
        x: x + w / 2 - Math.sin(lean) * down,
        y: y + h / 2 + Math.cos(lean) * down,
        width: 10 * h,
        height: 10 * h,
        angle: lean,
      };
      const pose = this.finder.look(this.picture, window);
      if (pose.presence < kPerson.presence || !belongs(face, { head: headOf(pose.joints) })) continue;
      this.add({ ...pose, detected: 0 });
    }
  }

  /** Hands that no arm led to: within the mask, a palm that is surely one. */
  handsInTiles(mask) {
    if (!mask || this.people.length === 0) return;
    const windows = this.people.slice(0, 3).map((person) => {
      const [x, y, w, h] = person.box;
      const side = Math.min(Math.max(w, h), 4 * person.head[3]);
      return { x: x + w / 2, y: Math.min(y + h / 2, person.head[1] + 3 * person.head[3]), width: side, height: side };
    });
    for (const palm of this.hand.palms(this.picture, windows, kTileHand.palm)) {
      if (this.hands.some((hand) => inside(hand.box, palm.box) > 0.5)) continue;
      const hand = this.hand.look(this.picture, this.hand.windowOf(palm));
      if (hand.presence < kTileHand.presence || maskIn(mask, this.picture, boxOf(hand.outline)) < kTileHand.mask) continue;
      this.addHand({ ...hand, palm: palm.score, by: "tile", owner: this.ownerOf(hand) });
    }
  }

  /** The person whose arms end nearest to a hand, or none. */
  ownerOf(hand) {
    const at = middle(hand.outline[0], hand.outline[9]);
    const far = (person) =>
      Math.min(...["left_wrist", "right_wrist", "left_elbow", "right_elbow"].map((j) => distance(person.joints[j], at)));
    const [nearest] = [...this.people].sort((a, b) => far(a) - far(b));
    return nearest && far(nearest) < 2 * nearest.head[3] ? nearest : undefined;
  }
}

/** Whether a face is the one of a person: its middle lies in the head. */
function belongs(face, person) {
  const [x, y, w, h] = person.head;
  const [u, v] = [face.box[0] + face.box[2] / 2, face.box[1] + face.box[3] / 2];
  return u > x - 0.15 * w && u < x + 1.15 * w && v > y - 0.15 * h && v < y + 1.15 * h && face.box[3] > 0.25 * h && face.box[3] < 2 * h;
}
