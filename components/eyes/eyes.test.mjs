import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { anchors, blendOverlapping, inside, overlap } from "./detecting.mjs";
import { look, readRequest } from "./eyes.mjs";
import { profileOf } from "./faces.mjs";
import { readFlexMap } from "./flexbuffers.mjs";
import { lower } from "./lower.mjs";
import { closerWindows, maskIn, seenAgain } from "./mask.mjs";
import { Picture, fromWindow } from "./picture.mjs";

const kProgram = fileURLToPath(new URL("./eyes.mjs", import.meta.url));
const kReady = existsSync(new URL("./models/versions.json", import.meta.url));

function asked(input) {
  const run = spawnSync(process.execPath, [kProgram], { input, maxBuffer: 1 << 24 });
  assert.equal(run.status, 0);
  return JSON.parse(run.stdout.toString());
}

function flat(width, height, value) {
  return new Uint8Array(new SharedArrayBuffer(width * height * 3)).fill(value);
}

test("what is asked wrongly is told", () => {
  assert.match(asked("no JSON\n").error, /JSON/);
  assert.match(asked("").error, /JSON/);
  assert.match(asked("null\n").error, /nobody knows how to do/);
  assert.match(asked('{"do": "paint"}\n').error, /nobody knows how to do "paint"/);
  assert.match(asked('{"do": "look", "width": 20, "height": 20}\nabc').error, /ends after 3 of 1200 bytes/);
  assert.match(asked("x".repeat(70000)).error, /longer than 65536 bytes/);
});

test("requests have limits", () => {
  const ask = (more) => () => readRequest(JSON.stringify({ do: "look", width: 64, height: 64, ...more }));
  assert.deepEqual([...ask({ want: ["mask"] })().want], ["mask"]);
  assert.equal(ask({})().want.size, 4);
  for (const width of [0, 15, 1601, 1e9, -5, 64.5, "64", null, [64]]) assert.throws(ask({ width }), /"width" must be/);
  assert.throws(ask({ height: undefined }), /"height" must be/);
  for (const want of ["mask", ["masks"], [1], {}, null]) assert.throws(ask({ want }), /"want" must name/);
});

test("a window shows the picture where it lies", () => {
  const data = new Uint8Array(8 * 4 * 3);
  for (let i = 0; i < 32; ++i) data.fill(10 * (i % 8), 3 * i, 3 * i + 3);
  const picture = new Picture(8, 4, data);
  const to = new Float32Array(8 * 4 * 3);
  picture.read({ x: 4, y: 2, width: 8, height: 4 }, 4, 8, to, [0, 255]);
  data.forEach((value, i) => assert.ok(Math.abs(to[i] - value) < 1e-4));
  // A quarter turn clockwise: what was on the left is above.
  picture.read({ x: 4, y: 2, width: 4, height: 4, angle: Math.PI / 2 }, 4, 4, to, [0, 255]);
  assert.ok(Math.abs(to[0] - 50) < 1e-3 && Math.abs(to[9] - 50) < 1e-3);
  assert.ok(Math.abs(to[36] - 50) > 1);
});

test("a window beyond the picture is black there", () => {
  const picture = new Picture(16, 16, new Uint8Array(16 * 16 * 3).fill(255));
  const to = new Float32Array(4 * 4 * 3);
  picture.read({ x: 0, y: 8, width: 16, height: 16 }, 4, 4, to, [-1, 1]);
  assert.equal(to[0], -1);
  assert.ok(Math.abs(to[9] - 1) < 1e-5);
});

test("places of a window that leans are where it shows them", () => {
  const [x, y] = fromWindow({ x: 10, y: 20, width: 8, height: 4, angle: Math.PI / 2 }, 1, 0.5);
  assert.ok(Math.abs(x - 10) < 1e-9 && Math.abs(y - 24) < 1e-9);
});

test("anchors stand in the middles of cells", () => {
  assert.deepEqual([...anchors(4, 4, [{ stride: 2, count: 1 }])], [0.25, 0.25, 0.75, 0.25, 0.25, 0.75, 0.75, 0.75]);
  assert.equal(anchors(224, 224, [{ stride: 8, count: 2 }, { stride: 16, count: 2 }, { stride: 32, count: 6 }]).length / 2, 2254);
});

test("detections of one thing are blended, others kept", () => {
  const at = (x, score) => ({ score, box: [x, 0, 10, 10], points: [[x, 0]] });
  const found = blendOverlapping([at(0, 0.5), at(1, 0.75), at(50, 0.6)]);
  assert.equal(found.length, 2);
  assert.ok(Math.abs(found[0].box[0] - 0.6) < 1e-9);
  assert.equal(found[0].score, 0.75);
  assert.equal(overlap([0, 0, 2, 2], [5, 5, 1, 1]), 0);
  assert.equal(inside([0, 0, 10, 10], [2, 2, 2, 2]), 1);
});

test("the mask is asked for a box, even beyond the picture", () => {
  const mask = { width: 2, height: 2, values: Float32Array.from([1, 0, 0, 0]) };
  const picture = { width: 100, height: 100 };
  assert.equal(maskIn(mask, picture, [0, 0, 40, 40]), 1);
  assert.equal(maskIn(mask, picture, [0, 0, 100, 100]), 0.25);
  assert.equal(maskIn(mask, picture, [200, 200, 10, 10]), 0);
});

test("windows about people hold all of them, and no more of the picture than that", () => {
  const picture = { width: 100, height: 80 };
  const [close, wide] = closerWindows(picture, [[40, 20, 10, 90], [30, 30, 10, 10]]);
  assert.deepEqual([close.x, close.y], [40, 50]);
  assert.ok(close.width === close.height && Math.abs(close.width - 1.15 * 60) < 1e-9 && wide.width > close.width);
  assert.deepEqual(closerWindows(picture, []), []);
});

test("a mask that was looked at again says what most of its views say, and nothing beyond them", () => {
  const picture = { width: 40, height: 40 };
  const whole = { width: 4, height: 4, values: new Float32Array(16).fill(1) };
  const window = { x: 10, y: 10, width: 20, height: 20 };
  const view = { window, mask: { width: 2, height: 2, values: Float32Array.from([1, 0, 1, 0]) } };
  const { values } = seenAgain(whole, picture, [view]);
  assert.deepEqual([...values.slice(0, 4)], [1, 0.5, 0, 0]);
  assert.deepEqual([...values.slice(8)], new Array(8).fill(0));
  assert.equal(seenAgain(whole, picture, []), whole);
});

test("a profile looks to where its nose is", () => {
  const points = [[52, 40], [44, 40], [40, 50], [45, 60], [62, 45], [58, 45]];
  const face = profileOf({ box: [40, 30, 40, 40], points, score: 0.7 });
  assert.equal(face.turn, -1);
  assert.deepEqual([face.eyes, face.mouth, face.score], [[], undefined, 0.7]);
});

test("settings of operations are read", () => {
  // {"a": 7}: the key, the list of keys, the map with its types, and what the whole is.
  const bytes = Uint8Array.from([0x61, 0, 1, 3, 1, 1, 1, 7, 1 << 2, 2, 9 << 2, 1]);
  assert.deepEqual(readFlexMap(bytes), { a: 7 });
  assert.throws(() => readFlexMap(Uint8Array.from([0, 1, 25 << 2, 1])), /kind 25 are not known/);
});

test("a network is lowered: borders and activations join convolutions, what is not wanted goes", () => {
  const constant = (shape, values, type = "float32") => ({ name: "", shape, type, values });
  const graph = {
    tensors: [
      { name: "x", shape: [1, 4, 4, 1], type: "float32" },
      constant([4, 2], Int32Array.from([0, 0, 1, 1, 1, 1, 0, 0]), "int32"),
      { name: "padded", shape: [1, 6, 6, 1], type: "float32" },
      constant([2, 3, 3, 1], Float32Array.from({ length: 18 }, (_, i) => i)),
      constant([2], new Float32Array(2)),
      { name: "convolved", shape: [1, 4, 4, 2], type: "float32" },
      { name: "y", shape: [1, 4, 4, 2], type: "float32" },
      { name: "unwanted", shape: [1, 4, 4, 2], type: "float32" },
    ],
    inputs: [0],
    outputs: [6, 7],
    operations: [
      { kind: "Pad", inputs: [0, 1], outputs: [2] },
      { kind: "Conv", inputs: [2, 3, 4], outputs: [5], padding: "valid", strides: [1, 1], dilations: [1, 1], activation: "none" },
      { kind: "Relu", inputs: [5], outputs: [6] },
      { kind: "Sigmoid", inputs: [6], outputs: [7] },
    ],
  };
  const { network, weights } = lower(graph, { y: 0 });
  assert.equal(network.steps.length, 1);
  const [step] = network.steps;
  assert.deepEqual([step.x, step.y, step.activation, step.pad], [0, 6, 1, [1, 1, 1, 1]]);
  assert.deepEqual([...weights.subarray(0, 4)], [0, 9, 1, 10]);
  assert.throws(() => lower({ ...graph, operations: [{ kind: "Fold", inputs: [0], outputs: [6] }] }, { y: 0 }), /Fold is not known/);
});

test("nobody is seen where nobody is", { skip: !kReady }, async () => {
  for (const value of [0, 128, 255]) {
    const answer = await look({ width: 64, height: 48, want: new Set(["faces", "people", "hands", "mask"]) }, flat(64, 48, value));
    assert.deepEqual([answer.faces, answer.people, answer.hands], [[], [], []]);
    assert.equal(Buffer.from(answer.mask.grey, "base64").length, answer.mask.width * answer.mask.height);
  }
});

test("the answer holds what was wanted, and nothing else", { skip: !kReady }, () => {
  const picture = Buffer.alloc(40 * 16 * 3, 90);
  const line = Buffer.from('{"do": "look", "width": 40, "height": 16, "want": ["mask"]}\n');
  const answer = asked(Buffer.concat([line, picture]));
  assert.deepEqual(Object.keys(answer), ["version", "by", "mask"]);
});
