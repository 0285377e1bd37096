// The second thread: the mask, then faces.

import { parentPort, workerData } from "node:worker_threads";

import { lookForFaces, lookForMask } from "./looking.mjs";
import { Network, startKernels } from "./network.mjs";
import { Picture } from "./picture.mjs";

const { folder, module } = workerData;
const kernels = startKernels(folder, module);

parentPort.once("message", async ({ width, height, data, wantsFaces, wantsMask }) => {
  try {
    const started = await kernels;
    const load = (name) => new Network(started, name);
    const picture = new Picture(width, height, data);
    const mask = wantsMask ? lookForMask(load, picture) : undefined;
    const faces = wantsFaces ? lookForFaces(load, picture) : [];
    parentPort.postMessage({ mask, faces });
  } catch (fault) {
    parentPort.postMessage({ error: String(fault?.message ?? fault) });
  }
});
