/** How a painting is signed. */
import { uploadDrawn } from "../server/uploads";
import { say } from "../texts/texts";
import { svgOf, type PenLine } from "./pen";
import { attempt, changeWishes, wishes } from "./studio";
import { withSignature, type SignatureWish } from "./signature_wish";

const kept = "signature";

function readLines(): readonly PenLine[] {
  try {
    const lines: unknown = JSON.parse(localStorage.getItem(kept) ?? "[]");
    return Array.isArray(lines) ? (lines as PenLine[]) : [];
  } catch {
    return [];
  }
}

/** What was drawn last: people sign alike. */
export const lastDrawn = readLines;

/** @param by the lines that were drawn, or a name; neither takes the signature away. */
export const sign = (by: { lines?: readonly PenLine[]; name?: string }, place: Pick<SignatureWish, "corner" | "height">): Promise<void> =>
  attempt(async () => {
    let wish: SignatureWish = { ...place };
    if (by.lines) {
      localStorage.setItem(kept, JSON.stringify(by.lines));
      const svg = new Blob([svgOf(by.lines)], { type: "image/svg+xml" });
      wish = { ...place, file: await uploadDrawn(svg, "signature.svg", "signature") };
    } else if (by.name) wish = { ...place, text: by.name };
    changeWishes(withSignature(wishes.value, wish), say("didSign"));
  });
