import { expect, it } from "vitest";
import type { Sight } from "../server/messages";
import { asSeen, dragged, gripAt, handlesOf, takenOut, withAdded, withBox, type Handle } from "./sights";

const found: Sight[] = [
  { name: "face 1", kind: "face", box: [0.4, 0.1, 0.2, 0.3], certainty: 0.9 },
  { name: "hand 1", kind: "hand", box: [0.1, 0.6, 0.1, 0.1], certainty: 0.5 },
];
const handle = (see: string | undefined, key: string): Handle => {
  const one = handlesOf(found, see).find((each) => each.key === key);
  if (!one) throw new Error(`no ${key}`);
  return one;
};

it("shows what was seen, as it was corrected", () => {
  expect(handlesOf(found, undefined).map(({ key, off }) => [key, off])).toEqual([["face 1", false], ["hand 1", false]]);
  const see = "hand 1:off\nface 1:0.5,0.1,0.2,0.3:Bo\nanimal:0.1,0.4,0.3,0.4";
  expect(handle(see, "hand 1").off).toBe(true);
  expect(handle(see, "face 1")).toMatchObject({ name: "Bo", certainty: 1, box: { x: 0.5, y: 0.1, width: 0.2, height: 0.3 } });
  expect(handle(see, "+2")).toMatchObject({ kind: "animal", line: 2 });
});

it("says what is moved, and takes back what was said", () => {
  const moved = withBox(undefined, handle(undefined, "face 1"), { x: 0.95, y: 0.2, width: 0.2, height: 0.3 });
  expect(moved).toBe("face 1:0.8,0.2,0.2,0.3");
  const again = withBox(moved ?? "", handle(moved ?? "", "face 1"), { x: 0, y: 0, width: 0.5, height: 0.5 });
  expect(again).toBe("face 1:0,0,0.5,0.5");
  expect(asSeen(again ?? "", handle(again ?? "", "face 1"))).toBe(null);
  const named = "face 1:Bo";
  expect(withBox(named, handle(named, "face 1"), { x: 0, y: 0, width: 0.5, height: 0.5 })).toBe("face 1:0,0,0.5,0.5:Bo");
});

it("takes out what is not there, and adds what was overlooked", () => {
  const out = takenOut(undefined, handle(undefined, "hand 1"));
  expect(out).toBe("hand 1:off");
  const added = withAdded(out ?? "", "person", { x: 0.2, y: 0.2, width: 0.4, height: 0.6 });
  expect(added).toBe("hand 1:off\nperson:0.2,0.2,0.4,0.6");
  const wider = withBox(added ?? "", handle(added ?? "", "+1"), { x: 0.2, y: 0.2, width: 0.5, height: 0.6 });
  expect(wider).toBe("hand 1:off\nperson:0.2,0.2,0.5,0.6");
  expect(takenOut(wider ?? "", handle(wider ?? "", "+1"))).toBe("hand 1:off");
});

it("drags all of a box by its middle, and its sides by themselves", () => {
  const size = { width: 100, height: 60 };
  expect(gripAt({ x: 50, y: 30 }, size, 14)).toEqual({ x: 0, y: 0 });
  expect(gripAt({ x: 2, y: 30 }, size, 14)).toEqual({ x: -1, y: 0 });
  expect(gripAt({ x: 97, y: 59 }, size, 14)).toEqual({ x: 1, y: 1 });
  const box = { x: 0.2, y: 0.2, width: 0.4, height: 0.4 };
  expect(dragged(box, { x: 0, y: 0 }, 0.1, -0.1)).toEqual({ x: expect.closeTo(0.3), y: expect.closeTo(0.1), width: 0.4, height: 0.4 });
  expect(dragged(box, { x: -1, y: 1 }, 0.1, 0.1)).toEqual({ x: expect.closeTo(0.3), y: 0.2, width: expect.closeTo(0.3), height: 0.5 });
  expect(dragged(box, { x: -1, y: 0 }, 5, 0).width).toBeGreaterThan(0);
});
