/** The easel moved by mouse, fingers and keys. */
import type { Easel } from "./easel";

const keyStep = 60; // CSS pixels
const zoomStep = 1.25;
const wheelSpeed = 0.0016;

export interface GestureChoice {
  /** Called with places from -1 to 1 on the painting while a pointer hovers over it, or a finger is drawn over it. */
  turnLamp: ((x: number, y: number) => void) | null;
}

interface Pointer {
  x: number;
  y: number;
}

/** @returns what ends it. */
export function listenToGestures(easel: Easel, choice: () => GestureChoice): () => void {
  const { canvas } = easel;
  const pointers = new Map<number, Pointer>();
  const stop = new AbortController();
  const listen = <K extends keyof HTMLElementEventMap>(kind: K, work: (event: HTMLElementEventMap[K]) => void): void =>
    canvas.addEventListener(kind, work, { signal: stop.signal, passive: false });

  const place = (event: MouseEvent): Pointer => {
    const box = canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const turn = (at: Pointer): boolean => {
    const { turnLamp } = choice();
    const on = turnLamp && easel.placeAt(at.x, at.y);
    if (!turnLamp || !on || Math.hypot(on.x, on.y) > 1.6) return false;
    turnLamp(on.x, on.y);
    return true;
  };
  const pinch = (id: number, to: Pointer): void => {
    const [a, b] = [...pointers.entries()].map(([key, at]) => ({ before: at, after: key === id ? to : at }));
    if (!a || !b) return;
    const distance = (p: Pointer, q: Pointer) => Math.hypot(p.x - q.x, p.y - q.y) || 1;
    const middle = { x: (a.after.x + b.after.x) / 2, y: (a.after.y + b.after.y) / 2 };
    easel.pan(middle.x - (a.before.x + b.before.x) / 2, middle.y - (a.before.y + b.before.y) / 2);
    easel.zoomBy(distance(a.after, b.after) / distance(a.before, b.before), middle);
  };

  listen("pointerdown", (event) => {
    if (event.button > 1) return;
    canvas.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, place(event));
    if (event.pointerType !== "mouse" && pointers.size === 1) turn(place(event));
  });
  listen("pointermove", (event) => {
    const at = place(event);
    const before = pointers.get(event.pointerId);
    if (!before) {
      if (event.pointerType === "mouse") turn(at);
      return;
    }
    if (pointers.size >= 2) pinch(event.pointerId, at);
    else if (event.pointerType === "mouse" || !turn(at)) easel.pan(at.x - before.x, at.y - before.y);
    pointers.set(event.pointerId, at);
  });
  const end = (event: PointerEvent) => void pointers.delete(event.pointerId);
  listen("pointerup", end);
  listen("pointercancel", end);
  listen("wheel", (event) => {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    const fingers = event.ctrlKey ? 5 : 1; // A pinch on a touchpad comes as small turns.
    easel.zoomBy(Math.exp(-event.deltaY * lines * wheelSpeed * fingers), place(event));
  });
  listen("dblclick", (event) => easel.zoomBy(2, place(event)));
  listen("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const work = keys(easel)[event.key];
    if (!work) return;
    event.preventDefault();
    work();
  });
  return () => stop.abort();
}

const keys = (easel: Easel): Record<string, () => void> => ({
  ArrowLeft: () => easel.pan(keyStep, 0),
  ArrowRight: () => easel.pan(-keyStep, 0),
  ArrowUp: () => easel.pan(0, keyStep),
  ArrowDown: () => easel.pan(0, -keyStep),
  "+": () => easel.zoomBy(zoomStep, null),
  "=": () => easel.zoomBy(zoomStep, null),
  "-": () => easel.zoomBy(1 / zoomStep, null),
  "0": () => easel.fit(),
  "1": () => easel.showFull(),
});
