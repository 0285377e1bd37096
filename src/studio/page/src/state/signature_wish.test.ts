import { describe, expect, it } from "vitest";
import { signatureIn, withSignature } from "./signature_wish";

describe("a signature", () => {
  it("is drawn or written, never both", () => {
    const drawn = withSignature({ hand: "knife", signature: "A. P." }, { file: "0123456789abcdef", corner: "top left", height: 12 });
    expect(drawn).toEqual({ hand: "knife", "signature.file": "0123456789abcdef", "signature.corner": "top left", "signature.height": "12mm" });
    expect(signatureIn(drawn)).toEqual({ file: "0123456789abcdef", corner: "top left", height: 12 });
    const written = withSignature(drawn, { text: "A. P.", corner: "bottom right", height: null });
    expect(written).toEqual({ hand: "knife", signature: "A. P." });
    expect(signatureIn(written)).toEqual({ text: "A. P.", corner: "bottom right", height: null });
  });

  it("is taken away with all that belongs to it", () => {
    const drawn = withSignature({}, { file: "0123456789abcdef", corner: "top left", height: 12 });
    expect(withSignature(drawn, { corner: "top left", height: 12 })).toEqual({});
    expect(signatureIn({})).toEqual({ corner: "bottom right", height: null });
  });
});
