// Judges signed pictures by a reader of Content Credentials that shares no code with the one they were signed with:
//   node judge.mjs [--flips N] PICTURE…
// says of each whether it is valid, and of N copies, each with one random bit of the file changed, how many are caught.
// What the reader misses is shown to the one that 'allaprima verify' asks. C2PA hashes what is in a box and not the
// eight bytes of length and type before it: a reader that does not need them to find its way does not see them change.
// Leaves with 1 when a picture is not valid, or when both miss a change.

import { webcrypto } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";

import { BMFF, JPEG, PNG } from "@trustnxt/c2pa-ts/asset";
import { SuperBox } from "@trustnxt/c2pa-ts/jumbf";
import { ManifestStore } from "@trustnxt/c2pa-ts/manifest";

import { answer } from "../../components/credentials/credentials.mjs";

// Debian's Node 18 has it only as a module; the reader takes it from everywhere.
globalThis.crypto ??= webcrypto;

// The reader knows HEIC of this family; MP4 is built of the same boxes and hashed in the same way.
for (const brand of ["isom", "mp41", "mp42", "avc1", "iso2"]) BMFF.canReadBrands.add(brand);

/** A file of which the reader need only know where in it the manifest stands. */
class Located {
  constructor(data, start, length, manifest) {
    Object.assign(this, { data, start, length, manifest, mimeType: "application/octet-stream" });
  }
  getDataLength() {
    return this.data.length;
  }
  async getDataRange(start = 0, length = this.data.length - start) {
    return this.data.subarray(start, start + length);
  }
  getManifestJUMBF() {
    return this.manifest;
  }
  getHashExclusionRange() {
    return { start: this.start, length: this.length };
  }
}

const kManifestTag = 0xcd41;

/** C2PA 2.1, A.3.2: the manifest is the value of a tag of one of the file's folders. */
function tiff(data) {
  const view = new DataView(data.buffer, data.byteOffset, data.length);
  const little = view.getUint16(0) === 0x4949;
  if (view.getUint16(2, little) !== 42) throw new Error("no classic TIFF");
  const seen = new Set();
  for (let folder = view.getUint32(4, little); folder !== 0 && !seen.has(folder); ) {
    seen.add(folder);
    const entries = view.getUint16(folder, little);
    for (let entry = folder + 2; entry < folder + 2 + 12 * entries; entry += 12) {
      if (view.getUint16(entry, little) !== kManifestTag) continue;
      const length = view.getUint32(entry + 4, little);
      const start = view.getUint32(entry + 8, little);
      if (start + length > data.length) throw new Error("the manifest's place is outside the file");
      return new Located(data, start, length, data.subarray(start, start + length));
    }
    folder = view.getUint32(folder + 2 + 12 * entries, little);
  }
  throw new Error("no manifest");
}

/** C2PA 2.1, A.3.3: the manifest stands in base64 in an element of the metadata. */
function svg(data) {
  const text = Buffer.from(data).toString("latin1");
  const found = /<c2pa:manifest[^>]*>([A-Za-z0-9+/=]*)<\/c2pa:manifest>/.exec(text);
  if (!found) throw new Error("no manifest");
  const start = found.index + found[0].indexOf(">") + 1;
  return new Located(data, start, found[1].length, new Uint8Array(Buffer.from(found[1], "base64")));
}

function opened(data) {
  const kind = [JPEG, PNG, BMFF].find((one) => one.canRead(data));
  if (kind) return new kind(data);
  if ((data[0] === 0x49 && data[1] === 0x49) || (data[0] === 0x4d && data[1] === 0x4d)) return tiff(data);
  return svg(data);
}

/** @returns "" when the reader finds it valid, or why not. */
async function fault(data) {
  try {
    const asset = opened(data);
    const manifest = asset.getManifestJUMBF();
    if (!manifest) return "no manifest";
    const result = await ManifestStore.read(SuperBox.fromBuffer(manifest)).validate(asset);
    if (result.isValid) return "";
    return result.statusEntries.find((entry) => !entry.success)?.code ?? "not valid";
  } catch (problem) {
    return String(problem.message ?? problem);
  }
}

/** The same numbers every time: Mulberry32. */
function numbers(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const kMimes = new Map([
  [".png", "image/png"],
  [".jpg", "image/jpeg"],
  [".tif", "image/tiff"],
  [".svg", "image/svg+xml"],
  [".mp4", "video/mp4"],
]);

/** Whether our own reader finds a file valid. */
async function ours(data, ending, folder) {
  const input = join(folder, `changed${ending}`);
  await writeFile(input, data);
  const { store } = await answer(JSON.stringify({ do: "read", input, mime: kMimes.get(ending) }));
  return store?.validation_state === "Valid";
}

async function judge(path, flips, folder) {
  const data = new Uint8Array(await readFile(path));
  const reason = await fault(data);
  const random = numbers(1);
  let caught = 0;
  let ourselves = 0;
  const missed = [];
  for (let i = 0; reason === "" && i < flips; ++i) {
    const at = Math.floor(random() * data.length);
    const bit = 1 << Math.floor(random() * 8);
    data[at] ^= bit;
    if ((await fault(data)) !== "") ++caught;
    else if (!(await ours(data, extname(path), folder))) ++ourselves;
    else missed.push(at);
    data[at] ^= bit;
  }
  const changes = `, of ${flips} changes it caught ${caught}, our reader ${ourselves} more, nobody ${missed.length}`;
  console.log(`${path}: ${reason || "valid"}${flips ? changes : ""}`);
  for (const at of missed) console.log(`  missed at byte ${at} of ${data.length}`);
  return reason === "" && missed.length === 0;
}

const words = process.argv.slice(2);
const flips = words[0] === "--flips" ? Number(words.splice(0, 2)[1]) : 0;
const folder = await mkdtemp(join(tmpdir(), "judge-"));
let good = words.length > 0;
for (const path of words) good = (await judge(path, flips, folder)) && good;
await rm(folder, { recursive: true });
process.exitCode = good ? 0 : 1;
