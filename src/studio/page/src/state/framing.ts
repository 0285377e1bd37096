/** What lies around a picture that is taken away. */
import type { Painting } from "../server/messages";

/** How wide a passe-partout is, as a share of the canvas's mean side; "" none. */
export const mats = { "": 0, narrow: 0.07, usual: 0.13, wide: 0.2 } as const;
export type Mat = keyof typeof mats;

export interface FramingWish {
  frame: string;
  mat: Mat;
  /** Of the passe-partout; "": the standard. */
  colour: string;
}

export const unframed: FramingWish = { frame: "none", mat: "", colour: "" };

/** The formats of single pictures: what else is exported has no frame. */
const framed: ReadonlySet<string> = new Set([".png", ".jpg", ".jpeg", ".tif", ".tiff", ".exr", ".webp"]);
export const canBeFramed = (ending: string): boolean => framed.has(ending);

export const isFramed = ({ frame, mat }: FramingWish): boolean => frame !== "none" || mat !== "";

/** As the program's settings; the same whatever the painting itself has around it. */
export function framingSettings({ frame, mat, colour }: FramingWish, painting: Painting): Record<string, string> {
  const mean = (painting.width_mm + painting.height_mm) / 2;
  const asked: Record<string, string> = { frame, mat: `${(mats[mat] * mean).toFixed(1)}mm` };
  if (mat !== "" && colour !== "") asked["mat-colour"] = colour;
  return asked;
}
