/** A signature as wishes have it. */
import { withWish, type Wishes } from "./wishes";

export const corners = ["bottom right", "bottom left", "top right", "top left"] as const;
export type Corner = (typeof corners)[number];

export interface SignatureWish {
  /** The upload that was drawn, */
  file?: string;
  /** or a name. Without either it is not signed. */
  text?: string;
  corner: Corner;
  /** mm; null: the standard. */
  height: number | null;
}

const isCorner = (text: string | undefined): text is Corner => corners.some((corner) => corner === text);

export function signatureIn(wishes: Wishes): SignatureWish {
  const corner = wishes["signature.corner"];
  const height = Number.parseFloat(wishes["signature.height"] ?? "");
  const { "signature.file": file, signature: text } = wishes;
  return {
    ...(file !== undefined ? { file } : {}),
    ...(text !== undefined ? { text } : {}),
    corner: isCorner(corner) ? corner : corners[0],
    height: Number.isFinite(height) ? height : null,
  };
}

export function withSignature(wishes: Wishes, { file, text, corner, height }: SignatureWish): Wishes {
  const signed = file !== undefined || text !== undefined;
  const said: [string, string | null][] = [
    ["signature", text ?? null],
    ["signature.file", file ?? null],
    ["signature.corner", signed && corner !== corners[0] ? corner : null],
    ["signature.height", signed && height !== null ? `${height}mm` : null],
  ];
  return said.reduce((all, [name, value]) => withWish(all, name, value), wishes);
}
