import { expect, it, vi } from "vitest";
import { de } from "./de";
import { en } from "./en";

vi.stubGlobal("localStorage", { getItem: () => null, setItem: () => {} });
vi.stubGlobal("navigator", { languages: ["en"] });
const { filled, languageOf } = await import("./texts");

it("takes the dearest language that it has", () => {
  expect(languageOf(["", "fr-FR", "de-AT", "en"])).toBe("de");
  expect(languageOf(["fr"])).toBe("en");
});

it("has the same blanks in every language", () => {
  const blanks = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const [key, text] of Object.entries(en))
    if (typeof text === "string") expect(blanks(de[key as "start"]), key).toEqual(blanks(text));
});

it("fills blanks", () => {
  expect(filled("{n} of {all}", { n: 3, all: 9 })).toBe("3 of 9");
});
