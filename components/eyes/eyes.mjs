// Says where people, faces and hands are in a picture, for allaprima: one request on standard input, one answer as JSON on
// standard output, {"error": "…"} where it cannot be done. The exit status is 0 whenever there is an answer.
//
//   {"do": "look", "width": W, "height": H, "want": ["faces", "people", "hands", "mask"]}
//        as one line, and after it the picture: rgb8, W * H * 3 bytes, rows from the top, sRGB. What is answered stands in
//        README.md; all places are shares of the picture's width and height.
//
// It draws nothing, writes nothing and never asks the network.

import { readFileSync, readSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";

import { answerOf } from "./answer.mjs";
import { blendOverlapping } from "./detecting.mjs";
import { coarseWindows, fineWindows } from "./faces.mjs";
import { Gathering, Looker, kMostFaces } from "./looking.mjs";
import { seenAgain } from "./mask.mjs";
import { Network, compileKernels, startKernels } from "./network.mjs";
import { Picture } from "./picture.mjs";

const kHere = dirname(fileURLToPath(import.meta.url));
const kFolder = join(kHere, "models");
const kLeastSide = 16;
const kMostSide = 1600;
const kMostRequest = 65536;
const kWanted = ["faces", "people", "hands", "mask"];

/** A request that was read from its line. Throws what is wrong with it. */
export function readRequest(line) {
  const request = JSON.parse(line);
  if (request?.do !== "look") throw new Error(`nobody knows how to do ${JSON.stringify(request?.do ?? null)}`);
  for (const side of ["width", "height"])
    if (!Number.isInteger(request[side]) || request[side] < kLeastSide || request[side] > kMostSide)
      throw new Error(`"${side}" must be a whole number from ${kLeastSide} to ${kMostSide}`);
  const { want = kWanted } = request;
  if (!Array.isArray(want) || want.some((name) => !kWanted.includes(name)))
    throw new Error(`"want" must name some of ${kWanted.join(", ")}`);
  return { width: request.width, height: request.height, want: new Set(want) };
}

/** Reads from a file until so many bytes are there, or it ends. */
function readFully(descriptor, bytes) {
  let at = 0;
  while (at < bytes.length) {
    try {
      const read = readSync(descriptor, bytes, at, bytes.length - at);
      if (read === 0) break;
      at += read;
    } catch (fault) {
      if (fault.code === "EOF") break;
      if (fault.code !== "EAGAIN") throw fault;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
  return at;
}

/** Reads a line, byte by byte, so that nothing of what follows is taken. */
function readLine(descriptor) {
  const line = Buffer.alloc(kMostRequest);
  for (let at = 0; at < line.length; ++at)
    if (readFully(descriptor, line.subarray(at, at + 1)) === 0 || line[at] === 0x0a) return line.toString("utf8", 0, at);
  throw new Error(`the request is longer than ${kMostRequest} bytes`);
}

function readPixels(descriptor, { width, height }) {
  const data = new Uint8Array(new SharedArrayBuffer(width * height * 3));
  const read = readFully(descriptor, data);
  if (read < data.length) throw new Error(`the picture ends after ${read} of ${data.length} bytes`);
  return data;
}

/** The other thread: what it is asked, it answers in turn. */
class Second {
  constructor(module) {
    this.worker = new Worker(new URL("./second.mjs", import.meta.url), { workerData: { folder: kFolder, module } });
  }

  ask(deed, asked) {
    const answered = new Promise((resolve, reject) => {
      this.worker.once("error", reject);
      this.worker.once("message", ({ answer, error }) => (error ? reject(new Error(error)) : resolve(answer)));
    });
    this.worker.postMessage({ deed, asked });
    // A fault is told where the answer is awaited.
    answered.catch(() => {});
    return answered;
  }

  stop() {
    return this.worker.terminate();
  }
}

/** Does tasks on both threads. @returns what each gave, in their order */
async function shared(looker, second, deed, tasks) {
  const theirs = tasks.length > 1 ? second.ask(deed, tasks.filter((_, i) => i % 2 === 1)) : [];
  const ours = looker[deed](tasks.filter((_, i) => i % 2 === 0));
  const both = [ours, await theirs];
  return tasks.map((_, i) => both[i % 2][i >> 1]);
}

/** People, hands, faces and the mask, by both threads. `begun` becomes the mask and the first detections of faces. */
async function lookAtPeople(looker, second, begun, wantsHands) {
  const { picture } = looker;
  const inAll = looker.peopleInAll(wantsHands);
  const { mask, detections } = await begun;
  const windows = fineWindows(picture, blendOverlapping(detections.flat()));
  const more = await shared(looker, second, "detectFaces", windows);
  const found = blendOverlapping([...detections, ...more].flat()).slice(0, kMostFaces);
  const faces = (await shared(looker, second, "measureFaces", found)).flat();
  const gathering = new Gathering(picture, { faces, mask });
  gathering.add(inAll);
  for (const people of await shared(looker, second, "findPeople", gathering.tasks(wantsHands))) gathering.add(people);
  const closer = second.ask("masksIn", gathering.windowsForMask());
  const seen = gathering.finish(looker, wantsHands);
  return { ...seen, mask: seenAgain(mask, picture, await closer) };
}

/** Looks at a picture. @param data rgb8, in shared memory, @returns the answer */
export async function look({ width, height, want }, data) {
  const by = JSON.parse(readFileSync(join(kFolder, "versions.json"), "utf8"));
  const module = compileKernels(kFolder);
  const second = new Second(module);
  try {
    const asksPeople = ["people", "hands", "faces"].some((name) => want.has(name));
    const picture = new Picture(width, height, data);
    const windows = asksPeople ? coarseWindows(picture) : [];
    const begun = second.ask("begin", { width, height, data, windows });
    if (!asksPeople) return answerOf({ by, picture, want, seen: { mask: (await begun).mask } });
    const kernels = await startKernels(kFolder, module);
    const looker = new Looker((name) => new Network(kernels, name), picture);
    return answerOf({ by, picture, want, seen: await lookAtPeople(looker, second, begun, want.has("hands")) });
  } finally {
    await second.stop();
  }
}

async function answer(descriptor) {
  try {
    const request = readRequest(readLine(descriptor));
    return await look(request, readPixels(descriptor, request));
  } catch (fault) {
    return { error: String(fault?.message ?? fault) };
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  process.stdout.write(JSON.stringify(await answer(0)) + "\n");
