/** Reads photographs beside the page, which is not kept waiting: a large one takes half a second. */
import type { PhotoAnswer, PhotoOrder } from "./photo_reader";

async function read({ blob, longest }: PhotoOrder): Promise<ImageBitmap> {
  const whole = await createImageBitmap(blob);
  const scale = longest / Math.max(whole.width, whole.height);
  if (scale >= 1) return whole;
  const size = { resizeWidth: Math.round(whole.width * scale), resizeHeight: Math.round(whole.height * scale) };
  const smaller = await createImageBitmap(whole, { ...size, resizeQuality: "medium" });
  whole.close();
  return smaller;
}

const answer = (said: PhotoAnswer): void =>
  self.postMessage(said, { transfer: said.bitmap ? [said.bitmap] : [] });

self.onmessage = ({ data }: MessageEvent<PhotoOrder>) =>
  read(data).then(
    (bitmap) => answer({ number: data.number, bitmap }),
    () => answer({ number: data.number, bitmap: null }), // A format that only the painter reads.
  );
