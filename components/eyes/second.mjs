// The second thread: the mask and a first look for faces, then its share of all that follows.

import { parentPort, workerData } from "node:worker_threads";

import { Looker } from "./looking.mjs";
import { Network, startKernels } from "./network.mjs";
import { Picture } from "./picture.mjs";

const { folder, module } = workerData;
const kernels = startKernels(folder, module);
let looker;

/** The first thing that is asked: the mask, and what the detector of faces sees in some windows. */
async function begin({ width, height, data, windows }) {
  const started = await kernels;
  looker = new Looker((name) => new Network(started, name), new Picture(width, height, data));
  return { mask: looker.mask(), detections: looker.detectFaces(windows) };
}

parentPort.on("message", async ({ deed, asked }) => {
  try {
    parentPort.postMessage({ answer: deed === "begin" ? await begin(asked) : looker[deed](asked) });
  } catch (fault) {
    parentPort.postMessage({ error: String(fault?.message ?? fault) });
  }
});
