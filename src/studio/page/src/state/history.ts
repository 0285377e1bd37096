/** What was done, so that it can be undone. */

export interface Step {
  /** What was done, in words for people. */
  label: string;
  undo(): void | Promise<void>;
  redo(): void | Promise<void>;
  /** Steps of the same key that follow closely count as one: a slider that is drawn. */
  key?: string;
}

const mostSteps = 500;
const togetherMs = 1200;

export class History {
  #done: Step[] = [];
  #undone: Step[] = [];
  #last = { key: "", at: -Infinity };
  #working = false;

  constructor(
    private readonly changed: () => void = () => {},
    private readonly now: () => number = () => performance.now(),
  ) {}

  get undoLabel(): string | null {
    return this.#done.at(-1)?.label ?? null;
  }
  get redoLabel(): string | null {
    return this.#undone.at(-1)?.label ?? null;
  }

  /** Notes what was done already. */
  push(step: Step): void {
    const previous = this.#done.at(-1);
    const together =
      step.key !== undefined && step.key === this.#last.key && this.now() - this.#last.at < togetherMs && this.#undone.length === 0;
    if (together && previous) this.#done[this.#done.length - 1] = { ...step, undo: previous.undo };
    else this.#done.push(step);
    if (this.#done.length > mostSteps) this.#done.shift();
    this.#undone = [];
    this.#last = { key: step.key ?? "", at: this.now() };
    this.changed();
  }

  undo(): Promise<void> {
    return this.#move(this.#done, this.#undone, (step) => step.undo());
  }
  redo(): Promise<void> {
    return this.#move(this.#undone, this.#done, (step) => step.redo());
  }

  /** A step that fails stays where it was. */
  async #move(from: Step[], to: Step[], work: (step: Step) => void | Promise<void>): Promise<void> {
    const step = from.at(-1);
    if (!step || this.#working) return;
    this.#working = true;
    try {
      await work(step);
      from.pop();
      to.push(step);
      this.#last = { key: "", at: -Infinity };
    } finally {
      this.#working = false;
      this.changed();
    }
  }
}
