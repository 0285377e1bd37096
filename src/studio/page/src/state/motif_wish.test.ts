import { describe, expect, it } from "vitest";
import { motifOf, textOfMotif } from "./motif_wish";

describe("a motif", () => {
  it("is said in words, and read again", () => {
    const motif = { upload: "0123456789abcdef", box: { x: 0.6, y: 0.1, width: 0.35, height: 0.5 }, veil: 0.2 };
    expect(textOfMotif(motif)).toBe("0123456789abcdef:0.6,0.1,0.35,0.5:0.2");
    expect(motifOf(textOfMotif(motif))).toEqual(motif);
  });

  it("may have no rectangle of its own", () => {
    for (const text of ["0123456789abcdef", "0123456789abcdef:across:0.3", "flag:0.1,0.1,0.2,0.2"]) expect(motifOf(text)).toBeNull();
  });
});
