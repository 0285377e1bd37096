/** What is asked of a painting: a text for each setting that is not left to the standard. */
import type { Choice, Setting, Settings, Wish } from "../server/messages";

export type Wishes = Readonly<Record<string, string>>;

/** A setting that is given several times has its texts in lines. */
const lines = "\n";

export function wishesOf(list: readonly Wish[]): Wishes {
  const wishes: Record<string, string> = {};
  for (const { setting, text } of list) wishes[setting] = setting in wishes ? wishes[setting] + lines + text : text;
  return wishes;
}

export const listOf = (wishes: Wishes): Wish[] =>
  Object.entries(wishes).flatMap(([setting, text]) => text.split(lines).map((each) => ({ setting, text: each })));

/** Gives a setting one time more. */
export const alsoWish = (wishes: Wishes, name: string, text: string): Wishes =>
  wishesOf([...listOf(wishes), { setting: name, text }]);

/** What a setting that is given several times is given. */
export const textsOf = (wishes: Wishes, name: string): readonly string[] => wishes[name]?.split(lines) ?? [];

/** Puts some of these in the place of others, at the end. */
export function withTexts(wishes: Wishes, name: string, before: readonly string[], now: readonly string[]): Wishes {
  const kept = textsOf(wishes, name).filter((text) => !before.includes(text));
  return withWish(wishes, name, [...kept, ...now].join(lines));
}

/** The upload that a text names; empty where it names none. */
export const uploadIn = (text: string): string => /^[0-9a-f]{16}(?=:|$)/.exec(text)?.[0] ?? "";

/** @param text null leaves it to the standard. */
export function withWish(wishes: Wishes, name: string, text: string | null): Wishes {
  const { [name]: _, ...rest } = wishes;
  return text === null || text === "" ? rest : { ...rest, [name]: text };
}

/** The settings that differ. */
export function changes(before: Wishes, after: Wishes): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => before[name] !== after[name]).sort();
}

/**
 * What is asked otherwise or besides, so that one can go on from what was painted before. Null where nothing is, and where
 * something is taken back.
 * @param repeats whether a setting may be given several times.
 */
export function askedBesides(before: Wishes, after: Wishes, repeats: (setting: string) => boolean): Wish[] | null {
  const besides: Wish[] = [];
  for (const setting of changes(before, after)) {
    const was = textsOf(before, setting);
    const is = textsOf(after, setting);
    if (is.length === 0 || (repeats(setting) && was.some((text) => !is.includes(text)))) return null;
    besides.push(...is.filter((text) => !was.includes(text)).map((text) => ({ setting, text })));
  }
  return besides.length > 0 ? besides : null;
}

/** What most people turn first. Those that the server does not know are left out. */
export const prominent = ["hand", "hand-strength", "palette", "strokes", "finish", "wetness", "relief-strength", "ground", "light", "width"];

/** The table of settings that have tools of their own: what is done to the photograph. */
const withTools = "photograph";

export interface SettingGroups {
  first: Setting[];
  more: { table: string; settings: Setting[] }[];
}

/** Files lie on the server's disk, where no page reaches. */
const canBeAsked = (setting: Setting): boolean => setting.kind !== "file" && setting.table !== withTools;

export function grouped(settings: readonly Setting[]): SettingGroups {
  const asked = settings.filter(canBeAsked);
  const first = prominent.flatMap((name) => asked.filter((setting) => setting.name === name));
  const more = new Map<string, Setting[]>();
  for (const setting of asked.filter(({ name }) => !prominent.includes(name)))
    more.set(setting.table, [...(more.get(setting.table) ?? []), setting]);
  return { first, more: [...more].map(([table, list]) => ({ table, settings: list })) };
}

/** What a setting may be, where that is one of a few. */
export function choicesOf(setting: Setting, all: Settings): readonly Choice[] {
  const told = setting.name === "hand" ? all.hands : setting.name === "palette" ? all.palettes : [];
  const words = setting.choices ?? told;
  return words.map((choice) => told.find(({ name }) => name === choice.name) ?? choice);
}

/** Whether one may write something else than the choices. */
export const isOpen = (setting: Setting): boolean => setting.kind === "text" && setting.open !== false;

/** Limits without the noise of single precision. */
export const round = (limit: number): number => Number(limit.toPrecision(7));

/** "plan-size" becomes "Plan size", "background.finish" "Background: finish". */
export function labelOf(name: string): string {
  const words = name.replaceAll("-", " ").replaceAll("_", " ").replace(".", ": ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Where a slider over a wide range stands is a matter of ratios. */
const isWide = (least: number, most: number): boolean => least > 0 && most / least > 200;

/** Place of a value on a slider, 0 to 1. */
export function placeOf(value: number, least: number, most: number): number {
  const inside = Math.min(Math.max(value, least), most);
  if (isWide(least, most)) return Math.log(inside / least) / Math.log(most / least);
  return most > least ? (inside - least) / (most - least) : 0;
}

function rounded(value: number, integer: boolean): number {
  const digits = Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1);
  if (integer) return Math.round(value / 10 ** digits) * 10 ** digits;
  return Number(value.toPrecision(value >= 1 ? 3 : 2));
}

/** The value at a place of a slider, in round figures. */
export function valueAt(place: number, least: number, most: number, integer: boolean): number {
  if (place <= 0) return least;
  if (place >= 1) return most;
  const value = isWide(least, most) ? least * (most / least) ** place : least + place * (most - least);
  return Math.min(Math.max(rounded(value, integer), least), most);
}
