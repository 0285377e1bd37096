import { expect, it } from "vitest";
import type { Setting } from "../server/messages";
import { lengthOf, linesOf, rivalsOf, sharesOf, sizeOf, textOfLength, textOfLines, textOfShares, textOfSize } from "./kinds";

it("writes lengths with their unit", () => {
  expect(lengthOf("60.5 cm")).toEqual({ figure: "60.5", unit: "cm" });
  expect(textOfLength({ figure: "24,5", unit: "in" })).toBe("24.5in");
  expect(textOfLength({ figure: " ", unit: "in" })).toBe(null);
  expect(textOfLength(lengthOf("much"))).toBe("much");
});

it("writes shares, of which one stands for all", () => {
  expect(sharesOf("0.5,0.3", 2)).toEqual([0.5, 0.3]);
  expect(sharesOf("0.5", 2)).toEqual([0.5, 0.5]);
  expect(textOfShares([0.30000001, 1])).toBe("0.3,1");
});

it("writes sizes and lines", () => {
  expect(sizeOf("1600x1200")).toEqual({ width: "1600", height: "1200" });
  expect(textOfSize("1600", "")).toBe("1600x");
  expect(textOfSize("", " ")).toBe(null);
  expect(textOfLines(linesOf("a\nb"))).toBe("a\nb");
  expect(textOfLines(linesOf(null))).toBe(null);
});

it("finds switches that are one choice", () => {
  const named = (name: string, against: string[], kind: Setting["kind"] = "switch"): Setting => ({ name, kind, against, help: "", table: "", standard: "" });
  const all = [named("lit", ["flat"]), named("flat", ["lit"]), named("fill", []), named("long", ["size"], "integer"), named("size", ["long"], "size")];
  expect(all.map((setting) => rivalsOf(setting, all))).toEqual([["lit", "flat"], ["lit", "flat"], [], [], []]);
});
