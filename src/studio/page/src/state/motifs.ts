/** Pictures that are painted into the background, in rectangles. */
import { signal } from "@preact/signals";
import { previewAddress } from "../server/requests";
import { uploadDrawn } from "../server/uploads";
import { say } from "../texts/texts";
import { onPainting, type Box } from "./pointing";
import { textOfMotif } from "./motif_wish";
import { attempt, changeWishes, wishes } from "./studio";
import { withTexts } from "./wishes";

const setting = "motif";
/** How much of the painting's width a new one takes, and of its height at most. */
const usualWidth = 0.35;
const mostHeight = 0.6;
const usualVeil = 0.2;

/** What came from this page need not be fetched, and drawings are shown as they are. */
const shown = new Map<string, string>();
export const addressOf = (upload: string): string => shown.get(upload) ?? previewAddress(upload);

/** Which is being worked with. */
export const chosenMotif = signal<string | null>(null);

/** The picture's width over its height, as the browser sees it; where it cannot, a usual one. */
async function ratioOf(address: string): Promise<number> {
  const image = new Image();
  image.src = address;
  try {
    await image.decode();
    return image.naturalWidth / image.naturalHeight || 1.5;
  } catch {
    return 1.5;
  }
}

/** @param ratio the painting's width over its height. */
export const addMotif = (file: File, ratio: number): Promise<void> =>
  attempt(async () => {
    const upload = await uploadDrawn(file, file.name || "motif.png", setting);
    const address = URL.createObjectURL(file);
    const shape = await ratioOf(address);
    shown.set(upload, address);
    const height = Math.min(mostHeight, (usualWidth * ratio) / shape);
    const width = Math.min(usualWidth, (height * shape) / ratio);
    const text = textOfMotif({ upload, box: onPainting({ x: 0.95 - width, y: 0.05, width, height }), veil: usualVeil });
    changeWishes(withTexts(wishes.value, setting, [], [text]), say("didMotif"));
    chosenMotif.value = text;
  });

export function changeMotif(text: string, change: { box?: Box; veil?: number }, read: { upload: string; box: Box; veil: number }): void {
  const now = textOfMotif({ ...read, ...change });
  if (now === text) return;
  changeWishes(withTexts(wishes.value, setting, [text], [now]), say("didMotif"));
  chosenMotif.value = now;
}

export function takeOutMotif(text: string): void {
  changeWishes(withTexts(wishes.value, setting, [text], []), say("didMotif"));
  chosenMotif.value = null;
}
