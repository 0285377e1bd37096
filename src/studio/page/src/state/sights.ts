/** What is seen in a photograph, and what is said of it: the lines of the setting "see". */
import type { Sight } from "../server/messages";
import { onPainting, wordsOf, type Box } from "./pointing";

/** What can be said to have been overlooked. */
export const sightKinds = ["face", "hand", "held", "person", "animal"] as const;
export type SightKind = (typeof sightKinds)[number];

interface Correction {
  what: string;
  off: boolean;
  box: Box | null;
  name: string;
}

/** Something that is seen, as it stands after all that was said of it. */
export interface Handle {
  /** Its name; of what was added, its place among the lines. */
  key: string;
  kind: string;
  name: string;
  box: Box;
  /** That it is there, 0 to 1; 1 where somebody says so. */
  certainty: number;
  off: boolean;
  /** Its line, where it was overlooked. */
  line: number | null;
}

function boxOf(word: string): Box | null {
  const numbers = word.split(",").map((each) => (each.trim() === "" ? NaN : Number(each)));
  const [x, y, width, height] = numbers;
  if (numbers.length !== 4 || numbers.some((each) => !Number.isFinite(each))) return null;
  return { x: x as number, y: y as number, width: width as number, height: height as number };
}

function correctionOf(line: string): Correction {
  const [what = "", ...words] = line.split(":").map((word) => word.trim());
  const correction: Correction = { what, off: false, box: null, name: "" };
  for (const word of words) {
    const box = boxOf(word);
    if (word === "off") correction.off = true;
    else if (box) correction.box = box;
    else correction.name = word;
  }
  return correction;
}

function lineOf({ what, off, box, name }: Correction): string {
  return [what, ...(off ? ["off"] : []), ...(box ? [wordsOf(box)] : []), ...(name ? [name] : [])].join(":");
}

const linesOf = (see: string | undefined): string[] => (see ? see.split("\n") : []);
const textOf = (lines: readonly string[]): string | null => (lines.length > 0 ? lines.join("\n") : null);

const isNumbered = (what: string): boolean => /\d$/.test(what);

export function handlesOf(found: readonly Sight[], see: string | undefined): Handle[] {
  const said = linesOf(see).map(correctionOf);
  const seen = found.map(({ name, kind, box: [x, y, width, height], certainty }): Handle => {
    const handle: Handle = { key: name, kind, name, box: { x, y, width, height }, certainty, off: false, line: null };
    for (const each of said.filter(({ what }) => what === name)) {
      if (each.box) Object.assign(handle, { box: each.box, certainty: 1 });
      if (each.name) handle.name = each.name;
      handle.off = handle.off || each.off;
    }
    return handle;
  });
  const added = said.flatMap((each, line): Handle[] =>
    each.box && !isNumbered(each.what)
      ? [{ key: `+${line}`, kind: each.what, name: each.name || each.what, box: each.box, certainty: 1, off: false, line }]
      : [],
  );
  return [...seen, ...added];
}

/** Says something else of what is seen; what was said of it before goes, but for its name. */
function said(see: string | undefined, handle: Handle, change: Partial<Correction>): string | null {
  const lines = linesOf(see);
  if (handle.line !== null) {
    const before = correctionOf(lines[handle.line] ?? handle.kind);
    return textOf(lines.map((line, i) => (i === handle.line ? lineOf({ ...before, ...change }) : line)));
  }
  const isOther = (line: string): boolean => correctionOf(line).what !== handle.key;
  const name = handle.name === handle.key ? "" : handle.name;
  return textOf([...lines.filter(isOther), lineOf({ what: handle.key, off: false, box: null, name, ...change })]);
}

export const withBox = (see: string | undefined, handle: Handle, box: Box): string | null =>
  said(see, handle, { box: onPainting(box), off: false });

/** Takes out what is not there. */
export function takenOut(see: string | undefined, handle: Handle): string | null {
  if (handle.line === null) return said(see, handle, { off: true, box: null, name: "" });
  return textOf(linesOf(see).filter((_, i) => i !== handle.line));
}

/** Takes back what was said of it. */
export const asSeen = (see: string | undefined, handle: Handle): string | null =>
  textOf(linesOf(see).filter((line, i) => (handle.line === null ? correctionOf(line).what !== handle.key : i !== handle.line)));

export const withAdded = (see: string | undefined, kind: SightKind, box: Box): string | null =>
  textOf([...linesOf(see), lineOf({ what: kind, off: false, box: onPainting(box), name: "" })]);

/** Which sides of a box a place drags: -1 the left or upper one, 1 the right or lower one, 0 neither; both 0: all of it. */
export interface Grip {
  x: -1 | 0 | 1;
  y: -1 | 0 | 1;
}

/** @param at and @param size in pixels of the box on the screen. */
export function gripAt(at: { x: number; y: number }, size: { width: number; height: number }, reach: number): Grip {
  const side = (place: number, length: number): -1 | 0 | 1 => {
    const near = Math.min(reach, length / 3);
    return place < near ? -1 : place > length - near ? 1 : 0;
  };
  return { x: side(at.x, size.width), y: side(at.y, size.height) };
}

/** The box after its grip was dragged by shares of the painting. */
export function dragged(box: Box, grip: Grip, dx: number, dy: number): Box {
  const along = (from: number, length: number, side: -1 | 0 | 1, whole: boolean, by: number): [number, number] => {
    if (whole) return [from + by, length];
    if (side < 0) return [from + Math.min(by, length), Math.max(length - by, 0)];
    return side > 0 ? [from, Math.max(length + by, 0)] : [from, length];
  };
  const whole = grip.x === 0 && grip.y === 0;
  const [x, width] = along(box.x, box.width, grip.x, whole, dx);
  const [y, height] = along(box.y, box.height, grip.y, whole, dy);
  return onPainting({ x, y, width, height });
}
