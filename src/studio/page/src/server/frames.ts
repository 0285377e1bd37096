/** Binary frames: the strokes of a plan, and painted parts of the growing picture. Little-endian. */

/** 32-bit places that a stroke takes: nine floats, and four bytes of colour and opacity. */
export const strokePlaces = 10;
const headerBytes = 20;

export interface StrokeFrame {
  kind: "strokes";
  count: number;
  width: number; // mm
  height: number; // mm
  ground: readonly [number, number, number]; // sRGB, 0 to 255
  /** x0 y0 xc yc x1 y1, half widths at both ends, border (all mm), and the colour's bytes, a stroke after the other. */
  values: Float32Array;
}

export interface TileFrame {
  kind: "tile";
  x: number;
  y: number;
  width: number;
  height: number;
  wholeWidth: number;
  wholeHeight: number;
  strokes: number;
  picture: Uint8Array;
}

export class FrameError extends Error {}

function readStrokes(data: DataView): StrokeFrame {
  const count = data.getUint32(4, true);
  const bytes = count * strokePlaces * 4;
  if (data.byteLength !== headerBytes + bytes) throw new FrameError(`${count} strokes in ${data.byteLength} bytes`);
  const copy = data.buffer.slice(data.byteOffset + headerBytes, data.byteOffset + headerBytes + bytes);
  return {
    kind: "strokes",
    count,
    width: data.getFloat32(8, true),
    height: data.getFloat32(12, true),
    ground: [data.getUint8(16), data.getUint8(17), data.getUint8(18)],
    values: new Float32Array(copy as ArrayBuffer),
  };
}

function readTile(data: DataView): TileFrame {
  const [x, y, width, height, wholeWidth, wholeHeight] = [4, 6, 8, 10, 12, 14].map((at) => data.getUint16(at, true)) as
    [number, number, number, number, number, number];
  if (x + width > wholeWidth || y + height > wholeHeight) throw new FrameError("a tile beyond its picture");
  const picture = new Uint8Array(data.buffer as ArrayBuffer, data.byteOffset + headerBytes);
  return { kind: "tile", x, y, width, height, wholeWidth, wholeHeight, strokes: data.getUint32(16, true), picture };
}

/** @throws FrameError where the bytes are no frame. */
export function readFrame(bytes: ArrayBuffer): StrokeFrame | TileFrame {
  const data = new DataView(bytes);
  if (data.byteLength < headerBytes) throw new FrameError(`a frame of ${data.byteLength} bytes`);
  const kind = data.getUint8(0);
  if (kind === 1) return readStrokes(data);
  if (kind === 2) return readTile(data);
  throw new FrameError(`a frame of kind ${kind}`);
}
