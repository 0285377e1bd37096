/** Single strokes of a finished painting, taken out or laid with another pass. */
import type { Painting } from "./messages";
import { askJson, at, rowOf } from "./requests";

export interface Pass {
  name: string;
  strokes: number;
  coat: string;
}

export interface StrokeEdits {
  /** Numbers of strokes in painting order, from 0. */
  remove: number[];
  move: { stroke: number; pass: string }[];
}

export const fetchPasses = async (id: string): Promise<Pass[]> => (await askJson<{ passes: Pass[] }>(at(id, "/passes"))).passes;

/** @returns the new painting that is made; the one it was stays. */
export const editStrokes = async (id: string, edits: StrokeEdits): Promise<Painting> =>
  rowOf(await askJson(at(id, "/edit"), "POST", edits));
