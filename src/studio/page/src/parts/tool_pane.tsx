import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Easel } from "../easel/easel";
import type { Rect } from "../easel/view";
import { tool } from "../state/directing";

export interface Place {
  x: number;
  y: number;
}

export interface ToolPane {
  easel: Easel;
  label: string;
  /** Places are shares of the painting. */
  onDown?: (at: Place, event: PointerEvent) => void;
  onMove?: (at: Place, event: PointerEvent) => void;
  onUp?: () => void;
  onWheel?: (turned: number) => void;
  /** @returns whether the key was meant for it. */
  onKey?: (event: KeyboardEvent) => boolean;
  class?: string;
  count?: number;
  /** The painting's place on the pane is given to what lies over it. */
  children: (box: Rect) => ComponentChildren;
}

const whole = { x: 0, y: 0, width: 1, height: 1 };

/** Lies over the easel, and tells where on the painting something is done. Escape puts the tool away. */
export function ToolPane({ easel, label, onDown, onMove, onUp, onWheel, onKey, children, count, ...rest }: ToolPane) {
  const pane = useRef<HTMLDivElement>(null);
  useEffect(() => pane.current?.focus(), []);
  const placeOf = (event: PointerEvent): Place | null => {
    const edge = pane.current?.getBoundingClientRect();
    const on = edge && easel.placeAt(event.clientX - edge.left, event.clientY - edge.top);
    return on ? { x: (on.x + 1) / 2, y: (on.y + 1) / 2 } : null;
  };
  const box = easel.boxOf(whole);
  return (
    <div
      ref={pane}
      class={`pointing ${rest.class ?? ""}`}
      role="application"
      tabIndex={0}
      aria-label={label}
      data-count={count}
      onPointerDown={(event) => {
        const at = event.target === pane.current && event.button === 0 && placeOf(event);
        if (!at) return;
        pane.current?.setPointerCapture(event.pointerId);
        onDown?.(at, event);
      }}
      onPointerMove={(event) => {
        const at = placeOf(event);
        if (at) onMove?.(at, event);
      }}
      onPointerUp={() => onUp?.()}
      onPointerCancel={() => onUp?.()}
      onWheel={(event) => onWheel && (event.preventDefault(), onWheel(event.deltaY))}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        if (event.key === "Escape") return void (tool.value = null);
        if (event.target === pane.current && onKey?.(event)) event.preventDefault();
      }}
    >
      {box && children(box)}
    </div>
  );
}

/** A rectangle of the painting as a style. */
export const styleOf = (box: Rect, at: Rect): Record<string, string> => ({
  left: `${box.x + at.x * box.width}px`,
  top: `${box.y + at.y * box.height}px`,
  width: `${at.width * box.width}px`,
  height: `${at.height * box.height}px`,
});

export const keyWays: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
