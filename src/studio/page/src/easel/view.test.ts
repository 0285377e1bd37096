import { describe, expect, it } from "vitest";
import { fitted, panesOf, panned, placed, within, zoomedAt, zoomOf } from "./view";

const canvas = { width: 400, height: 300 };
const pane = { x: 10, y: 20, width: 848, height: 648 };

describe("the view", () => {
  it("shows the whole, in the middle", () => {
    expect(placed(fitted(canvas, pane, 24), canvas, pane)).toEqual({ x: 34, y: 44, width: 800, height: 600 });
  });

  it("keeps the place under the pointer when it zooms", () => {
    const view = fitted(canvas, pane, 24);
    const mm = (v: typeof view, dx: number) => v.x + dx / v.scale;
    const nearer = zoomedAt(view, 3, 100, -40);
    expect(mm(nearer, 100)).toBeCloseTo(mm(view, 100));
    expect(nearer.scale).toBeCloseTo(3 * view.scale);
  });

  it("follows the hand", () => {
    const view = fitted(canvas, pane, 24);
    const moved = placed(panned(view, 30, -10), canvas, pane);
    expect(moved.x).toBeCloseTo(64);
    expect(moved.y).toBeCloseTo(34);
  });

  it("goes from half of the whole to 4:1, and never beside the painting", () => {
    const far = within({ x: -50, y: 900, scale: 0.001 }, canvas, 2);
    expect(far).toEqual({ x: 0, y: 300, scale: 1 });
    expect(zoomOf(within({ x: 0, y: 0, scale: 1e6 }, canvas, 2), canvas)).toBeCloseTo(4);
  });

  it("has panes beside, below and under a divider", () => {
    expect(panesOf(pane, "beside", 0.5).painting?.pane).toEqual({ x: 434, y: 20, width: 424, height: 648 });
    expect(panesOf(pane, "below", 0.5).other?.pane.y).toBe(344);
    const { painting, other } = panesOf(pane, "divider", 0.25);
    expect(other?.clip.width).toBe(212);
    expect(painting?.clip).toEqual({ x: 222, y: 20, width: 636, height: 648 });
    expect(painting?.pane).toEqual(pane);
    expect(panesOf(pane, "alone", 0.5).other).toBeNull();
  });
});
