/** What is taken away of a painting: the size that is asked for, and what it comes to. */

export type Unit = "cm" | "mm" | "in";
export const units: readonly Unit[] = ["cm", "mm", "in"];

/** Texts as they are typed; empty: left to the painter. */
export interface Size {
  as: "standard" | "pixels" | "print";
  long: string;
  width: string;
  height: string;
  unit: Unit;
  dpi: string;
}

export const standardSize: Size = { as: "standard", long: "", width: "", height: "", unit: "cm", dpi: "" };

const plain = (text: string): string => text.trim().replace(",", ".");

/** As the painter's settings take it: what is left empty is left out. */
export function querySize(size: Size): Record<string, string> {
  const asked: Record<string, string> = {};
  const put = (name: string, text: string, unit = "") => {
    if (plain(text) !== "") asked[name] = plain(text) + unit;
  };
  if (size.as === "pixels") put("size", size.long);
  if (size.as === "print") {
    put("width", size.width, size.unit);
    put("height", size.height, size.unit);
    put("dpi", size.dpi);
  }
  return asked;
}

const mmOf: Record<Unit, number> = { cm: 10, mm: 1, in: 25.4 };

/** A length in a unit, as exactly as one measures a print. */
export const inUnit = (mm: number, unit: Unit): number => Number((mm / mmOf[unit]).toFixed(unit === "mm" ? 0 : 1));

/** A print: as wide as the painting and as fine as prints are, where nothing else was said. */
export function printOf(size: Size, widthMm: number): Size {
  const width = size.width === "" && size.height === "" && widthMm > 0 ? String(inUnit(widthMm, size.unit)) : size.width;
  return { ...size, as: "print", width, dpi: size.dpi || "300" };
}

/** Another unit for the same lengths. */
export function withUnit(size: Size, unit: Unit): Size {
  const turned = (text: string): string => {
    const value = Number(plain(text));
    return plain(text) === "" || !Number.isFinite(value) ? text : String(inUnit(value * mmOf[size.unit], unit));
  };
  return { ...size, unit, width: turned(size.width), height: turned(size.height) };
}

/** Seconds as one tells them beforehand, in few figures. */
export function roughly(seconds: number): { unit: "moment" | "seconds" | "minutes"; n: number } {
  if (seconds < 1.5) return { unit: "moment", n: 1 };
  if (seconds < 20) return { unit: "seconds", n: Math.round(seconds) };
  if (seconds < 90) return { unit: "seconds", n: 5 * Math.round(seconds / 5) };
  return { unit: "minutes", n: Math.round(seconds / 60) };
}
