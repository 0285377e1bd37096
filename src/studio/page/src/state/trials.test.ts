import { describe, expect, it } from "vitest";
import type { Painting } from "../server/messages";
import { findTrial, trialOf } from "./trials";
import { listOf } from "./wishes";

const painting = (id: string, wishes: Record<string, string>, draft = true): Painting =>
  ({ id, photo: "p", made: id, draft, wishes: listOf(wishes) }) as Painting;

describe("trials", () => {
  it("are quick, whatever is asked of the painting", () => {
    expect(trialOf({ strokes: "9000", time: "60", wetness: "0.7", hand: "knife" }, "hand", "bravura")).toEqual({
      strokes: "100",
      "plan-size": "256",
      wetness: "0.7",
      hand: "bravura",
    });
  });

  it("are found again, the newest of those that were asked for alike", () => {
    const wishes = trialOf({}, "palette", "zorn");
    const all = [painting("1", wishes), painting("2", wishes), painting("3", wishes, false), painting("4", {})];
    expect(findTrial(all, "p", wishes)?.id).toBe("2");
    expect(findTrial(all, "another", wishes)).toBeNull();
  });
});
