/** A finished painting that goes on with other wishes. */
import type { Painting, Wish } from "./messages";
import { askJson, at, Refusal, rowOf } from "./requests";

/** What it costs to have other wishes come true. */
export interface RepaintCost {
  /** Whether it goes on from what is painted; else it is painted anew. */
  goes_on: boolean;
  why?: string;
  strokes: number;
  seconds: number;
}

/** Whether it must be painted anew: no such way, or none for these wishes. */
const isOnlyAnew = (fault: unknown): boolean => fault instanceof Refusal && (fault.status === 404 || fault.status === 409);

async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (fault) {
    if (isOnlyAnew(fault)) return null;
    throw fault;
  }
}

/** @returns a new painting that goes on from this one, or null where it must be painted anew. */
export const repaint = (id: string, wishes: Wish[]): Promise<Painting | null> =>
  orNull(askJson<Painting>(at(id, "/repaint"), "POST", { wishes }).then(rowOf));

/** @returns null where nobody knows. */
export const fetchRepaintCost = (id: string, wishes: Wish[], signal: AbortSignal): Promise<RepaintCost | null> =>
  orNull(askJson<RepaintCost>(at(id, "/repaint/cost"), "POST", { wishes }, signal));
