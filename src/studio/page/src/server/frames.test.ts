import { describe, expect, it } from "vitest";
import { FrameError, readFrame } from "./frames";

function strokes(count: number, claimed = count): ArrayBuffer {
  const data = new DataView(new ArrayBuffer(20 + 40 * count));
  data.setUint8(0, 1);
  data.setUint32(4, claimed, true);
  data.setFloat32(8, 400, true);
  data.setFloat32(12, 300, true);
  [10, 20, 30].forEach((byte, i) => data.setUint8(16 + i, byte));
  for (let i = 0; i < 10 * count; i += 1) data.setFloat32(20 + 4 * i, i, true);
  return data.buffer;
}

describe("frames", () => {
  it("hold the strokes of a plan", () => {
    const frame = readFrame(strokes(2));
    expect(frame).toMatchObject({ kind: "strokes", count: 2, width: 400, height: 300, ground: [10, 20, 30] });
    if (frame.kind === "strokes") expect(frame.values[13]).toBe(13);
  });

  it("hold a painted part", () => {
    const data = new DataView(new ArrayBuffer(23));
    data.setUint8(0, 2);
    [256, 512, 100, 50, 1024, 600].forEach((value, i) => data.setUint16(4 + 2 * i, value, true));
    data.setUint32(16, 77, true);
    data.setUint8(20, 9);
    const frame = readFrame(data.buffer);
    expect(frame).toMatchObject({ kind: "tile", x: 256, y: 512, width: 100, height: 50, wholeWidth: 1024, strokes: 77 });
    if (frame.kind === "tile") expect([...frame.picture]).toEqual([9, 0, 0]);
  });

  it("are refused where they are cut off, too long, unknown or beyond their picture", () => {
    const beyond = new DataView(new ArrayBuffer(20));
    beyond.setUint8(0, 2);
    beyond.setUint16(4, 5, true);
    for (const bytes of [new ArrayBuffer(3), strokes(2, 3), strokes(2, 1), new ArrayBuffer(20), beyond.buffer])
      expect(() => readFrame(bytes)).toThrow(FrameError);
  });
});
