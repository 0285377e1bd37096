/** What the server says, as docs/studio.md tells it. */

export interface Choice {
  name: string;
  help?: string;
}

export type SettingKind = "integer" | "number" | "switch" | "choice" | "colour" | "text" | "file";

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
}

export interface ExportFormat {
  ending: string;
  says: string;
  /** Whether it has a size in pixels. */
  pixels?: boolean;
}

export interface Settings {
  version: string;
  limits: { upload_bytes: number };
  settings: Setting[];
  hands: Choice[];
  palettes: Choice[];
  formats: ExportFormat[];
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
  /** What it goes on from. */
  from?: { id: string; on: string; strokes: number };
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
