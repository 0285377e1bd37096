import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { strokePlaces, type StrokeFrame } from "../server/frames";
import { PaintingScene } from "./painting_scene";
import type { Renderer, Surface } from "./renderer";

const whole = { x: 0, y: 0, width: 400, height: 300 };
const showing = { at: whole, clip: whole, lamp: null, now: 0, moved: false, share: 1 };

/** Notes what is drawn, by the names of pictures. */
function noting(): { renderer: Renderer; drawn: string[]; grounds: (readonly number[] | null)[] } {
  const drawn: string[] = [];
  const grounds: (readonly number[] | null)[] = [];
  let count = 0;
  const named = (kind: string, width = 256, height = 256) => ({ width, height, name: `${kind} ${(count += 1)}` });
  const nothing = () => {};
  const renderer = {
    kind: "2d",
    picture: () => named("tile"),
    surface: (width: number, height: number) => ({ ...named("strokes", width, height), surface: true }) as Surface,
    wipe: (_: Surface, colour: readonly number[] | null) => void grounds.push(colour),
    draw: (picture: { name?: string }) => void drawn.push(picture.name ?? ""),
    forget: nothing, setStrokes: nothing, lay: nothing, fill: nothing, put: nothing,
  } as unknown as Renderer;
  return { renderer, drawn, grounds };
}

const strokes = (count: number): StrokeFrame =>
  ({ kind: "strokes", count, width: 400, height: 300, ground: [200, 190, 170], values: new Float32Array(count * strokePlaces) });

/** The kinds of what is drawn, one after the other. */
const kindsOf = (drawn: string[]): string[] =>
  drawn.map((name) => name.split(" ")[0] ?? "").filter((kind, at, all) => kind !== all[at - 1]);

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

describe("a painting that goes on from another", () => {
  const asked: string[] = [];
  /** Paintings whose tiles are there. */
  const there = new Set<string>();
  beforeEach(() => {
    asked.length = 0;
    there.clear();
    vi.stubGlobal("createImageBitmap", async () => ({}));
    vi.stubGlobal("fetch", async (address: string) => {
      asked.push(address);
      return [...there].some((id) => address.includes(`/${id}/`)) ? new Response("tile") : new Response("{}", { status: 404 });
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  const scene = () => new PaintingScene({ id: "new", canvas: { width: 400, height: 300 }, under: "old", still: true, changed: () => {} });

  it("lays its new strokes on the picture of the other", async () => {
    there.add("old");
    const { renderer, drawn, grounds } = noting();
    const made = scene();
    made.setStrokes(strokes(3));
    made.draw(renderer, showing);
    await settled();
    drawn.length = 0;
    made.draw(renderer, showing);
    expect(asked.every((address) => address.includes("/old/"))).toBe(true);
    expect(kindsOf(drawn)).toEqual(["tile", "strokes"]);
    expect(grounds).toEqual([null]);
  });

  it("keeps both until its own picture is there", async () => {
    there.add("old");
    const { renderer, drawn } = noting();
    const made = scene();
    made.setStrokes(strokes(3));
    made.draw(renderer, showing);
    await settled();
    there.add("new");
    made.finished = true;
    made.setStrokes(strokes(500));
    drawn.length = 0;
    made.draw(renderer, showing);
    expect(kindsOf(drawn)).toEqual(["tile", "strokes"]);
    await settled();
    drawn.length = 0;
    made.draw(renderer, showing);
    expect(kindsOf(drawn)).toEqual(["tile"]);
  });

  it("scrubs along all strokes, on its ground", () => {
    const { renderer, grounds } = noting();
    const made = scene();
    made.finished = true;
    made.setStrokes(strokes(500));
    made.show(20);
    made.draw(renderer, showing);
    expect(asked).toEqual([]);
    expect(grounds.at(-1)).toEqual([200, 190, 170]);
  });
});
