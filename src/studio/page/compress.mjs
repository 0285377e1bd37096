// Puts compressed copies beside the built files, which the server hands out as they are.
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const files = readdirSync("dist", { recursive: true }).map((name) => join("dist", name));
let total = 0;
for (const file of files.filter((name) => statSync(name).isFile() && /\.(html|js|css|svg)$/.test(name))) {
  const bytes = readFileSync(file);
  const small = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  writeFileSync(`${file}.br`, small);
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  total += small.length;
}
console.log(`dist: ${(total / 1000).toFixed(1)} kB compressed in all`);
