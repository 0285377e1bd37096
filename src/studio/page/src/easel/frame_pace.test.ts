import { expect, it } from "vitest";
import { FramePace, restMs } from "./frame_pace";

/** Frames of which each is asked for after a rest, waited for, and drawn. @returns how many came before it was too slow. */
function framesUntilSlow(rest: number, waits: number, takes: number, most = 20): number {
  const pace = new FramePace();
  let now = 1000;
  for (let frame = 1; frame <= most; frame += 1) {
    now += rest;
    pace.ask(now);
    now += waits;
    if (pace.begin(now)) return frame;
    now += takes;
    pace.end(now);
  }
  return Infinity;
}

it("finds quick frames quick, however long the rests between them", () => {
  expect(framesUntilSlow(0, 16, 5)).toBe(Infinity);
  expect(framesUntilSlow(400, 16, 5)).toBe(Infinity);
  expect(framesUntilSlow(40, 2, 30)).toBe(Infinity);
});

it("finds slow frames slow, also those of seconds", () => {
  for (const takes of [60, 499, 600, 5000]) {
    expect(framesUntilSlow(0, 1, takes), `${takes} ms to draw`).toBe(4);
    expect(framesUntilSlow(0, takes, 1), `${takes} ms to wait`).toBe(3);
  }
});

it("forgets slow frames after a rest", () => {
  expect(framesUntilSlow(restMs + 1, 1, 600)).toBe(Infinity);
  expect(framesUntilSlow(restMs + 1, 600, 1)).toBe(Infinity);
});
