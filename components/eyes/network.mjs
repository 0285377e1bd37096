// Carries out the steps that lower.mjs made of a network, by TensorFlow.js' kernels in WebAssembly (XNNPACK, with SIMD), which
// are called straight, without TensorFlow.js itself.

import { openSync, readSync, closeSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const kFloat32 = 0;
const kBytesPerNumber = 4;

function product(numbers) {
  return numbers.reduce((a, b) => a * b, 1);
}

/** The kernels, once a thread. `module` is the compiled WebAssembly, which threads may share. */
export async function startKernels(folder, module) {
  const make = createRequire(import.meta.url)(join(folder, "kernels.cjs"));
  const listeners = ["uncaughtException", "unhandledRejection"].map((name) => [name, process.listeners(name)]);
  const wasm = await make({
    instantiateWasm(imports, done) {
      const instance = new WebAssembly.Instance(module, imports);
      done(instance, module);
      return instance.exports;
    },
  });
  // The kernels' own code would print what this process has to answer.
  for (const [name, before] of listeners)
    for (const listener of process.listeners(name)) if (!before.includes(listener)) process.off(name, listener);
  wasm._init();
  return { wasm, folder, next: 1 };
}

/** The compiled kernels of a folder of models. */
export function compileKernels(folder) {
  return new WebAssembly.Module(readFileSync(join(folder, "kernels.wasm")));
}

/** The memory of tensors that live at different times may be the same. */
class Arena {
  constructor(wasm) {
    this.wasm = wasm;
    this.free = [];
  }

  take(bytes) {
    let best = -1;
    this.free.forEach((block, i) => {
      if (block.bytes >= bytes && (best < 0 || block.bytes < this.free[best].bytes)) best = i;
    });
    if (best >= 0) return this.free.splice(best, 1)[0];
    return { at: this.wasm._malloc(bytes), bytes };
  }

  give(block) {
    this.free.push(block);
  }
}

function readsOf(step) {
  return [step.x, step.m, ...(step.xs ?? []), ...(step.sides ?? []).map((side) => side.x)].filter((t) => t !== undefined);
}

/** A network that is loaded and ready. */
export class Network {
  /** @param kernels what startKernels gave, @param name of its two files in the folder of models */
  constructor(kernels, name) {
    this.kernels = kernels;
    this.wasm = kernels.wasm;
    Object.assign(this, JSON.parse(readFileSync(join(kernels.folder, `${name}.json`), "utf8")));
    this.readWeights(join(kernels.folder, `${name}.bin`));
    this.placeTensors();
    this.calls = this.steps.map((step) => kCalls[step.op](this, step));
  }

  register(at, length) {
    const id = this.kernels.next++;
    this.wasm._register_tensor(id, length, at);
    return id;
  }

  readWeights(file) {
    const total = Object.values(this.weights).reduce((sum, [, length]) => sum + length, 0) * kBytesPerNumber;
    const at = this.wasm._malloc(total);
    const descriptor = openSync(file);
    const read = readSync(descriptor, this.wasm.HEAPU8, at, total, 0);
    closeSync(descriptor);
    if (read !== total) throw new Error(`${file} is too short; run scripts/set-up-eyes`);
    this.weightIds = Object.fromEntries(
      Object.entries(this.weights).map(([w, [begin, length]]) => [w, this.register(at + begin * kBytesPerNumber, length)]),
    );
    this.weightPlaces = Object.fromEntries(
      Object.entries(this.weights).map(([w, [begin]]) => [w, at / kBytesPerNumber + begin]),
    );
  }

  placeTensors() {
    const last = new Map();
    this.steps.forEach((step, i) => readsOf(step).forEach((t) => last.set(t, i)));
    for (const t of Object.values(this.outputs)) last.set(t, Infinity);
    const arena = new Arena(this.wasm);
    const blocks = new Map();
    this.ids = {};
    this.places = {};
    const place = (t) => {
      if (blocks.has(t)) return;
      const length = product(this.tensors[t]);
      const block = arena.take(length * kBytesPerNumber);
      blocks.set(t, block);
      this.places[t] = block.at / kBytesPerNumber;
      this.ids[t] = this.register(block.at, length);
    };
    place(this.input);
    this.steps.forEach((step, i) => {
      place(step.y);
      for (const t of new Set(readsOf(step))) if (last.get(t) === i && t !== step.y) arena.give(blocks.get(t));
    });
  }

  /** A tensor as numbers in the kernels' memory, until a network is loaded. */
  view(tensor) {
    const at = this.places[tensor];
    return this.wasm.HEAPF32.subarray(at, at + product(this.tensors[tensor]));
  }

  /** Where the input is to be written: rows of pixels, three numbers each. */
  get pixels() {
    return this.view(this.input);
  }

  /** Height and width of the input. */
  get size() {
    return this.tensors[this.input].slice(1, 3);
  }

  /** Runs the network on what `pixels` hold. @returns the outputs by name, as numbers that the next run overwrites */
  run() {
    for (const call of this.calls) call();
    return Object.fromEntries(Object.entries(this.outputs).map(([name, t]) => [name, this.view(t)]));
  }
}

/** Four numbers: a shape as the kernels want it, filled up with ones before. */
function shapePointer(network, shape) {
  const at = network.wasm._malloc(4 * shape.length);
  network.wasm.HEAP32.set(shape, at / 4);
  return at;
}

/** A shape as a picture: what is flat becomes one pixel. */
function asPicture(shape) {
  if (shape.length === 4) return shape;
  return [1, 1, 1, product(shape)];
}

function convolve(network, step, kernel) {
  const [batch, height, width, inputs] = step.flat ? [1, 1, 1, product(network.tensors[step.x])] : asPicture(network.tensors[step.x]);
  const outputs = network.tensors[step.y].at(-1);
  const [top, right, bottom, left] = step.same ? [0, 0, 0, 0] : step.pad;
  const alpha = step.alpha === undefined ? 0 : network.weightIds[step.alpha];
  const list = [
    network.ids[step.x],
    batch,
    height,
    width,
    network.weightIds[step.w],
    ...step.size,
    network.weightIds[step.b],
    top,
    right,
    bottom,
    left,
    step.same ? 1 : 0,
    ...step.dilations,
    ...step.strides,
    inputs,
    outputs,
    step.activation,
    alpha,
    0,
    network.ids[step.y],
  ];
  return () => kernel(...list);
}

/** A tensor of TensorFlow: its strides, in numbers. */
function stridesOf(shape) {
  return shape.map((_, d) => product(shape.slice(d + 1)));
}

function depthToSpace(network, step) {
  const [, height, width, channels] = network.tensors[step.x];
  const { block } = step;
  const depth = channels / (block * block);
  return () => {
    const heap = network.wasm.HEAPF32;
    const from = network.places[step.x];
    const to = network.places[step.y];
    for (let y = 0; y < height; ++y)
      for (let dy = 0; dy < block; ++dy)
        for (let x = 0; x < width; ++x) {
          const source = from + (y * width + x) * channels + dy * block * depth;
          const target = to + ((y * block + dy) * width + x) * block * depth;
          heap.copyWithin(target, source, source + block * depth);
        }
  };
}

function concatenate(network, step) {
  const shape = network.tensors[step.y];
  const axis = step.axis < 0 ? step.axis + shape.length : step.axis;
  const rows = product(shape.slice(0, axis));
  const lengths = step.xs.map((t) => product(network.tensors[t]) / rows);
  const whole = lengths.reduce((a, b) => a + b, 0);
  return () => {
    const heap = network.wasm.HEAPF32;
    for (let row = 0; row < rows; ++row) {
      let to = network.places[step.y] + row * whole;
      step.xs.forEach((t, i) => {
        const from = network.places[t] + row * lengths[i];
        heap.copyWithin(to, from, from + lengths[i]);
        to += lengths[i];
      });
    }
  };
}

/**
 * Where the region around some landmarks lies, as a matrix from its pixels to the picture of the landmarks: a box about them
 * that leans as two of them do, larger by a scale.
 */
function regionOfLandmarks(network, step) {
  return () => {
    const points = network.view(step.x);
    const x = (i) => points[3 * i];
    const y = (i) => points[3 * i + 1];
    const lean = Math.atan2(y(step.right) - y(step.left), x(step.right) - x(step.left));
    const [cos, sin] = [Math.cos(lean), Math.sin(lean)];
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const i of step.points) {
      const across = x(i) * cos + y(i) * sin;
      const down = y(i) * cos - x(i) * sin;
      [left, right] = [Math.min(left, across), Math.max(right, across)];
      [top, bottom] = [Math.min(top, down), Math.max(bottom, down)];
    }
    const [across, down] = [(left + right) / 2, (top + bottom) / 2];
    const [width, height] = step.size;
    const sx = (step.scale[0] * (right - left)) / width;
    const sy = (step.scale[1] * (bottom - top)) / height;
    const matrix = [cos * sx, -sin * sy, 0, 0, sin * sx, cos * sy, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
    matrix[3] = across * cos - down * sin - (matrix[0] * width + matrix[1] * height) / 2;
    matrix[7] = across * sin + down * cos - (matrix[4] * width + matrix[5] * height) / 2;
    network.view(step.y).set(matrix);
  };
}

/** Reads a region out of a picture between its pixels; zero beyond its border. */
function sampleRegion(network, step) {
  const [, height, width, depth] = network.tensors[step.x];
  const [, rows, columns] = network.tensors[step.y];
  return () => {
    const heap = network.wasm.HEAPF32;
    const m = network.view(step.m);
    const from = network.places[step.x];
    let to = network.places[step.y];
    for (let row = 0; row < rows; ++row)
      for (let column = 0; column < columns; ++column, to += depth) {
        const x = m[0] * (column + 0.5) + m[1] * (row + 0.5) + m[3] - 0.5;
        const y = m[4] * (column + 0.5) + m[5] * (row + 0.5) + m[7] - 0.5;
        if (!(x >= 0 && y >= 0 && x <= width - 1 && y <= height - 1)) {
          heap.fill(0, to, to + depth);
          continue;
        }
        const x0 = Math.min(Math.floor(x), width - 2);
        const y0 = Math.min(Math.floor(y), height - 2);
        const [u, v] = [x - x0, y - y0];
        const above = from + (y0 * width + x0) * depth;
        const below = above + width * depth;
        for (let d = 0; d < depth; ++d)
          heap[to + d] =
            (1 - v) * ((1 - u) * heap[above + d] + u * heap[above + depth + d]) +
            v * ((1 - u) * heap[below + d] + u * heap[below + depth + d]);
      }
  };
}

function placeLandmarks(network, step) {
  return () => {
    const points = network.view(step.x);
    const m = network.view(step.m);
    const placed = network.view(step.y);
    for (let i = 0; i < points.length; i += 2) {
      placed[i] = m[0] * points[i] + m[1] * points[i + 1] + m[3];
      placed[i + 1] = m[4] * points[i] + m[5] * points[i + 1] + m[7];
    }
  };
}

function binary(network, step, kernel) {
  const list = step.sides.flatMap((side) => [
    side.w === undefined ? network.ids[side.x] : network.weightIds[side.w],
    shapePointer(network, side.shape),
    side.shape.length,
  ]);
  list.push(kFloat32, network.ids[step.y]);
  return () => kernel(...list);
}

function pool(network, step, kernel, more) {
  const [batch, height, width, depth] = network.tensors[step.x];
  const list = [network.ids[step.x], batch, height, width, ...step.size, ...step.pad, ...more, ...step.strides, depth];
  if (more.length > 0) list.push(depth);
  list.push(network.ids[step.y]);
  return () => kernel(...list);
}

function hardSwish(network, step) {
  return () => {
    const x = network.view(step.x);
    const y = network.view(step.y);
    for (let i = 0; i < x.length; ++i) y[i] = (x[i] * Math.min(6, Math.max(0, x[i] + 3))) / 6;
  };
}

function pad(network, step) {
  const shape = network.tensors[step.x];
  const before = step.widths.filter((_, i) => i % 2 === 0);
  const after = step.widths.filter((_, i) => i % 2 === 1);
  const list = [
    network.ids[step.x],
    shapePointer(network, shape),
    shape.length,
    kFloat32,
    shapePointer(network, before),
    shapePointer(network, after),
    0,
    network.ids[step.y],
  ];
  return () => network.wasm._PadV2(...list);
}

function resize(network, step) {
  const [batch, height, width, depth] = network.tensors[step.x];
  const [, rows, columns] = network.tensors[step.y];
  const list = [
    network.ids[step.x],
    batch,
    height,
    width,
    depth,
    rows,
    columns,
    step.alignCorners ? 1 : 0,
    step.halfPixelCenters ? 1 : 0,
    network.ids[step.y],
  ];
  return () => network.wasm._ResizeBilinear(...list);
}

const kCalls = {
  conv: (n, s) => convolve(n, s, n.wasm._FusedConv2D),
  depthwise: (n, s) => convolve(n, s, n.wasm._FusedDepthwiseConv2D),
  add: (n, s) => binary(n, s, n.wasm._Add),
  multiply: (n, s) => binary(n, s, n.wasm._Multiply),
  maxPool: (n, s) => pool(n, s, n.wasm._MaxPool, [1, 1]),
  averagePool: (n, s) => pool(n, s, n.wasm._AvgPool, []),
  relu: (n, s) => () => n.wasm._Relu(n.ids[s.x], kFloat32, n.ids[s.y]),
  relu6: (n, s) => () => n.wasm._Relu6(n.ids[s.x], kFloat32, n.ids[s.y]),
  sigmoid: (n, s) => () => n.wasm._Sigmoid(n.ids[s.x], n.ids[s.y]),
  prelu: (n, s) => () => n.wasm._Prelu(n.ids[s.x], n.weightIds[s.w], n.ids[s.y]),
  hardSwish,
  pad,
  resize,
  depthToSpace,
  concatenate,
  regionOfLandmarks,
  sampleRegion,
  placeLandmarks,
};
