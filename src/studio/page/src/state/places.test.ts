import { expect, it } from "vitest";
import type { Painting } from "../server/messages";
import { hashOf, routeOf, type Route } from "./route";
import { found } from "./shelf_search";

it("reads the addresses that it writes", () => {
  const routes: Route[] = [{ at: "start" }, { at: "shelf" }, { at: "painting", id: "12ab" }, { at: "compare", left: "1", right: "2" }];
  for (const route of routes) expect(routeOf(hashOf(route))).toEqual(route);
  expect(routeOf("#/nowhere")).toEqual({ at: "start" });
  expect(routeOf("#/compare/1")).toEqual({ at: "start" });
});

it("finds paintings by name, hand, wishes and date, whatever the accents", () => {
  const painting = (name: string, hand: string): Painting => ({
    id: name, name, hand, photo: "", state: "finished", stage: "", share: 1, strokes: 0, strokes_wanted: 0, width_mm: 1, height_mm: 1,
    wishes: [{ setting: "palette", text: "zorn" }], made: "2026-11-29T20:00:00Z", file: "",
  });
  const all = [painting("Zoé", "knife"), painting("Eileen", "sketch")];
  const names = (words: string) => found(all, words, () => "29. November").map(({ name }) => name);
  expect(names("zoe")).toEqual(["Zoé"]);
  expect(names("sketch nov")).toEqual(["Eileen"]);
  expect(names("zorn")).toHaveLength(2);
  expect(names("")).toHaveLength(2);
  expect(names("nobody")).toEqual([]);
});
