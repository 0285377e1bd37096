// What is seen in a picture. Two threads look: one for people and their hands, the other for the mask and faces; what these say
// leads to more people, whom both share. All places are in pixels of the picture.

import { inside, overlap } from "./detecting.mjs";
import { FaceFinder, boxOf, profileOf } from "./faces.mjs";
import { HandFinder, windowAtWrist } from "./hands.mjs";
import { PersonMask, closerWindows, maskIn, uncovered, wholeOf } from "./mask.mjs";
import { PeopleFinder, distance, headOf, middle, raisedArms } from "./people.mjs";

export const kMostFaces = 64;
const kMostPeople = 32;
const kMostHands = 64;
// What a detector finds at least, what the mesh or the pose must then say, and what both make of it together; for faces what the
// mesh says when it needs nobody else's word, and how large a face is, in pixels, that the detector alone is believed: the mesh
// knows no profiles. For people what needs nobody else's word, and what the mask must say where it does.
const kFace = { least: 0.5, presence: 0.5, score: 0.6, certain: 0.99, profile: 48 };
const kPerson = { least: 0.4, presence: 0.5, sure: 0.8, mask: 0.5, alone: 0.85 };
const kPersonInMask = 0.5;
const kWristHand = { palm: 0.3, presence: 0.7 };
const kTileHand = { palm: 0.6, presence: 0.8, mask: 0.6 };
const kLeastVisible = 0.3;
// Hands of fewer pixels are guesses.
const kLeastHand = 17;
// How wide the window at a wrist is, and how far from it a hand may begin, in sizes of the hand.
const kWristWindow = 4;
const kFromWrist = 2;
// Faces that no person was found for lead to one: so many of them at most, and none that is too small for a body to matter.
const kMostLonely = 8;
const kLeastLonely = 0.025;
const kMostAreas = 3;
const kMostTiles = 3;
const kTurnedPresence = 0.8;

function isIn([x, y], picture) {
  return x >= 0 && y >= 0 && x < picture.width && y < picture.height;
}

/** Whether a face is the one of a head: its middle lies there, and its size fits. */
function belongs(face, head) {
  const [x, y, w, h] = head;
  const [u, v] = [face.box[0] + face.box[2] / 2, face.box[1] + face.box[3] / 2];
  const fits = face.box[3] > 0.25 * h && face.box[3] < 2 * h;
  return fits && u > x - 0.15 * w && u < x + 1.15 * w && v > y - 0.15 * h && v < y + 1.15 * h;
}

/** Whether two poses are one person's: the heads, or the trunks, lie on each other. */
function isSame(person, pose, head) {
  const trunk = ["left_shoulder", "right_shoulder", "left_hip", "right_hip"];
  const away = trunk.reduce((sum, name) => sum + distance(person.joints[name], pose.joints[name]), 0) / trunk.length;
  return overlap(person.head, head) > 0.3 || away < 0.6 * Math.min(person.head[3], head[3]);
}

/** The head about a face that was measured: its oval, and the hair above it. */
function headAround(face) {
  const [x, y, w, h] = boxOf(face.oval);
  return [x - 0.08 * w, y - 0.26 * h, 1.16 * w, 1.26 * h];
}

/** Where the body under a face should be. */
function bodyUnder({ box: [x, y, w, h] }) {
  return [x - 1.2 * w, y - 0.5 * h, 3.4 * w, 7 * h];
}

/** The window of a pose for a face: a body hangs down from it. */
function windowUnder({ box: [x, y, w, h], angle }) {
  const lean = (angle * Math.PI) / 180;
  const down = 3.2 * h;
  return {
    x: x + w / 2 - Math.sin(lean) * down,
    y: y + h / 2 + Math.cos(lean) * down,
    width: 10 * h,
    height: 10 * h,
    angle: lean,
  };
}

/** One thread's eyes: the networks are loaded when they are first used. */
export class Looker {
  /** @param load a network by its name */
  constructor(load, picture) {
    Object.assign(this, { load, picture });
  }

  get faceFinder() {
    this.ownFaceFinder ??= new FaceFinder(this.load);
    return this.ownFaceFinder;
  }

  get peopleFinder() {
    this.ownPeopleFinder ??= new PeopleFinder(this.load);
    return this.ownPeopleFinder;
  }

  get handFinder() {
    this.ownHandFinder ??= new HandFinder(this.load);
    return this.ownHandFinder;
  }

  get personMask() {
    this.ownPersonMask ??= new PersonMask(this.load);
    return this.ownPersonMask;
  }

  mask() {
    return this.personMask.look(this.picture, wholeOf(this.picture));
  }

  /** The mask in windows about people: [{mask, window}]. */
  masksIn(windows) {
    return windows.map((window) => ({ mask: this.personMask.look(this.picture, window), window }));
  }

  /** What the detector of faces sees in windows, each once for each window. */
  detectFaces(windows) {
    return windows.map((window) => this.faceFinder.detect(this.picture, window, kFace.least));
  }

  /** What the mesh says of detections, each: a list of one face, or none. */
  measureFaces(detections) {
    return detections.map((detection) => {
      const face = this.faceFinder.look(this.picture, detection);
      const score = face.detected * face.presence;
      if (face.presence >= kFace.certain || (face.presence >= kFace.presence && score >= kFace.score)) return [{ ...face, score }];
      const [, , w, h] = detection.box;
      return detection.score >= kFace.score && Math.min(w, h) >= kFace.profile ? [profileOf(detection)] : [];
    });
  }

  /** People whom the detector sees in the whole picture, with their hands. */
  peopleInAll(wantsHands) {
    const { width, height } = this.picture;
    const long = Math.max(width, height);
    return this.peopleIn({ x: width / 2, y: height / 2, width: long, height: long }, kPerson.least, wantsHands);
  }

  /** People whom the detector sees in a window, with their hands. */
  peopleIn(window, least, wantsHands) {
    const finder = this.peopleFinder;
    return finder
      .detect(this.picture, [window], least)
      .map((found) => ({ ...finder.look(this.picture, finder.windowOf(found)), detected: found.score }))
      .filter((person) => person.presence >= kPerson.presence)
      .map((person) => ({ ...person, hands: wantsHands ? this.handsOf(person) : [] }));
  }

  /** The person under a face, with hands, as a list of one or none. */
  personUnder(face, wantsHands) {
    const pose = this.peopleFinder.look(this.picture, windowUnder(face));
    if (pose.presence < kPerson.presence || !belongs(face, headOf(pose.joints))) return [];
    return [{ ...pose, detected: 0, hands: wantsHands ? this.handsOf(pose) : [] }];
  }

  /** Whom each of some tasks finds, which are {face, wantsHands} or {window, wantsHands}. */
  findPeople(tasks) {
    return tasks.map(({ face, window, wantsHands }) =>
      face ? this.personUnder(face, wantsHands) : this.peopleIn(window, kPersonInMask, wantsHands),
    );
  }

  handsOf({ joints }) {
    return ["left", "right"].flatMap((side) => {
      const wrist = joints[`${side}_wrist`];
      if (wrist[2] < kLeastVisible || !isIn(wrist, this.picture)) return [];
      const at = windowAtWrist(joints, side);
      if (at.size < kLeastHand) return [];
      const window = { x: at.x, y: at.y, width: kWristWindow * at.size, height: kWristWindow * at.size };
      const [nearest] = this.hands([window], kWristHand)
        .filter((hand) => distance(hand.outline[0], wrist) < kFromWrist * at.size)
        .sort((a, b) => distance(a.outline[0], wrist) - distance(b.outline[0], wrist));
      return nearest ? [{ ...nearest, side, by: "wrist" }] : [];
    });
  }

  /** Hands in windows whose palm and measure are sure enough. */
  hands(windows, { palm, presence }) {
    const finder = this.handFinder;
    return finder
      .palms(this.picture, windows, palm)
      .map((found) => finder.lookAt(this.picture, found))
      .filter((hand) => hand.presence >= presence);
  }
}

/** What both threads saw, brought together. */
export class Gathering {
  constructor(picture, { faces, mask }) {
    Object.assign(this, { picture, faces, mask, people: [], hands: [] });
  }

  support(box) {
    return maskIn(this.mask, this.picture, box);
  }

  /** Whether a person without a face is believed: by the detector, or by the pose and the mask together. */
  standsAlone(pose, head) {
    return pose.detected >= kPerson.sure || (pose.presence >= kPerson.alone && this.support(head) >= kPerson.mask);
  }

  /** Takes people in, each once. */
  add(people) {
    for (const pose of people) {
      const head = headOf(pose.joints);
      const visible = Object.values(pose.joints).filter((joint) => joint[2] > 0.5 && isIn(joint, this.picture));
      if (visible.length < 3 || this.people.some((other) => isSame(other, pose, head))) continue;
      const face = this.faces.find((f) => belongs(f, head));
      if (!face && !this.standsAlone(pose, head)) continue;
      if (face && this.people.some((other) => other.face === face)) continue;
      this.people.push({ ...pose, face, visible, head: face ? headAround(face) : head, raised: raisedArms(pose.joints) });
    }
  }

  /** What could lead to more people: faces without one, and what the mask shows beside all. */
  tasks(wantsHands) {
    const long = Math.max(this.picture.width, this.picture.height);
    const lonely = this.faces
      .filter((face) => face.box[3] >= kLeastLonely * long && !this.people.some((person) => person.face === face))
      .sort((a, b) => b.box[3] - a.box[3])
      .slice(0, kMostLonely);
    const known = [...this.people.map((person) => this.boxOfPerson(person)), ...lonely.map(bodyUnder)];
    const areas = uncovered(this.mask, this.picture, known).slice(0, kMostAreas);
    return [...lonely.map((face) => ({ face, wantsHands })), ...areas.map((window) => ({ window, wantsHands }))];
  }

  boxOfPerson({ visible, head: [x, y, w, h] }) {
    return boxOf([...visible, [x, y], [x + w, y + h]]);
  }

  /** Windows about all faces and people, whose bodies may hang lower than is seen, to look for the mask in again. */
  windowsForMask() {
    const people = this.people.map((person) => this.boxOfPerson(person));
    const heads = this.people.map(({ head: [x, y, w, h] }) => ({ box: [x + 0.1 * w, y + 0.25 * h, 0.8 * w, 0.75 * h] }));
    return closerWindows(this.picture, [...people, ...[...this.faces, ...heads].map(bodyUnder)]);
  }

  /** Heads that the pose shows from the front or the side, but no detector of faces saw: the mesh decides. */
  turnedFaces(looker) {
    for (const person of this.people) {
      const { joints } = person;
      const seen = Math.max(joints.left_eye[2], joints.right_eye[2]);
      if (person.face || seen < 0.5 || joints.nose[2] < 0.5) continue;
      const face = looker.faceFinder.lookAtHead(this.picture, joints, person.head);
      if (face.presence < kTurnedPresence || !belongs(face, person.head)) continue;
      person.face = { ...face, score: face.presence * Math.min(0.75, person.presence * Math.max(person.detected, 0.5)) };
      this.faces.push(person.face);
    }
  }

  addHand(hand, owner) {
    const box = boxOf(hand.outline);
    if (Math.max(box[2], box[3]) < kLeastHand || this.hands.length >= kMostHands) return;
    const taken = this.hands.some((other) => inside(other.box, box) > 0.5);
    if (taken || this.faces.some((face) => overlap(face.box, box) > 0.5)) return;
    this.hands.push({ ...hand, box, owner });
  }

  /** Hands that no arm led to: within the mask, a palm that is surely one. */
  handsInTiles(looker) {
    const windows = this.people.slice(0, kMostTiles).map((person) => {
      const [x, y, w, h] = this.boxOfPerson(person);
      const side = Math.min(Math.max(w, h), 4 * person.head[3]);
      return { x: x + w / 2, y: Math.min(y + h / 2, person.head[1] + 2 * person.head[3]), width: side, height: side };
    });
    for (const hand of looker.hands(windows, kTileHand))
      if (this.support(boxOf(hand.outline)) >= kTileHand.mask) this.addHand({ ...hand, by: "tile" }, this.ownerOf(hand));
  }

  /** The person whose arms end nearest to a hand, or none. */
  ownerOf(hand) {
    const at = middle(hand.outline[0], hand.outline[9]);
    const far = (person) =>
      Math.min(...["left_wrist", "right_wrist", "left_elbow", "right_elbow"].map((name) => distance(person.joints[name], at)));
    const [nearest] = [...this.people].sort((a, b) => far(a) - far(b));
    return nearest && far(nearest) < 2 * nearest.head[3] ? nearest : undefined;
  }

  /** Drops what is weak and alone. @returns {{faces, people, hands}}, which name each other by `owner` */
  finish(looker, wantsHands) {
    this.turnedFaces(looker);
    for (const person of this.people) {
      person.score = person.presence * Math.max(person.detected, person.face?.score ?? 0);
      person.box = this.boxOfPerson(person);
    }
    this.people = this.people.sort((a, b) => b.score - a.score).slice(0, kMostPeople);
    if (wantsHands) {
      const theirs = this.people.flatMap((owner) => owner.hands.map((hand) => ({ hand, owner })));
      theirs.sort((a, b) => b.hand.presence - a.hand.presence).forEach(({ hand, owner }) => this.addHand(hand, owner));
      if (this.people.length > 0) this.handsInTiles(looker);
    }
    const faces = this.faces
      .map((face) => ({ ...face, owner: this.people.find((person) => person.face === face) }))
      .slice(0, kMostFaces);
    return { faces, people: this.people, hands: this.hands };
  }
}
