/** Whether frames come too slowly while something moves: several that each took long, one after the other. */

/** A frame that takes longer, ms, is slow. */
const slowFrame = 40;
const slowFrames = 3;
/** After so long a rest, ms, what was before counts no more. */
export const restMs = 250;

/**
 * A frame takes as long as drawing the one before kept the page busy, or as it was waited for since it was asked for: the
 * one tells where the page itself draws, the other where the graphics lag behind.
 */
export class FramePace {
  #asked = 0;
  #began = 0;
  #ended = 0;
  #slow = 0;

  /** Times are milliseconds of performance.now(). */
  ask(now: number): void {
    this.#asked = now;
  }

  /** @returns whether the frames that were drawn up to this one are too slow. */
  begin(now: number): boolean {
    const rested = this.#ended === 0 || this.#asked - this.#ended > restMs;
    const drawing = rested ? 0 : this.#ended - this.#began;
    const took = Math.max(drawing, now - this.#asked);
    this.#slow = took > slowFrame ? (rested ? 1 : this.#slow + 1) : 0;
    this.#began = now;
    return this.#slow >= slowFrames;
  }

  end(now: number): void {
    this.#ended = now;
  }

  /** What comes next is not compared with what was. */
  forget(): void {
    this.#began = this.#ended = this.#slow = 0;
  }
}
