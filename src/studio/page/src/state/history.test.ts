import { describe, expect, it } from "vitest";
import { History } from "./history";

function setting(history: History, clock: { now: number }) {
  const held = { value: 0 };
  const set = (value: number, key?: string) => {
    const before = held.value;
    held.value = value;
    const step = { label: `to ${value}`, undo: () => void (held.value = before), redo: () => void (held.value = value) };
    history.push(key === undefined ? step : { ...step, key });
    clock.now += 100;
  };
  return { held, set };
}

describe("the history", () => {
  const begun = () => {
    const clock = { now: 0 };
    const history = new History(() => {}, () => clock.now);
    return { clock, history, ...setting(history, clock) };
  };

  it("undoes and redoes, step by step", async () => {
    const { history, held, set } = begun();
    set(1);
    set(2);
    expect(history.undoLabel).toBe("to 2");
    await history.undo();
    expect(held.value).toBe(1);
    expect(history.redoLabel).toBe("to 2");
    await history.undo();
    await history.undo();
    expect(held.value).toBe(0);
    await history.redo();
    await history.redo();
    expect(held.value).toBe(2);
    expect(history.redoLabel).toBeNull();
  });

  it("takes a slider that is drawn as one step, and a later one as another", async () => {
    const { clock, history, held, set } = begun();
    for (const value of [1, 2, 3]) set(value, "strokes");
    clock.now += 5000;
    set(9, "strokes");
    await history.undo();
    expect(held.value).toBe(3);
    await history.undo();
    expect(held.value).toBe(0);
    await history.redo();
    expect(held.value).toBe(3);
  });

  it("forgets what was undone when something else is done", async () => {
    const { history, set } = begun();
    set(1);
    await history.undo();
    set(5);
    expect(history.redoLabel).toBeNull();
  });

  it("keeps a step that fails", async () => {
    const history = new History();
    history.push({ label: "painting", undo: () => Promise.reject(new Error("gone")), redo: () => {} });
    await expect(history.undo()).rejects.toThrow("gone");
    expect(history.undoLabel).toBe("painting");
  });
});
