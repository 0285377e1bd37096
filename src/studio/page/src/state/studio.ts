/** What the page knows, and what can be done. Everything that people do can be undone. */
import { computed, effect, signal } from "@preact/signals";
import type { Light } from "../easel/lighting";
import { editStrokes, type StrokeEdits } from "../server/edits";
import type { StrokeFrame, TileFrame } from "../server/frames";
import { Live } from "../server/live";
import type { LiveMessage, Painting, Photo, Sample, Settings } from "../server/messages";
import { repaint } from "../server/repaint";
import * as server from "../server/requests";
import { say } from "../texts/texts";
import { History, type Step } from "./history";
import { hashOf, routeOf, type Route } from "./route";
import { trialOf, type TrialSetting } from "./trials";
import { alsoWish, askedBesides, labelOf, listOf, wishesOf, withWish, type Wishes } from "./wishes";

export interface Fault {
  text: string;
  setting?: string;
}

/** A photograph that is being taken in. */
export interface Arrival {
  name: string;
  share: number;
  file: File;
}

export const settings = signal<Settings | null>(null);
export const paintings = signal<ReadonlyMap<string, Painting>>(new Map());
export const samples = signal<Sample[]>([]);
export const loaded = signal(false);
export const connected = signal(true);
export const route = signal<Route>(routeOf(location.hash));
export const arrival = signal<Arrival | null>(null);
export const fault = signal<Fault | null>(null);
/** What just happened, told in passing. */
export const notice = signal<{ text: string; undo: boolean } | null>(null);
/** A photograph that is there, and is prepared before it is painted. */
export const prepared = signal<Photo | null>(null);
const keptPrepares = "prepares";
/** Whether photographs are prepared first, instead of being painted at once. */
export const preparesFirst = signal(localStorage.getItem(keptPrepares) === "true");
effect(() => localStorage.setItem(keptPrepares, String(preparesFirst.value)));
/** The lamp that is turned by hand; null: it is out. */
export const lamp = signal<Light | null>(null);

/** Whether a place on the painting is being pointed at. */
export const pointsAt = signal(false);
/** Whether what the painter sees in the photograph is being looked at. */
export const seesAt = signal(false);

const historyChanges = signal(0);
const history = new History(() => (historyChanges.value += 1));
export const undoLabel = computed(() => (historyChanges.value, history.undoLabel));
export const redoLabel = computed(() => (historyChanges.value, history.redoLabel));

/** The paintings of the shelf; trials are seen on their contact sheets alone. */
export const sorted = computed(() => [...paintings.value.values()].filter(({ draft }) => !draft).sort((a, b) => b.made.localeCompare(a.made)));

/** The painting that the sample makes on the first visit. */
export const samplePainting = computed((): Painting | null => {
  for (const sample of samples.value) {
    const known = sample.painting && paintings.value.get(sample.painting);
    if (known) return known;
    const made = sorted.value.filter((painting) => painting.photo === sample.photo).at(-1);
    if (made) return made;
  }
  return null;
});

/** The painting on the easel. */
export const current = computed((): Painting | null =>
  route.value.at === "painting" ? (paintings.value.get(route.value.id) ?? null) : null,
);

// -- Going somewhere --------------------------------------------------------------------------------------------

export function go(to: Route): void {
  if (location.hash !== hashOf(to)) location.hash = hashOf(to);
  route.value = to;
}

// -- What is asked for ------------------------------------------------------------------------------------------

const keptDrafts = "drafts";

function readDrafts(): Record<string, Wishes> {
  try {
    return JSON.parse(localStorage.getItem(keptDrafts) ?? "{}") as Record<string, Wishes>;
  } catch {
    return {};
  }
}

/** What was changed and not painted yet, for each painting, and for the next one under "". */
const drafts = signal<Readonly<Record<string, Wishes>>>(readDrafts());
effect(() => localStorage.setItem(keptDrafts, JSON.stringify(drafts.value)));

const draftKey = (): string => current.value?.id ?? "";
export const painted = computed((): Wishes => wishesOf(current.value?.wishes ?? []));
export const wishes = computed((): Wishes => drafts.value[draftKey()] ?? painted.value);

const repeats = (name: string): boolean => settings.value?.settings.some((each) => each.name === name && each.repeats === true) ?? false;

/** What is asked besides of a painting that is finished; null where one cannot go on from it. */
export const besides = computed(() =>
  current.value?.state === "finished" ? askedBesides(painted.value, wishes.value, repeats) : null,
);

function setDraft(key: string, draft: Wishes | undefined): void {
  const { [key]: _, ...rest } = drafts.value;
  drafts.value = draft === undefined ? rest : { ...rest, [key]: draft };
}

/** Puts a draft in the place of what is there, so that it can be undone. */
function changeDraft(after: Wishes | undefined, label: string, together?: string): void {
  const key = draftKey();
  const before = drafts.value[key];
  setDraft(key, after);
  const step: Step = { label, undo: () => setDraft(key, before), redo: () => setDraft(key, after) };
  history.push(together === undefined ? step : { ...step, key: `${key} ${together}` });
}

export const nameOfSetting = (name: string, names: Record<string, string>): string => names[name] ?? labelOf(name);

/** @param text null: the standard. */
export function wish(name: string, text: string | null, label: string): void {
  const after = withWish(wishes.value, name, text);
  if (after[name] === wishes.value[name]) return;
  if (fault.value?.setting === name) fault.value = null;
  changeDraft(after, say("didSet", { name: label }), name);
}

/** Notes a step of somebody's that was taken. */
export const did = (step: Step): void => history.push(step);

/** Asks for something else in the place of all that is asked. */
export const changeWishes = (after: Wishes, label: string): void => changeDraft(after, label);
/** Several at once, such as settings of which only one can be asked for. */
export function wishAll(texts: Readonly<Record<string, string | null>>, label: string): void {
  const after = Object.entries(texts).reduce((before, [name, text]) => withWish(before, name, text), wishes.value);
  changeDraft(after, say("didSet", { name: label }));
}

/** Has a place counted more or less when it is painted anew. */
export const tendTo = (place: string): void => changeDraft(alsoWish(wishes.value, "focus-on", place), say("didTend"));

export const discardChanges = (): void => changeDraft(undefined, say("didDiscard"));

export function turnLamp(light: Light | null): void {
  const before = lamp.value;
  lamp.value = light;
  history.push({
    label: say("didTurnLamp"),
    key: "lamp",
    undo: () => void (lamp.value = before),
    redo: () => void (lamp.value = light),
  });
}

// -- Work -------------------------------------------------------------------------------------------------------

function note(painting: Painting): void {
  paintings.value = new Map(paintings.value).set(painting.id, painting);
}

function drop(id: string): void {
  const rest = new Map(paintings.value);
  rest.delete(id);
  paintings.value = rest;
}

function wordsOf(problem: unknown): Fault {
  if (problem instanceof server.Refusal) {
    if (problem.status === 401) return { text: say("notSignedIn") };
    return problem.setting === undefined ? { text: problem.message } : { text: problem.message, setting: problem.setting };
  }
  if (problem instanceof server.Unreachable) return { text: say("unreachable") };
  throw problem;
}

/** Does something that the server may refuse; says so where it does. */
export async function attempt(work: () => Promise<void>): Promise<void> {
  fault.value = null;
  try {
    await work();
  } catch (problem) {
    fault.value = wordsOf(problem);
  }
}

/** Shows a painting that was begun; undone, it is gone. */
function beginAt(painting: Painting, label: string): void {
  const before = route.value;
  note(painting);
  go({ at: "painting", id: painting.id });
  history.push({
    label,
    undo: async () => {
      await server.act(painting.id, "remove");
      drop(painting.id);
      go(before);
    },
    redo: async () => {
      note(await server.act(painting.id, "restore"));
      go({ at: "painting", id: painting.id });
    },
  });
}

async function paintPhoto(photo: string, name: string, asked: Wishes): Promise<void> {
  const key = draftKey();
  const painting = await server.paint(photo, name, listOf(asked));
  setDraft(key, undefined);
  beginAt(painting, say("didPaint", { name: painting.name }));
}

/** Works a finished painting over in a place; it stays, and undo goes back to it. */
export const workOver = (painting: Painting, on: string, strokes: number): Promise<void> =>
  attempt(async () => beginAt(await server.retouch(painting.id, on, strokes), say("didWorkOver", { name: painting.name })));

/** Has single strokes taken out or laid elsewhere; the painting that it was stays, and undo goes back to it. */
export const changeStrokes = (painting: Painting, edits: StrokeEdits): Promise<void> =>
  attempt(async () => beginAt(await editStrokes(painting.id, edits), say("didEdit", { name: painting.name })));

/** What is asked of a painting, with what was changed since. */
export const wishesFor = (painting: Painting): Wishes => drafts.value[painting.id] ?? wishesOf(painting.wishes);

export const paintTrials = (painting: Painting, setting: TrialSetting, names: readonly string[]): Promise<void> =>
  attempt(async () => {
    const base = wishesFor(painting);
    for (const name of names)
      note(await server.paint(painting.photo, `${painting.name} ${name}`, listOf(trialOf(base, setting, name)), { draft: true }));
  });

/** The long run of what was chosen on a contact sheet. */
export const paintChosen = (painting: Painting, setting: TrialSetting, name: string): Promise<void> =>
  attempt(() => paintPhoto(painting.photo, painting.name, withWish(wishesFor(painting), setting, name)));

/** Paints the photograph on the easel anew, as is asked now. */
export const paintAnew = (): Promise<void> =>
  attempt(async () => {
    const on = current.value;
    if (on) await paintPhoto(on.photo, on.name, wishes.value);
  });

/** Goes on from what is painted with what is asked now, where that can be; else paints anew. */
export const paintOn = (): Promise<void> =>
  attempt(async () => {
    const on = current.value;
    if (!on) return;
    const made = besides.value && (await repaint(on.id, besides.value));
    if (!made) return paintPhoto(on.photo, on.name, wishes.value);
    setDraft(on.id, undefined);
    beginAt(made, say("didPaint", { name: made.name }));
  });

const stem = (name: string): string => name.replace(/\.[^.]+$/, "") || name;

let stopUpload = new AbortController();

async function takeIn(file: File): Promise<void> {
  const name = file.name || "photograph.png";
  stopUpload.abort();
  const stop = (stopUpload = new AbortController());
  const tell = (share: number) => (arrival.value = { name, share, file });
  tell(0);
  let photo: Photo;
  try {
    photo = await server.upload(file, name, tell, stop.signal);
  } catch (problem) {
    if (problem instanceof DOMException || stop.signal.aborted) return;
    // It waits, and is sent when the server is there again.
    if (problem instanceof server.Unreachable) return void (fault.value = { text: say("waitsForServer", { name }) });
    arrival.value = null;
    throw problem;
  }
  shownPhotos.set(photo.photo, file);
  if (preparesFirst.value) {
    prepared.value = photo;
    go({ at: "start" });
  } else await paintPhoto(photo.photo, stem(name), wishes.value);
  arrival.value = null;
}

export const paintPrepared = (): Promise<void> =>
  attempt(async () => {
    const photo = prepared.value;
    if (photo) await paintPhoto(photo.photo, stem(photo.name), wishes.value);
    prepared.value = null;
  });

/** Photographs that came from this page: what the browser has of them need not be fetched. */
export const shownPhotos = new Map<string, Blob>();

export const megabytes = (bytes: number): string => `${Math.max(0.1, bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;

export const takePhoto = (file: File): Promise<void> =>
  attempt(async () => {
    const most = settings.value?.limits.upload_bytes ?? Infinity;
    if (file.size > most) {
      const sizes = { name: file.name, size: megabytes(file.size), most: megabytes(most) };
      return void (fault.value = { text: say("tooLarge", sizes) });
    }
    await takeIn(file);
  });

export function cancelUpload(): void {
  stopUpload.abort();
  arrival.value = null;
  fault.value = null;
}

const doTo = (id: string, what: server.Act): Promise<void> =>
  attempt(async () => note(await server.act(id, what)));

export const pause = (painting: Painting): Promise<void> => doTo(painting.id, "pause");
export const goOn = (painting: Painting): Promise<void> => doTo(painting.id, "go-on");

export async function cancel(painting: Painting): Promise<void> {
  note({ ...painting, state: "cancelled" }); // At once; the server says the same soon.
  await doTo(painting.id, "cancel");
  history.push({
    label: say("didCancel", { name: painting.name }),
    undo: () => doTo(painting.id, "go-on"),
    redo: () => doTo(painting.id, "cancel"),
  });
}

// -- The shelf --------------------------------------------------------------------------------------------------

const renameTo = async (id: string, name: string): Promise<void> => note(await server.rename(id, name));

export const rename = (painting: Painting, name: string): Promise<void> =>
  attempt(async () => {
    if (name === "" || name === painting.name) return;
    await renameTo(painting.id, name);
    history.push({
      label: say("didRename", { name }),
      undo: () => renameTo(painting.id, painting.name),
      redo: () => renameTo(painting.id, name),
    });
  });

async function removeNow(id: string): Promise<void> {
  await server.act(id, "remove");
  drop(id);
  if (route.value.at === "painting" && route.value.id === id) go({ at: "shelf" });
}

const restore = async (id: string): Promise<void> => note(await server.act(id, "restore"));

export const remove = (painting: Painting): Promise<void> =>
  attempt(async () => {
    await removeNow(painting.id);
    history.push({
      label: say("didRemove", { name: painting.name }),
      undo: () => restore(painting.id),
      redo: () => removeNow(painting.id),
    });
    notice.value = { text: say("removed", { name: painting.name }), undo: true };
  });

export const duplicate = (painting: Painting): Promise<void> =>
  attempt(async () => {
    const copy = await server.act(painting.id, "duplicate");
    note(copy);
    history.push({
      label: say("didDuplicate", { name: painting.name }),
      undo: () => removeNow(copy.id),
      redo: () => restore(copy.id),
    });
  });

/** Has a file made of a painting, and hands it to the browser. */
export const takeAway = (painting: Painting, asked: Record<string, string>): Promise<void> =>
  attempt(async () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await server.fetchExport(painting.id, asked));
    link.download = `${painting.name}${asked["kind"] ?? ""}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  });

export const undo = (): Promise<void> => ((notice.value = null), attempt(() => history.undo()));
export const redo = (): Promise<void> => attempt(() => history.redo());

// -- Beginning, and hearing from the server ---------------------------------------------------------------------

type FrameListener = (frame: StrokeFrame | TileFrame) => void;
let frameListener: FrameListener | null = null;
let live: Live | null = null;

/** Has the frames of one painting told. @returns what ends it. */
export function watch(id: string, listener: FrameListener): () => void {
  frameListener = listener;
  live?.watch(id);
  return () => {
    if (frameListener !== listener) return;
    frameListener = null;
    live?.watch(null);
  };
}

function take(message: LiveMessage): void {
  if (message.kind === "removed") return drop(message.id);
  if (message.kind !== "painting") return;
  const { kind: _, ...painting } = message;
  note(painting);
}

async function load(): Promise<void> {
  const [all, list, shown] = await Promise.all([server.fetchSettings(), server.fetchPaintings(), server.fetchSamples()]);
  settings.value = all;
  samples.value = shown;
  paintings.value = new Map(list.map((painting) => [painting.id, painting]));
  loaded.value = true;
}

async function startSample(): Promise<void> {
  const [sample] = samples.value;
  if (!sample || sample.painting || paintings.value.size > 0 || route.value.at !== "start") return;
  note(await server.paint(sample.photo, sample.name, [], { gives_way: true }));
}

async function comeBack(): Promise<void> {
  const lost = !connected.value;
  connected.value = true;
  if (!lost && loaded.value) return;
  await attempt(async () => {
    await load();
    const waiting = arrival.value;
    if (waiting) await takeIn(waiting.file);
  });
}

/** Whether it is the server that is away, or this page's leave to speak with it: one that starts anew gives a new one. */
async function askWhyLost(): Promise<void> {
  connected.value = false;
  try {
    await server.fetchPaintings();
  } catch (problem) {
    if (problem instanceof server.Refusal) fault.value = wordsOf(problem);
  }
}

export function begin(): void {
  addEventListener("hashchange", () => (route.value = routeOf(location.hash)));
  live = new Live({
    connection: (open) => void (open ? comeBack() : askWhyLost()),
    message: take,
    frame: (frame) => frameListener?.(frame),
  });
  void attempt(async () => {
    await load();
    await startSample();
  });
}

