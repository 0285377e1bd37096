/** What is drawn on the page, sent to the server. */
import { ask } from "./requests";
import type { Photo } from "./messages";

/** What an upload is to be: drawings are taken where one is asked for alone. */
export type UploadKind = "photograph" | "motif" | "signature";

/** @returns the id by which a wish names it. */
export async function uploadDrawn(bytes: Blob, name: string, as: UploadKind): Promise<string> {
  const query = new URLSearchParams({ name, as });
  const init = { method: "POST", body: bytes, headers: { "Content-Type": "application/octet-stream" } };
  return ((await (await ask(`/api/photos?${query.toString()}`, init)).json()) as Photo).photo;
}
