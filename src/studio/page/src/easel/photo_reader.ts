/** Photographs as pictures for the easel, read by a worker. */

export interface PhotoOrder {
  number: number;
  blob: Blob;
  longest: number;
}

export interface PhotoAnswer {
  number: number;
  bitmap: ImageBitmap | null;
}

/** No camera's whole picture is needed beside a painting, and not every graphics card takes it. */
const longestPhoto = 1600;

let worker: Worker | null = null;
let ordered = 0;
const waiting = new Map<number, (bitmap: ImageBitmap | null) => void>();

function workerNow(): Worker {
  if (worker) return worker;
  worker = new Worker(new URL("./photo_worker.ts", import.meta.url), { type: "module" });
  worker.onmessage = ({ data }: MessageEvent<PhotoAnswer>) => {
    waiting.get(data.number)?.(data.bitmap);
    waiting.delete(data.number);
  };
  return worker;
}

/** Has the worker there before it is needed. */
export const wakeReader = (): void => void workerNow();

/** What was read last is kept: it goes from its upload to its painting. */
let last: { blob: Blob; bitmap: Promise<ImageBitmap | null> } | null = null;

/** Null where the browser cannot read it. */
export function readPhoto(blob: Blob): Promise<ImageBitmap | null> {
  if (last?.blob === blob) return last.bitmap;
  const number = (ordered += 1);
  const bitmap = new Promise<ImageBitmap | null>((resolve) => waiting.set(number, resolve));
  workerNow().postMessage({ number, blob, longest: longestPhoto } satisfies PhotoOrder);
  last = { blob, bitmap };
  return bitmap;
}
