// Says what was seen: places as shares of the picture, rounded.

const kVersion = 1;
const kDigits = 4;

function rounded(number) {
  return Number(number.toFixed(kDigits));
}

/** Tells places of one picture. */
class Teller {
  constructor({ width, height }) {
    Object.assign(this, { width, height });
  }

  x(x) {
    return rounded(Math.min(1, Math.max(0, x / this.width)));
  }

  y(y) {
    return rounded(Math.min(1, Math.max(0, y / this.height)));
  }

  point([x, y]) {
    return [this.x(x), this.y(y)];
  }

  /** As much of a box as lies in the picture. */
  box([x, y, w, h]) {
    const [left, top] = this.point([x, y]);
    return [left, top, rounded(this.x(x + w) - left), rounded(this.y(y + h) - top)];
  }

  holds([x, y]) {
    return x >= 0 && y >= 0 && x <= this.width && y <= this.height;
  }

  face(face, people) {
    const eyes = face.eyes.filter(([x, y, w, h]) => this.holds([x + w / 2, y + h / 2]));
    const irises = face.irises.filter((iris) => this.holds(iris));
    return {
      score: rounded(face.score),
      box: this.box(face.box),
      angle: rounded(face.angle),
      turn: rounded(face.turn),
      eyes: eyes.map((box) => this.box(box)),
      irises: irises.map(([x, y, r]) => [...this.point([x, y]), rounded(r / this.width)]),
      ...(face.mouth ? { mouth: this.box(face.mouth) } : {}),
      oval: face.oval.map((point) => this.point(point)),
      person: people.indexOf(face.owner),
    };
  }

  person(person) {
    const joints = Object.entries(person.joints).filter(([, joint]) => this.holds(joint));
    return {
      score: rounded(person.score),
      box: this.box(person.box),
      head: this.box(person.head),
      joints: Object.fromEntries(joints.map(([name, [x, y, visible]]) => [name, [...this.point([x, y]), rounded(visible)]])),
      raised: person.raised,
    };
  }

  hand(hand, people) {
    return {
      score: rounded(hand.presence * Math.min(1, 0.5 + hand.palm / 2)),
      box: this.box(hand.box),
      side: hand.side,
      fist: rounded(hand.fist),
      outline: hand.outline.map((point) => this.point(point)),
      person: people.indexOf(hand.owner),
      by: hand.by,
    };
  }
}

function maskText({ width, height, values }) {
  const grey = Uint8Array.from(values, (v) => Math.round(255 * Math.min(1, Math.max(0, v))));
  return { width, height, grey: Buffer.from(grey).toString("base64") };
}

/** The answer to a request: of faces, people, hands and mask those that are wanted. */
export function answerOf({ by, picture, want, seen }) {
  const teller = new Teller(picture);
  const people = seen.people;
  return {
    version: kVersion,
    by,
    ...(want.has("faces") ? { faces: seen.faces.map((face) => teller.face(face, people)) } : {}),
    ...(want.has("people") ? { people: people.map((person) => teller.person(person)) } : {}),
    ...(want.has("hands") ? { hands: seen.hands.map((hand) => teller.hand(hand, people)) } : {}),
    ...(want.has("mask") ? { mask: maskText(seen.mask) } : {}),
  };
}
