/** Contact sheets: small, quick paintings of one photograph by several hands or with several palettes, to choose from. */
import type { Painting, Wish } from "../server/messages";
import { listOf, type Wishes } from "./wishes";

/** The settings that trials may differ in. */
export type TrialSetting = "hand" | "palette";

/** What is the same for all: they are quick. */
const quick: Wishes = { strokes: "100", "plan-size": "256" };
/** Wishes that would make them slow or large. */
const heavy: ReadonlySet<string> = new Set(["target-psnr", "time", "size", "long", "dpi", "depth"]);

/** What is asked of one trial. */
export function trialOf(base: Wishes, setting: TrialSetting, name: string): Wishes {
  const kept = Object.entries(base).filter(([each]) => !heavy.has(each));
  return { ...Object.fromEntries(kept), ...quick, [setting]: name };
}

const keyOf = (list: readonly Wish[]): string =>
  list
    .map(({ setting, text }) => `${setting}=${text}`)
    .sort()
    .join("\n");

/** The trial that was made of a photograph with the same wishes, the newest of several. */
export function findTrial(paintings: Iterable<Painting>, photo: string, wishes: Wishes): Painting | null {
  const key = keyOf(listOf(wishes));
  let found: Painting | null = null;
  for (const each of paintings)
    if (each.draft && each.photo === photo && keyOf(each.wishes) === key && (!found || each.made > found.made)) found = each;
  return found;
}
