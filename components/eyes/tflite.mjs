// Reads .tflite files: the graph of the one subgraph, and its constants as arrays of numbers. For set-up alone.
//
// The layout is TensorFlow's schema.fbs, version 3, in FlatBuffers: a table begins with the distance to its list of fields,
// and a field that is not listed has its standard value.

const kOperators = new Map(
  Object.entries({
    0: "Add",
    1: "AveragePool",
    2: "Concatenate",
    3: "Conv",
    4: "DepthwiseConv",
    5: "DepthToSpace",
    6: "Dequantize",
    9: "FullyConnected",
    14: "Sigmoid",
    17: "MaxPool",
    18: "Multiply",
    19: "Relu",
    21: "Relu6",
    22: "Reshape",
    23: "ResizeBilinear",
    34: "Pad",
    36: "Gather",
    39: "Transpose",
    40: "Mean",
    41: "Subtract",
    43: "Squeeze",
    45: "StridedSlice",
    49: "Split",
    54: "Prelu",
    117: "HardSwish",
    124: "Densify",
  }).map(([code, name]) => [Number(code), name]),
);
const kCustom = 32;
const kActivations = ["none", "relu", "relu_n1_to_1", "relu6"];
const kTypes = ["float32", "float16", "int32", "uint8", "int64"];

/** A table of FlatBuffers at a place of the file. Fields are asked by their number in the schema. */
class Table {
  constructor(view, at) {
    this.view = view;
    this.at = at;
    this.fields = at - view.getInt32(at, true);
  }

  place(field) {
    const slot = 4 + 2 * field;
    if (slot >= this.view.getUint16(this.fields, true)) return 0;
    const distance = this.view.getUint16(this.fields + slot, true);
    return distance === 0 ? 0 : this.at + distance;
  }

  byte(field, standard = 0) {
    const place = this.place(field);
    return place ? this.view.getInt8(place) : standard;
  }

  int(field, standard = 0) {
    const place = this.place(field);
    return place ? this.view.getInt32(place, true) : standard;
  }

  float(field, standard = 0) {
    const place = this.place(field);
    return place ? this.view.getFloat32(place, true) : standard;
  }

  table(field) {
    const place = this.place(field);
    return place ? new Table(this.view, place + this.view.getUint32(place, true)) : null;
  }

  /** Where the elements of a vector begin, and how many there are. */
  vector(field) {
    const place = this.place(field);
    if (!place) return { at: 0, length: 0 };
    const start = place + this.view.getUint32(place, true);
    return { at: start + 4, length: this.view.getUint32(start, true) };
  }

  tables(field) {
    const { at, length } = this.vector(field);
    return Array.from({ length }, (_, i) => {
      const place = at + 4 * i;
      return new Table(this.view, place + this.view.getUint32(place, true));
    });
  }

  ints(field) {
    const { at, length } = this.vector(field);
    return Array.from({ length }, (_, i) => this.view.getInt32(at + 4 * i, true));
  }

  bytes(field) {
    const { at, length } = this.vector(field);
    return new Uint8Array(this.view.buffer, this.view.byteOffset + at, length);
  }

  text(field) {
    return Buffer.from(this.bytes(field)).toString("utf8");
  }
}

function halfToFloat(half) {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 31;
  const fraction = half & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

function numbersOf(bytes, type) {
  const copy = bytes.slice().buffer;
  if (type === "float32") return new Float32Array(copy);
  if (type === "float16") return Float32Array.from(new Uint16Array(copy), halfToFloat);
  if (type === "int32") return new Int32Array(copy);
  if (type === "uint8") return new Uint8Array(copy);
  throw new Error(`constants of type ${type} are not known`);
}

/** The values of a vector of sparse indices, which come in three widths. */
function sparseIndices(dimension, kindField) {
  const kind = dimension.byte(kindField);
  const table = dimension.table(kindField + 1);
  if (kind === 1) return table.ints(0);
  const { at, length } = table.vector(0);
  return Array.from({ length }, (_, i) =>
    kind === 2 ? table.view.getUint16(at + 2 * i, true) : table.view.getUint8(at + i),
  );
}

/** Makes a sparse tensor whole: its dimensions are walked in their order, blocks last. */
function dense(values, shape, sparsity) {
  const order = sparsity.ints(0);
  const blocks = sparsity.ints(1);
  const dimensions = sparsity.tables(2).map((d) => ({
    size: d.int(1),
    ...(d.byte(0) === 1 ? { segments: sparseIndices(d, 2), indices: sparseIndices(d, 4) } : {}),
  }));
  const rank = shape.length;
  const blockSize = blocks.map((_, i) => dimensions[rank + i].size);
  const strides = shape.map((_, d) => shape.slice(d + 1).reduce((a, b) => a * b, 1));
  const whole = new Float32Array(shape.reduce((a, b) => a * b, 1));
  const index = new Array(order.length).fill(0);
  const put = (value) => {
    const place = new Array(rank).fill(0);
    order.forEach((d, level) => {
      if (d < rank) place[d] += index[level] * (blocks.includes(d) ? blockSize[blocks.indexOf(d)] : 1);
      else place[blocks[d - rank]] += index[level];
    });
    whole[place.reduce((sum, at, d) => sum + at * strides[d], 0)] = value;
  };
  const walk = (level, before) => {
    if (level === order.length) return put(values[before]);
    const { size, segments, indices } = dimensions[level];
    if (!segments) {
      for (let i = 0; i < size; ++i) {
        index[level] = i;
        walk(level + 1, before * size + i);
      }
      return undefined;
    }
    for (let k = segments[before]; k < segments[before + 1]; ++k) {
      index[level] = indices[k];
      walk(level + 1, k);
    }
    return undefined;
  };
  walk(0, 0);
  return whole;
}

function padding(table, field) {
  return table.byte(field) === 0 ? "same" : "valid";
}

function activation(table, field) {
  const name = kActivations[table?.byte(field) ?? 0];
  if (!name) throw new Error(`activation ${table.byte(field)} is not known`);
  return name;
}

const kOptions = {
  Conv: (t) => ({
    padding: padding(t, 0),
    strides: [t.int(2), t.int(1)],
    activation: activation(t, 3),
    dilations: [t.int(5, 1), t.int(4, 1)],
  }),
  DepthwiseConv: (t) => ({
    padding: padding(t, 0),
    strides: [t.int(2), t.int(1)],
    activation: activation(t, 4),
    dilations: [t.int(6, 1), t.int(5, 1)],
  }),
  AveragePool: (t) => ({
    padding: padding(t, 0),
    strides: [t.int(2), t.int(1)],
    size: [t.int(4), t.int(3)],
    activation: activation(t, 5),
  }),
  Add: (t) => ({ activation: activation(t, 0) }),
  Subtract: (t) => ({ activation: activation(t, 0) }),
  Multiply: (t) => ({ activation: activation(t, 0) }),
  Concatenate: (t) => ({ axis: t.int(0), activation: activation(t, 1) }),
  FullyConnected: (t) => ({ activation: activation(t, 0) }),
  DepthToSpace: (t) => ({ block: t.int(0) }),
  ResizeBilinear: (t) => ({ alignCorners: t.byte(2) !== 0, halfPixelCenters: t.byte(3) !== 0 }),
  Mean: (t) => ({ keep: t.byte(0) !== 0 }),
};
kOptions.MaxPool = kOptions.AveragePool;

function readTensor(table, buffers) {
  const type = kTypes[table.byte(1)] ?? `number ${table.byte(1)}`;
  const tensor = { name: table.text(3), shape: table.ints(0), type };
  const bytes = buffers[table.int(2)].bytes(0);
  if (bytes.length === 0) return tensor;
  const sparsity = table.table(6);
  const values = numbersOf(bytes, type);
  return { ...tensor, values: sparsity ? dense(values, tensor.shape, sparsity) : values };
}

/**
 * What a .tflite file holds.
 * @param {Uint8Array} bytes the file
 * @returns {{tensors: {name, shape, type, values?}[], inputs: number[], outputs: number[],
 *            operations: {kind, inputs: number[], outputs: number[]}[]}} operations in the order in which they are done,
 *          with their options; constants have values, whose halves and sparse ones are made whole.
 */
export function readTflite(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (Buffer.from(bytes.subarray(4, 8)).toString("latin1") !== "TFL3") throw new Error("this is no .tflite file");
  const model = new Table(view, view.getUint32(0, true));
  const codes = model.tables(1).map((t) => {
    const code = Math.max(t.byte(0), t.int(3));
    return code === kCustom ? t.text(1) : (kOperators.get(code) ?? `number ${code}`);
  });
  const buffers = model.tables(4);
  const [graph] = model.tables(2);
  const operations = graph.tables(3).map((t) => {
    const kind = codes[t.int(0)];
    const options = t.table(4);
    return {
      kind,
      inputs: t.ints(1),
      outputs: t.ints(2),
      ...(kOptions[kind] && options ? kOptions[kind](options) : {}),
      custom: t.bytes(5),
    };
  });
  return {
    tensors: graph.tables(0).map((t) => readTensor(t, buffers)),
    inputs: graph.ints(1),
    outputs: graph.ints(2),
    operations,
  };
}
