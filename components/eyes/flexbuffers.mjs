// Reads the maps in which TensorFlow Lite's own operations keep their settings (FlexBuffers, the sibling of FlatBuffers that
// brings its types along). For set-up alone.

const kInt = 1;
const kUnsigned = 2;
const kFloat = 3;
const kIndirect = new Map([
  [6, kInt],
  [7, kUnsigned],
  [8, kFloat],
]);
const kMap = 9;
const kVector = 10;
const kTyped = new Map([
  [11, kInt],
  [12, kUnsigned],
  [13, kFloat],
]);
const kFirstFixed = 16;

class Reader {
  constructor(bytes) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.bytes = bytes;
  }

  number(at, width, kind) {
    if (kind === kFloat) return width === 8 ? this.view.getFloat64(at, true) : this.view.getFloat32(at, true);
    const bits = 8 * width;
    const read = kind === kInt ? `getInt${bits}` : `getUint${bits}`;
    return width === 8 ? Number(this.view[kind === kInt ? "getBigInt64" : "getBigUint64"](at, true)) : this.view[read](at, true);
  }

  /** Where a distance that stands here leads to. */
  follow(at, width) {
    return at - this.number(at, width, kUnsigned);
  }

  text(at) {
    return this.bytes.subarray(at, this.bytes.indexOf(0, at)).reduce((text, code) => text + String.fromCharCode(code), "");
  }

  value(at, parentWidth, packed) {
    const kind = packed >> 2;
    const width = 1 << (packed & 3);
    if (kind === kInt || kind === kUnsigned || kind === kFloat) return this.number(at, parentWidth, kind);
    const to = this.follow(at, parentWidth);
    if (kIndirect.has(kind)) return this.number(to, width, kIndirect.get(kind));
    if (kind === kMap) return this.map(to, width);
    if (kind === kVector) return this.vector(to, width);
    if (kTyped.has(kind)) return this.numbers(to, width, this.number(to - width, width, kUnsigned), kTyped.get(kind));
    if (kind >= kFirstFixed && kind < kFirstFixed + 9) {
      const which = kind - kFirstFixed;
      return this.numbers(to, width, 2 + Math.floor(which / 3), 1 + (which % 3));
    }
    throw new Error(`values of kind ${kind} are not known`);
  }

  numbers(at, width, length, kind) {
    return Array.from({ length }, (_, i) => this.number(at + i * width, width, kind));
  }

  vector(at, width) {
    const length = this.number(at - width, width, kUnsigned);
    return Array.from({ length }, (_, i) =>
      this.value(at + i * width, width, this.bytes[at + length * width + i]),
    );
  }

  map(at, width) {
    const keysWidth = this.number(at - 2 * width, width, kUnsigned);
    const keys = this.follow(at - 3 * width, width);
    return Object.fromEntries(
      this.vector(at, width).map((value, i) => [this.text(this.follow(keys + i * keysWidth, keysWidth)), value]),
    );
  }
}

/** A map that is the root of a FlexBuffer, as an object. */
export function readFlexMap(bytes) {
  const width = bytes[bytes.length - 1];
  const packed = bytes[bytes.length - 2];
  return new Reader(bytes).value(bytes.length - 2 - width, width, packed);
}
