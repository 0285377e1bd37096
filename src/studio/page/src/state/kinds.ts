/** How values of the kinds of settings are written, and which settings stand for one choice. */
import type { Setting } from "../server/messages";
import { units, type Unit } from "./away";

export interface Length {
  figure: string;
  unit: Unit;
}

/** "60cm"; what is no length keeps its text as a figure, for the painter to refuse. */
export function lengthOf(text: string | null): Length {
  const found = /^\s*([\d.,]+)\s*(cm|mm|in)\s*$/.exec(text ?? "");
  const unit = units.find((each) => each === found?.[2]);
  return found && unit ? { figure: found[1] ?? "", unit } : { figure: text ?? "", unit: "cm" };
}

/** null: there is no length. */
export function textOfLength({ figure, unit }: Length): string | null {
  const plain = figure.trim().replace(",", ".");
  return plain === "" ? null : /^[\d.]+$/.test(plain) ? plain + unit : plain;
}

/** "0.5,0.3": shares, of which the last stands for those that are missing. */
export function sharesOf(text: string, count: number): number[] {
  const given = text.split(",").map(Number).filter(Number.isFinite);
  return Array.from({ length: count }, (_, i) => given[i] ?? given.at(-1) ?? 0);
}

export const textOfShares = (shares: readonly number[]): string => shares.map((share) => String(Number(share.toFixed(2)))).join(",");

/** "1600x1200" */
export function sizeOf(text: string | null): { width: string; height: string } {
  const [width = "", height = ""] = (text ?? "").split(/x|×/);
  return { width, height };
}

export const textOfSize = (width: string, height: string): string | null =>
  width.trim() === "" && height.trim() === "" ? null : `${width.trim()}x${height.trim()}`;

/**
 * Switches of which at most one can be on: they are one choice. @returns their names in order; none where the setting is no such
 * switch.
 */
export function rivalsOf(setting: Setting, all: readonly Setting[]): string[] {
  const against = setting.against ?? [];
  const areSwitches = against.every((name) => all.find((other) => other.name === name)?.kind === "switch");
  if (setting.kind !== "switch" || against.length === 0 || !areSwitches) return [];
  return all.map(({ name }) => name).filter((name) => name === setting.name || against.includes(name));
}

export const linesOf = (text: string | null): string[] => (text === null || text === "" ? [] : text.split("\n"));

export const textOfLines = (lines: readonly string[]): string | null => (lines.length > 0 ? lines.join("\n") : null);
