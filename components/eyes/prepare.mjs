// Makes models/ of the packages in node_modules: each network lowered (NAME.json) with its weights as plain numbers
// (NAME.bin), and the kernels that run them. Each model file is checked against its digest first. For set-up alone.

import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { lower } from "./lower.mjs";
import { kModels, kNamed, kPackages } from "./models.mjs";
import { readTflite } from "./tflite.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, "node_modules");

function modelBytes({ from, file, bytes }) {
  const whole = readFileSync(join(packages, kPackages[from], file));
  return bytes ? whole.subarray(...bytes) : whole;
}

function prepare(name, model, folder) {
  const bytes = modelBytes(model);
  const digest = createHash("sha256").update(bytes).digest("hex");
  if (digest !== model.sha256) throw new Error(`${model.file} is not the file that it was: its SHA-256 is ${digest}`);
  const { network, weights } = lower(readTflite(bytes), model.outputs);
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(network));
  writeFileSync(join(folder, `${name}.bin`), new Uint8Array(weights.buffer));
}

const folder = join(here, "models");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
for (const [name, model] of Object.entries(kModels)) prepare(name, model, folder);
const kernels = join(packages, "@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm");
copyFileSync(`${kernels}-simd.wasm`, join(folder, "kernels.wasm"));
copyFileSync(`${kernels}.js`, join(folder, "kernels.cjs"));

function version(name) {
  return JSON.parse(readFileSync(join(packages, name, "package.json"), "utf8")).version;
}

const by = Object.entries(kNamed).map(([part, { from, title }]) => [part, `mediapipe ${title} ${version(kPackages[from])}`]);
writeFileSync(join(folder, "versions.json"), JSON.stringify(Object.fromEntries(by)));
