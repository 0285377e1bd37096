/** What the server says, as docs/studio.md tells it. */

export interface Choice {
  name: string;
  help?: string;
}

export type SettingKind =
  | "integer"
  | "number"
  | "switch"
  | "choice"
  | "colour"
  | "length"
  | "size"
  | "light"
  | "shares"
  | "text"
  | "file";

export interface Setting {
  name: string;
  help: string;
  table: string;
  kind: SettingKind;
  least?: number;
  most?: number;
  standard: string;
  /** What it may be, and a value it may have, in words. */
  range?: string;
  example?: string;
  choices?: Choice[];
  /** Whether it may be something else than its choices, too. */
  open?: boolean;
  /** Whether it may be given several times. */
  repeats?: boolean;
  /** Settings that cannot be asked for together with it. */
  against?: string[];
}

export interface ExportFormat {
  ending: string;
  says: string;
  /** Whether it has a size in pixels. */
  pixels?: boolean;
  /** Whether it can show the photograph, too. */
  photo?: boolean;
}

/** What a file comes to before it is made; or why it is refused. */
export interface Cost {
  pixels?: { width: number; height: number };
  print?: { width_mm: number; height_mm: number; dpi: number };
  seconds?: number;
  refused?: string;
}

export interface Settings {
  version: string;
  limits: { upload_bytes: number };
  settings: Setting[];
  hands: Choice[];
  palettes: Choice[];
  formats: ExportFormat[];
}

/** Something that is seen in a photograph: its box is x, y, width and height, shares of the picture. */
export interface Sight {
  name: string;
  kind: string;
  box: [number, number, number, number];
  certainty: number;
}

export interface Sights {
  sights: Sight[];
  /** Whether another picture is composed of the photograph, whose boxes are not the photograph's. */
  composed: boolean;
  not_looked_for: string;
}

export type Standing = "proven" | "claimed" | "doubtful" | "broken";

/** Something that people claim of a painting's making, as the painter declares it. */
export interface Claim {
  name: string;
  help: string;
  table: string;
  range: string;
  standard: string;
  example: string;
  required: boolean;
  choices: string[];
  text: string;
}

export interface PaintingRecord {
  recorded: boolean;
  claims: Claim[];
  facts: { name: string; text: string; standing?: Standing }[];
  findings?: { standing: Standing; words: string }[];
  journey: { number: number; words: string; said_by: string; signatures: number }[];
  /** The last digest. */
  head?: string;
}

export interface Photo {
  photo: string;
  name: string;
  width: number;
  height: number;
}

export interface Sample extends Photo {
  painting?: string;
}

export interface Wish {
  setting: string;
  text: string;
}

export type State =
  | "waiting"
  | "looking"
  | "planning"
  | "painting"
  | "finished"
  | "paused"
  | "cancelled"
  | "failed";

export interface Painting {
  id: string;
  name: string;
  photo: string;
  state: State;
  stage: string;
  share: number;
  seconds_left?: number;
  strokes: number;
  strokes_wanted: number;
  width_mm: number;
  height_mm: number;
  hand: string;
  wishes: Wish[];
  made: string;
  error?: string;
  file: string;
  /** What it goes on from, and what was wished besides. */
  from?: { id: string; on: string; strokes: number; besides?: Wish[] };
  /** A trial of a contact sheet. */
  draft?: boolean;
}

export type LiveMessage =
  | ({ kind: "painting" } & Painting)
  | { kind: "removed"; id: string }
  | { kind: "hello"; version: string };

const busyStates: ReadonlySet<State> = new Set(["waiting", "looking", "planning", "painting"]);

/** Whether it is being worked on, or waits for it. */
export const isBusy = (painting: Painting): boolean => busyStates.has(painting.state);

/** Whether "go on" takes it up again. */
export const canGoOn = (painting: Painting): boolean =>
  painting.state === "paused" || painting.state === "cancelled" || painting.state === "failed";
