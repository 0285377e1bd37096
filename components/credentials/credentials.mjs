// Signs and reads Content Credentials for allaprima: one request as JSON on standard input, one answer as JSON on
// standard output, {"error": "…"} where it cannot be done. The exit status is 0 whenever there is an answer.
//
//   {"do": "sign", "input", "output", "mime", "manifest", "ingredients": [{"about", "file", "mime"}],
//    "certificates", "key", "algorithm"}
//        writes the picture with its credentials to output; "file" may be left out       → {"bytes": 12345}
//   {"do": "read", "input", "mime", "trusted"}
//        what a picture says, and how far that holds; "trusted" are PEM certificates    → {"store": {…}} or
//                                                                                       {"store": null}: says nothing
//
// It never asks the network: no time stamps, no revocation lists, no manifests kept elsewhere.

import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { Builder, LocalSigner, Reader } from "@contentauth/c2pa-node";

const kOffline = { remote_manifest_fetch: false, ocsp_fetch: false, skip_ingredient_conflict_resolution: false };

function settings(trusted) {
  return {
    // What was signed is looked at by 'read', with the reader's own trust.
    verify: { ...kOffline, verify_after_sign: false, verify_trust: true },
    builder: { thumbnail: { enabled: false } },
    ...(trusted ? { trust: { user_anchors: trusted } } : {}),
  };
}

function wanted(request, ...names) {
  for (const name of names)
    if (typeof request[name] !== "string" || request[name] === "") throw new Error(`the request lacks "${name}"`);
}

async function sign(request) {
  wanted(request, "input", "output", "mime", "certificates", "key", "algorithm");
  const builder = Builder.withJson(request.manifest, settings());
  for (const { about, file, mime } of request.ingredients ?? [])
    await builder.addIngredient(JSON.stringify(about), file ? { path: file, mimeType: mime } : undefined);
  const signer = LocalSigner.newSigner(
    Buffer.from(request.certificates),
    Buffer.from(request.key),
    request.algorithm,
  );
  const picture = { path: request.input, mimeType: request.mime };
  const manifest = builder.sign(signer, picture, { path: request.output, mimeType: request.mime });
  return { bytes: manifest.length };
}

function saysNothing(fault) {
  return /JumbfNotFound|no JUMBF data|no claim/i.test(String(fault?.message));
}

async function read(request) {
  wanted(request, "input", "mime");
  try {
    const picture = { path: request.input, mimeType: request.mime };
    const reader = await Reader.fromAsset(picture, settings(request.trusted));
    return { store: reader ? reader.json() : null };
  } catch (fault) {
    if (saysNothing(fault)) return { store: null };
    throw fault;
  }
}

const kDeeds = new Map([
  ["sign", sign],
  ["read", read],
]);

/** Does what a request asks. @returns the answer; faults become {"error": "…"}. */
export async function answer(text) {
  try {
    const request = JSON.parse(text);
    const deed = kDeeds.get(request?.do);
    if (!deed) throw new Error(`nobody knows how to do ${JSON.stringify(request?.do ?? null)}`);
    return await deed(request);
  } catch (fault) {
    return { error: String(fault?.message ?? fault) };
  }
}

async function standardInput() {
  const pieces = [];
  for await (const piece of process.stdin) pieces.push(piece);
  return Buffer.concat(pieces).toString("utf8");
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  process.stdout.write(JSON.stringify(await answer(await standardInput())) + "\n");
