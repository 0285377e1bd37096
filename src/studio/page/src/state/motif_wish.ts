/** A picture that is painted into the background, as wishes have it. */
import { wordsOf, type Box } from "./pointing";
import { uploadIn } from "./wishes";

export interface MotifWish {
  upload: string;
  box: Box;
  /** 0 near, 1 lost in the air. */
  veil: number;
}

export const textOfMotif = ({ upload, box, veil }: MotifWish): string => `${upload}:${wordsOf(box)}:${Number(veil.toFixed(2))}`;

/** Null where it has no rectangle of its own. */
export function motifOf(text: string): MotifWish | null {
  const upload = uploadIn(text);
  const [, where = "", veil = "0.3"] = text.split(":");
  const [x, y, width, height] = where.split(",").map(Number);
  if (upload === "" || x === undefined || y === undefined || width === undefined || height === undefined) return null;
  return { upload, box: { x, y, width, height }, veil: Number(veil) };
}
