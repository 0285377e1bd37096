// Lowers the graph of a .tflite file to the few steps that network.mjs carries out: constants are gathered, activations and
// borders join the convolution that they belong to, what nobody asked for is left out. For set-up alone.

import { readFlexMap } from "./flexbuffers.mjs";

const kActivationCodes = { none: 0, relu: 1, relu6: 2, prelu: 3 };

function product(numbers) {
  return numbers.reduce((a, b) => a * b, 1);
}

/** What "same" pads on the two sides of an axis. */
function samePadding(length, size, stride) {
  const out = Math.ceil(length / stride);
  const sum = Math.max(0, (out - 1) * stride + size - length);
  return [Math.floor(sum / 2), sum - Math.floor(sum / 2)];
}

/** A filter of TensorFlow Lite, [out, height, width, in], as [height, width, in, out]. */
function filterOf({ values, shape: [out, height, width, inputs] }) {
  const area = height * width * inputs;
  const turned = new Float32Array(values.length);
  for (let o = 0; o < out; ++o) for (let i = 0; i < area; ++i) turned[i * out + o] = values[o * area + i];
  return turned;
}

class Lowering {
  constructor(graph) {
    this.graph = graph;
    this.alias = new Map();
    this.constants = new Map();
    this.steps = [];
    this.weights = [];
    this.weightsLength = 0;
    graph.tensors.forEach((tensor, i) => {
      if (tensor.values) this.constants.set(i, tensor);
    });
  }

  shape(tensor) {
    return this.graph.tensors[tensor].shape;
  }

  /** The tensor whose memory this one shares. */
  own(tensor) {
    return this.alias.get(tensor) ?? tensor;
  }

  constant(tensor) {
    const found = this.constants.get(tensor);
    if (!found) throw new Error(`tensor ${tensor} should be a constant`);
    return found;
  }

  /** Keeps numbers for the network. @returns their number among the weights */
  keep(values) {
    this.weights.push({ at: this.weightsLength, values: Float32Array.from(values) });
    this.weightsLength += values.length;
    return this.weights.length - 1;
  }

  push(step) {
    this.steps.push(step);
  }

  convolution(operation, more) {
    const [x, w, b] = operation.inputs;
    const filter = this.constant(w);
    const [, height, width] = filter.shape;
    const outputs = this.shape(operation.outputs[0]).at(-1);
    const bias = b >= 0 ? this.constant(b).values : new Float32Array(outputs);
    this.push({
      op: more.depthwise ? "depthwise" : "conv",
      x: this.own(x),
      y: operation.outputs[0],
      w: this.keep(more.depthwise ? filter.values : filterOf(filter)),
      b: this.keep(bias),
      size: [height, width],
      same: operation.padding === "same",
      pad: [0, 0, 0, 0],
      strides: operation.strides,
      dilations: operation.dilations,
      activation: kActivationCodes[operation.activation],
    });
  }

  fullyConnected(operation) {
    const [x, w, b] = operation.inputs;
    const filter = this.constant(w);
    const [outputs, inputs] = filter.shape;
    this.push({
      op: "conv",
      x: this.own(x),
      y: operation.outputs[0],
      w: this.keep(filterOf({ values: filter.values, shape: [outputs, 1, 1, inputs] })),
      b: this.keep(b >= 0 ? this.constant(b).values : new Float32Array(outputs)),
      size: [1, 1],
      same: false,
      pad: [0, 0, 0, 0],
      strides: [1, 1],
      dilations: [1, 1],
      activation: kActivationCodes[operation.activation],
      flat: true,
    });
  }

  /** A transposed convolution of 2 x 2 in steps of 2 is one of 1 x 1 for each of four neighbours. */
  transposed(operation) {
    const [x, w, b] = operation.inputs;
    const filter = this.constant(w);
    const [outputs, height, width, inputs] = filter.shape;
    if (height !== 2 || width !== 2) throw new Error("only transposed convolutions of 2 x 2 are known");
    const values = new Float32Array(filter.values.length);
    for (let o = 0; o < outputs; ++o)
      for (let k = 0; k < 4; ++k)
        for (let i = 0; i < inputs; ++i)
          values[i * 4 * outputs + k * outputs + o] = filter.values[(o * 4 + k) * inputs + i];
    const bias = this.constant(b).values;
    const [n, rows, columns] = this.shape(x);
    this.graph.tensors.push({ name: "neighbours", shape: [n, rows, columns, 4 * outputs], type: "float32" });
    const between = this.graph.tensors.length - 1;
    this.push({
      op: "conv",
      x: this.own(x),
      y: between,
      w: this.keep(values),
      b: this.keep(Float32Array.from({ length: 4 * outputs }, (_, i) => bias[i % outputs])),
      size: [1, 1],
      same: false,
      pad: [0, 0, 0, 0],
      strides: [1, 1],
      dilations: [1, 1],
      activation: 0,
    });
    this.push({ op: "depthToSpace", x: between, y: operation.outputs[0], block: 2 });
  }

  pool(operation, op) {
    const [x] = operation.inputs;
    const [, height, width] = this.shape(x);
    const [rows, columns] =
      operation.padding === "same"
        ? [samePadding(height, operation.size[0], operation.strides[0]), samePadding(width, operation.size[1], operation.strides[1])]
        : [[0, 0], [0, 0]];
    this.push({
      op,
      x: this.own(x),
      y: operation.outputs[0],
      size: operation.size,
      strides: operation.strides,
      pad: [rows[0], columns[1], rows[1], columns[0]],
    });
  }

  binary(operation, op) {
    const sides = operation.inputs.map((i) =>
      this.constants.has(i)
        ? { w: this.keep(this.constant(i).values), shape: this.shape(i) }
        : { x: this.own(i), shape: this.shape(i) },
    );
    this.push({ op, sides, y: operation.outputs[0] });
    this.activate(operation);
  }

  activate(operation) {
    if (operation.activation === "none") return;
    if (!["relu", "relu6"].includes(operation.activation)) throw new Error(`${operation.kind} with ${operation.activation} is not known`);
    this.push({ op: operation.activation, x: operation.outputs[0], y: operation.outputs[0] });
  }

  custom(operation) {
    const options = readFlexMap(operation.custom);
    const [landmarks] = operation.inputs;
    this.push({
      op: "regionOfLandmarks",
      x: this.own(landmarks),
      y: operation.outputs[0],
      left: options.left_rotation_idx,
      right: options.right_rotation_idx,
      scale: [options.scale_x, options.scale_y],
      size: [options.output_width, options.output_height],
      points: [...new Set(options.subset_idxs.flat())],
    });
  }

  lower(operation) {
    const [x] = operation.inputs;
    const [y] = operation.outputs;
    const from = () => this.own(x);
    const lowerers = {
      Dequantize: () => this.constants.set(y, { ...this.constant(x), shape: this.shape(y) }),
      Densify: () => this.constants.set(y, { ...this.constant(x), shape: this.shape(y) }),
      Conv: () => this.convolution(operation, { depthwise: false }),
      DepthwiseConv: () => this.convolution(operation, { depthwise: true }),
      FullyConnected: () => this.fullyConnected(operation),
      Convolution2DTransposeBias: () => this.transposed(operation),
      MaxPool: () => this.pool(operation, "maxPool"),
      AveragePool: () => this.pool(operation, "averagePool"),
      Mean: () => {
        const [, height, width] = this.shape(x);
        this.pool({ ...operation, padding: "valid", size: [height, width], strides: [1, 1] }, "averagePool");
      },
      Add: () => this.binary(operation, "add"),
      Multiply: () => this.binary(operation, "multiply"),
      Pad: () => this.push({ op: "pad", x: from(), y, widths: Array.from(this.constant(operation.inputs[1]).values) }),
      Concatenate: () => this.push({ op: "concatenate", xs: operation.inputs.map((i) => this.own(i)), y, axis: operation.axis }),
      DepthToSpace: () => this.push({ op: "depthToSpace", x: from(), y, block: operation.block }),
      ResizeBilinear: () =>
        this.push({ op: "resize", x: from(), y, alignCorners: operation.alignCorners, halfPixelCenters: operation.halfPixelCenters }),
      Sigmoid: () => this.push({ op: "sigmoid", x: from(), y }),
      Relu: () => this.push({ op: "relu", x: from(), y }),
      HardSwish: () => this.push({ op: "hardSwish", x: from(), y }),
      Prelu: () => this.push({ op: "prelu", x: from(), y, w: this.keep(this.constant(operation.inputs[1]).values) }),
      Landmarks2TransformMatrix: () => this.custom(operation),
      TransformTensorBilinear: () => this.push({ op: "sampleRegion", x: from(), m: this.own(operation.inputs[1]), y }),
      TransformLandmarks: () => this.push({ op: "placeLandmarks", x: from(), m: this.own(operation.inputs[1]), y }),
      Reshape: () => this.alias.set(y, from()),
      Squeeze: () => this.alias.set(y, from()),
      StridedSlice: () => {
        if (product(this.shape(x)) !== product(this.shape(y))) throw new Error("slices are not known");
        this.alias.set(y, from());
      },
    };
    if (!lowerers[operation.kind]) throw new Error(`the operation ${operation.kind} is not known`);
    lowerers[operation.kind]();
  }
}

function readBy(step) {
  return [step.x, step.m, ...(step.xs ?? []), ...(step.sides ?? []).map((side) => side.x)].filter((t) => t !== undefined);
}

/** Leaves out the steps on which no wanted tensor rests. */
function needed(steps, wanted) {
  const live = new Set(wanted);
  return steps
    .toReversedCopy()
    .filter((step) => {
      if (!live.has(step.y)) return false;
      readBy(step).forEach((t) => live.add(t));
      return true;
    })
    .toReversedCopy();
}

class Steps extends Array {
  toReversedCopy() {
    return Steps.from(this).reverse();
  }
}

/** Joins each activation and each border to the convolution that it follows or precedes, where nobody else reads between. */
function fuse(steps, wanted) {
  const readers = new Map();
  for (const step of steps) for (const t of readBy(step)) readers.set(t, (readers.get(t) ?? 0) + 1);
  const alone = (t) => readers.get(t) === 1 && !wanted.includes(t);
  const makers = new Map(steps.map((step) => [step.y, step]));
  const gone = new Set();
  for (const step of steps) {
    const before = makers.get(step.x);
    if (!before || before === step || !alone(step.x)) continue;
    const convolves = before.op === "conv" || before.op === "depthwise";
    if ((step.op === "relu" || step.op === "prelu") && convolves && before.activation === 0) {
      before.activation = kActivationCodes[step.op];
      if (step.op === "prelu") before.alpha = step.w;
      before.y = step.y;
      makers.set(step.y, before);
      gone.add(step);
    }
    const borders = before.op === "pad" && before.widths.slice(0, 2).concat(before.widths.slice(6)).every((w) => w === 0);
    if (borders && (step.op === "conv" || step.op === "depthwise") && !step.same) {
      const [, , top, bottom, left, right] = before.widths;
      step.pad = [top, right, bottom, left];
      step.x = before.x;
      gone.add(before);
    }
  }
  return Steps.from(steps.filter((step) => !gone.has(step)));
}

/**
 * The steps of a network, and its weights.
 * @param graph what readTflite made
 * @param {Object<string, number>} outputs the outputs that are wanted: by which name, and which of the graph's
 * @returns {{network, weights: Float32Array}} network is plain data: {input, outputs, tensors: shapes by number, steps,
 *          weights: [begin, length] in numbers}
 */
export function lower(graph, outputs) {
  const lowering = new Lowering(graph);
  for (const operation of graph.operations) lowering.lower(operation);
  const wanted = Object.fromEntries(
    Object.entries(outputs).map(([name, i]) => [name, lowering.own(graph.outputs[i])]),
  );
  const tensors = Object.values(wanted);
  const steps = fuse(needed(Steps.from(lowering.steps), tensors), tensors);
  const used = [...new Set(steps.flatMap((s) => [s.y, ...readBy(s)]))];
  const kept = [...new Set(steps.flatMap((s) => [s.w, s.b, s.alpha, ...(s.sides ?? []).map((side) => side.w)]))]
    .filter((w) => w !== undefined);
  const total = kept.reduce((sum, w) => sum + lowering.weights[w].values.length, 0);
  const weights = new Float32Array(total);
  const places = {};
  let at = 0;
  for (const w of kept) {
    const { values } = lowering.weights[w];
    weights.set(values, at);
    places[w] = [at, values.length];
    at += values.length;
  }
  return {
    network: {
      input: graph.inputs[0],
      outputs: wanted,
      tensors: Object.fromEntries(used.map((t) => [t, graph.tensors[t].shape])),
      steps: [...steps],
      weights: places,
    },
    weights,
  };
}
