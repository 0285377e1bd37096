/** A painting directed by hand: which tool is held, and what was done with it. */
import { effect, signal } from "@preact/signals";
import { uploadDrawn } from "../server/uploads";
import { say } from "../texts/texts";
import { FocusMap, type BrushStroke, type Map as FocusSide } from "./focus_map";
import { attempt, changeWishes, did, pointsAt, wishes } from "./studio";
import { withTexts } from "./wishes";

export const tools = ["focus", "spatter", "motif", "sign", "strokes"] as const;
export type Tool = (typeof tools)[number];

/** The tool that lies over the easel; null: none. */
export const tool = signal<Tool | null>(null);

// Whoever points holds no other tool.
effect(() => void (tool.value && (pointsAt.value = false)));
effect(() => void (pointsAt.value && (tool.value = null)));

// -- The brush for what is to be finer or calmer ------------------------------------------------------------------

/** How much an error counts where it was painted. */
const weights: Record<FocusSide, number> = { finer: 3, calmer: 0.3 };

/** What was painted over each painting. */
const painted = signal<ReadonlyMap<string, readonly BrushStroke[]>>(new Map());
/** The uploads that were made of it. */
const uploaded = new Map<string, readonly string[]>();

export const brushStrokes = (id: string): readonly BrushStroke[] => painted.value.get(id) ?? [];

const setStrokes = (id: string, strokes: readonly BrushStroke[]) => void (painted.value = new Map(painted.value).set(id, strokes));

function changeStrokes(id: string, after: readonly BrushStroke[], label: string): void {
  const before = brushStrokes(id);
  setStrokes(id, after);
  did({ label, undo: () => setStrokes(id, before), redo: () => setStrokes(id, after) });
}

export const addStroke = (id: string, stroke: BrushStroke): void =>
  changeStrokes(id, [...brushStrokes(id), stroke], say("didBrush"));
export const clearStrokes = (id: string): void => changeStrokes(id, [], say("didClear"));

async function pictureOf(map: FocusMap, side: FocusSide): Promise<Blob> {
  const canvas = document.createElement("canvas");
  canvas.width = map.width;
  canvas.height = map.height;
  canvas.getContext("2d")?.putImageData(new ImageData(map.grey(side), map.width, map.height), 0, 0);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture of the map"))), "image/png"),
  );
}

/** Has what was painted over a painting count when it is painted on. */
export const wishPaintedMap = (id: string, map: FocusMap): Promise<void> =>
  attempt(async () => {
    const texts: string[] = [];
    for (const side of ["finer", "calmer"] as const)
      if (!map.isEmpty(side)) texts.push(`${await uploadDrawn(await pictureOf(map, side), `${side}.png`, "photograph")}:${weights[side]}`);
    const before = uploaded.get(id) ?? [];
    if (texts.join() === before.join()) return;
    uploaded.set(id, texts);
    changeWishes(withTexts(wishes.value, "focus-on", before, texts), say("didTend"));
  });
