import { describe, expect, it } from "vitest";
import { strokePlaces, type StrokeFrame } from "../server/frames";
import type { Renderer, Surface } from "./renderer";
import { noBed, StrokeLayer, type StrokeWish } from "./stroke_layer";

/** Notes how many strokes lie on each surface, and how many were laid at one go. */
function noting() {
  const lying = new Map<Surface, number>();
  const pieces: number[] = [];
  /** What was laid on each surface, a piece after the other. */
  const sources = new Map<Surface, (Float32Array | null)[]>();
  let sent: Float32Array | null = null;
  const renderer = {
    surface: (width: number, height: number) => ({ width, height, surface: true }) as Surface,
    wipe: (surface: Surface) => void lying.set(surface, 0),
    lay: (surface: Surface, first: number, last: number) => {
      pieces.push(last - first);
      sources.set(surface, [...(sources.get(surface) ?? []), sent]);
      lying.set(surface, (lying.get(surface) ?? 0) + last - first);
    },
    forget: (surface: Surface) => void lying.delete(surface),
    setStrokes: ({ to }: { to: Float32Array }) => void (sent = to),
    put: () => {},
  } as unknown as Renderer;
  return { renderer, lying, pieces, sources };
}

/** Strokes of 100 × 50 mm on a canvas of 400 × 300. */
function planOf(count: number): StrokeFrame {
  const values = new Float32Array(count * strokePlaces);
  for (let at = 0; at < values.length; at += strokePlaces) values.set([0, 0, 50, 0, 100, 0, 25, 25, 0], at);
  return { kind: "strokes", count, width: 400, height: 300, ground: [0, 0, 0], values };
}

const wished = (frame: StrokeFrame, count = frame.count): StrokeWish => ({ frame, from: frame.values, share: 1, count, bed: noBed, seen: 1000, now: 0, hurried: false });

describe("strokes on a surface", () => {
  it("are laid at once, and further ones over them", () => {
    const { renderer, lying, pieces } = noting();
    const layer = new StrokeLayer();
    const plan = planOf(500);
    expect(layer.lay(renderer, wished(plan, 200))).toBe(false);
    expect(layer.lay(renderer, wished(plan))).toBe(false);
    expect(layer.lay(renderer, wished(plan))).toBe(false);
    expect(pieces).toEqual([200, 300, 0]);
    expect([...lying.values()]).toEqual([500]);
  });

  it("are laid anew where fewer are wished for, or others, or finer ones", () => {
    const { renderer, pieces } = noting();
    const layer = new StrokeLayer();
    const plan = planOf(50);
    layer.lay(renderer, wished(plan));
    layer.lay(renderer, wished(plan, 20));
    layer.lay(renderer, wished(planOf(60)));
    const wish = wished(planOf(70));
    layer.lay(renderer, wish);
    layer.lay(renderer, { ...wish, seen: 2000 });
    expect(pieces).toEqual([50, 20, 60, 70, 70]);
    expect(Math.max(layer.surface?.width ?? 0, layer.surface?.height ?? 0)).toBe(2048);
  });

  it("are laid in pieces where the graphics are slow, out of sight until all lie there", () => {
    const { renderer, lying, pieces } = noting();
    const layer = new StrokeLayer();
    layer.lay(renderer, wished(planOf(500)));
    const before = layer.surface;
    layer.slow = true;
    pieces.length = 0;
    const plan = planOf(400);
    let frames = 0;
    while (layer.lay(renderer, wished(plan))) {
      frames += 1;
      expect(layer.surface).toBe(before);
      expect(frames).toBeLessThan(100);
    }
    expect(frames).toBeGreaterThan(5);
    expect(Math.max(...pieces)).toBeLessThan(60); // A stroke has 32,768 pixels.
    expect(layer.surface).not.toBe(before);
    expect(lying.get(layer.surface as Surface)).toBe(400);
  });

  it("wait while the easel is moved, but not for long", () => {
    const { renderer, pieces } = noting();
    const layer = new StrokeLayer();
    layer.lay(renderer, wished(planOf(10)));
    layer.slow = true;
    const hurried = { ...wished(planOf(5)), hurried: true };
    for (let now = 0; now <= 400; now += 10) layer.lay(renderer, { ...hurried, now });
    expect(pieces).toEqual([10, 5, 0, 0]);
  });

  it("that come while others are being laid wait for those", () => {
    const { renderer, lying } = noting();
    const layer = new StrokeLayer();
    layer.lay(renderer, wished(planOf(100)));
    layer.slow = true;
    layer.lay(renderer, wished(planOf(300)));
    const last = planOf(350);
    let frames = 0;
    const seen = new Set<number>();
    while (layer.lay(renderer, wished(last)) && (frames += 1) < 100) seen.add(lying.get(layer.surface as Surface) ?? 0);
    expect([...seen]).toEqual([100, 300]);
    expect(lying.get(layer.surface as Surface)).toBe(350);
  });

  it("of two layers that take turns are not confused", () => {
    const { renderer, sources } = noting();
    const plans = [planOf(100), planOf(120)] as const;
    const layers = plans.map(() => new StrokeLayer());
    for (let frame = 0; frame < 30; frame += 1)
      layers.forEach((layer, i) => {
        layer.slow = true;
        layer.lay(renderer, wished(plans[i] as StrokeFrame));
      });
    const laid = layers.map((layer) => new Set(sources.get(layer.surface as Surface)));
    expect(laid).toEqual(plans.map((plan) => new Set([plan.values])));
  });

  it("are given away", () => {
    const { renderer } = noting();
    const layer = new StrokeLayer();
    expect(layer.take()).toBe(null);
    layer.lay(renderer, wished(planOf(10)));
    const { surface } = layer;
    expect(layer.take()).toBe(surface);
    expect(layer.surface).toBe(null);
  });
});
