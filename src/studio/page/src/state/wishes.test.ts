import { describe, expect, it } from "vitest";
import type { Setting } from "../server/messages";
import { alsoWish, askedBesides, changes, choicesOf, grouped, labelOf, listOf, placeOf, textsOf, uploadIn, valueAt, wishesOf, withTexts, withWish } from "./wishes";

const setting = (name: string, table = "", kind: Setting["kind"] = "text"): Setting => ({ name, table, kind, help: "", standard: "" });

describe("a setting that is given several times", () => {
  it("is asked for as often", () => {
    const twice = alsoWish(alsoWish({ hand: "knife" }, "focus-on", "face"), "focus-on", "0,0,1,1:0.3");
    expect(listOf(twice)).toEqual([
      { setting: "hand", text: "knife" },
      { setting: "focus-on", text: "face" },
      { setting: "focus-on", text: "0,0,1,1:0.3" },
    ]);
    expect(wishesOf(listOf(twice))).toEqual(twice);
  });

  it("gives up some of its texts for others, and is left out without any", () => {
    const asked = { "focus-on": "face\n0123456789abcdef:3" };
    expect(textsOf(asked, "focus-on")).toEqual(["face", "0123456789abcdef:3"]);
    expect(withTexts(asked, "focus-on", ["0123456789abcdef:3"], ["x:1", "y:2"])).toEqual({ "focus-on": "face\nx:1\ny:2" });
    expect(withTexts(asked, "focus-on", ["face", "0123456789abcdef:3"], [])).toEqual({});
    expect(textsOf({}, "focus-on")).toEqual([]);
  });

  it("is asked for besides what was asked before, or it is taken back", () => {
    const before = { hand: "knife", "focus-on": "face" };
    const besides = (after: Record<string, string>) => askedBesides(before, after, (name) => name === "focus-on");
    expect(besides({ ...before, "focus-on": "face\neyes", strokes: "90" })).toEqual([
      { setting: "focus-on", text: "eyes" },
      { setting: "strokes", text: "90" },
    ]);
    expect(besides({ ...before, hand: "sketch" })).toEqual([{ setting: "hand", text: "sketch" }]);
    expect(besides(before)).toBeNull();
    expect(besides({ hand: "knife" })).toBeNull();
    expect(besides({ ...before, "focus-on": "eyes" })).toBeNull();
  });

  it("may name an upload", () => {
    expect(uploadIn("0123456789abcdef:3")).toBe("0123456789abcdef");
    expect(uploadIn("0123456789abcdef")).toBe("0123456789abcdef");
    expect([uploadIn("face:3"), uploadIn("0123456789abcdef0:3")]).toEqual(["", ""]);
  });
});

describe("wishes", () => {
  it("are put and taken back", () => {
    const asked = withWish(withWish({}, "hand", "knife"), "strokes", "300");
    expect(wishesOf(listOf(asked))).toEqual(asked);
    expect(withWish(asked, "hand", null)).toEqual({ strokes: "300" });
    expect(changes({ hand: "knife" }, asked)).toEqual(["strokes"]);
    expect(changes(asked, { hand: "sketch" })).toEqual(["hand", "strokes"]);
  });
});

describe("settings", () => {
  it("stand in groups: the most used first, files not at all", () => {
    const all = [setting("seed"), setting("strokes"), setting("mask", "subject", "file"), setting("hand", "hand"), setting("dpi", "canvas"), setting("depth", "canvas")];
    const { first, more } = grouped(all);
    expect(first.map(({ name }) => name)).toEqual(["hand", "strokes"]);
    expect(more.map(({ table, settings }) => [table, settings.length])).toEqual([["", 1], ["canvas", 2]]);
  });

  it("may be what the server says, with its help", () => {
    const all = { version: "", limits: { upload_bytes: 1 }, settings: [], hands: [], formats: [], palettes: [{ name: "zorn", help: "four tubes" }] };
    const palette = { ...setting("palette"), choices: [{ name: "auto:6" }, { name: "zorn" }] };
    expect(choicesOf(palette, all)).toEqual([{ name: "auto:6" }, { name: "zorn", help: "four tubes" }]);
    expect(choicesOf(setting("palette"), all)).toEqual(all.palettes);
    expect(choicesOf(setting("canvas"), all)).toEqual([]);
  });

  it("have names that can be read", () => {
    expect(labelOf("plan-size")).toBe("Plan size");
    expect(labelOf("background.finish")).toBe("Background: finish");
  });
});

describe("a slider", () => {
  it("begins and ends at the limits", () => {
    for (const [least, most] of [[0, 1], [1, 100000], [32, 6144]] as const) {
      expect(valueAt(0, least, most, true)).toBe(least);
      expect(valueAt(1, least, most, true)).toBe(most);
    }
  });

  it("goes by ratios over a wide range", () => {
    expect(placeOf(2000, 1, 100000)).toBeCloseTo(0.66, 2);
    expect(valueAt(placeOf(2000, 1, 100000), 1, 100000, true)).toBe(2000);
    expect(valueAt(0.5, 0, 1, false)).toBe(0.5);
  });
});
