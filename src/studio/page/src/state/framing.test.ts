import { expect, it } from "vitest";
import type { Painting } from "../server/messages";
import { canBeFramed, framingSettings, isFramed, unframed } from "./framing";

const painting = { width_mm: 400, height_mm: 300 } as Painting;

it("measures a passe-partout by the canvas", () => {
  expect(framingSettings({ frame: "oak", mat: "usual", colour: "#ffffff" }, painting)).toEqual({ frame: "oak", mat: "45.5mm", "mat-colour": "#ffffff" });
  expect(framingSettings({ ...unframed, colour: "#ffffff" }, painting)).toEqual({ frame: "none", mat: "0.0mm" });
});

it("knows what is framed, and what can be", () => {
  expect(isFramed(unframed)).toBe(false);
  expect(isFramed({ ...unframed, mat: "wide" })).toBe(true);
  expect(canBeFramed(".png")).toBe(true);
  expect(canBeFramed(".psd")).toBe(false);
});
