/** What is asked of the server over HTTP. */
import { readFrame, type StrokeFrame } from "./frames";
import type { Cost, Painting, PaintingRecord, Photo, Sample, Settings, Sights, Wish } from "./messages";

/** A refusal, in the server's own words. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly status: number,
    readonly setting?: string,
  ) {
    super(message);
  }
}

/** Nobody answered. */
export class Unreachable extends Error {}

function refusalOf(status: number, text: string): Refusal {
  try {
    const said = JSON.parse(text) as { error?: string; setting?: string };
    return new Refusal(said.error ?? text, status, said.setting);
  } catch {
    return new Refusal(text || `HTTP ${status}`, status);
  }
}

/** @throws Refusal, Unreachable. */
export async function ask(path: string, init?: RequestInit): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(path, { credentials: "same-origin", ...init });
  } catch (fault) {
    if (init?.signal?.aborted) throw fault;
    throw new Unreachable();
  }
  if (!answer.ok) throw refusalOf(answer.status, await answer.text());
  return answer;
}

export async function askJson<T>(path: string, method = "GET", body?: unknown, signal?: AbortSignal): Promise<T> {
  const init: RequestInit = signal ? { method, signal } : { method };
  if (body !== undefined) {
    init.body = JSON.stringify(body);
    init.headers = { "Content-Type": "application/json" };
  }
  return (await (await ask(path, init)).json()) as T;
}

export const rowOf = (said: Painting | { painting: Painting }): Painting => ("painting" in said ? said.painting : said);

export const at = (id: string, rest = ""): string => `/api/paintings/${encodeURIComponent(id)}${rest}`;

export const fetchSettings = (): Promise<Settings> => askJson("/api/settings");

export const fetchPaintings = async (): Promise<Painting[]> =>
  (await askJson<{ paintings: Painting[] }>("/api/paintings")).paintings;

export const fetchSamples = async (): Promise<Sample[]> => {
  try {
    return (await askJson<{ samples: Sample[] }>("/api/samples")).samples;
  } catch (fault) {
    if (fault instanceof Refusal) return []; // Without one the page only begins more quietly.
    throw fault;
  }
};

/** A draft is one of several trials; what gives way is painted when nothing else is to be. */
export const paint = async (photo: string, name: string, wishes: Wish[], as: { draft?: true; gives_way?: true } = {}): Promise<Painting> =>
  rowOf(await askJson("/api/paintings", "POST", { photo, name, wishes, ...as }));

/** Has a finished painting worked over in a place, in a new one. */
export const retouch = async (id: string, on: string, strokes: number): Promise<Painting> =>
  rowOf(await askJson(at(id, "/retouch"), "POST", { on, strokes }));

export type Act = "cancel" | "pause" | "go-on" | "duplicate" | "remove" | "restore";

export const act = async (id: string, what: Act): Promise<Painting> => rowOf(await askJson(at(id, `/${what}`), "POST", {}));

export const rename = async (id: string, name: string): Promise<Painting> =>
  rowOf(await askJson(at(id), "PATCH", { name }));

export async function fetchStrokes(id: string, signal?: AbortSignal): Promise<StrokeFrame> {
  const answer = await ask(at(id, "/strokes"), signal ? { signal } : {});
  const frame = readFrame(await answer.arrayBuffer());
  if (frame.kind !== "strokes") throw new Refusal("no strokes", 500);
  return frame;
}

export type TileFinish = "lit" | "flat" | "relief";

export async function fetchTile(
  id: string,
  finish: TileFinish,
  size: number,
  x: number,
  y: number,
  signal: AbortSignal,
): Promise<Blob> {
  const query = finish === "lit" ? "" : `?finish=${finish}`;
  return (await ask(at(id, `/tiles/${size}/${x}/${y}${query}`), { signal })).blob();
}

/** @param asked what is done to the photograph before it is shown, by the names of its settings. */
export function previewAddress(photo: string, asked: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(asked).toString();
  return `/api/photos/${encodeURIComponent(photo)}/preview${query && `?${query}`}`;
}

export const thumbnailAddress = (painting: Painting): string => at(painting.id, "/thumbnail");

/** Has a file made of a painting. @param asked its ending as "kind", and settings. */
export const fetchExport = async (id: string, asked: Record<string, string>): Promise<Blob> =>
  (await ask(at(id, `/export?${new URLSearchParams(asked).toString()}`))).blob();

/** What that comes to. */
export const fetchCost = async (id: string, asked: Record<string, string>, signal: AbortSignal): Promise<Cost> =>
  (await (await ask(at(id, `/cost?${new URLSearchParams(asked).toString()}`), { signal })).json()) as Cost;

/** What is seen in a photograph before anybody corrects it. @param wishes what is asked of the painting. */
export const fetchSights = async (photo: string, wishes: Wish[], signal: AbortSignal): Promise<Sights> => {
  const init = { method: "POST", body: JSON.stringify({ wishes }), headers: { "Content-Type": "application/json" }, signal };
  return (await (await ask(`/api/photos/${encodeURIComponent(photo)}/sights`, init)).json()) as Sights;
};

export const fetchRecord = (id: string): Promise<PaintingRecord> => askJson(at(id, "/record"));

/** Records what is claimed of the making, in place of what was. */
export const saveRecord = (id: string, claims: Record<string, string>): Promise<PaintingRecord> =>
  askJson(at(id, "/record"), "POST", { claims });

/** Sends a photograph. @param progress told the share that is sent. */
export function upload(file: Blob, name: string, progress: (share: number) => void, signal: AbortSignal): Promise<Photo> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest(); // fetch tells no progress of what is sent.
    request.open("POST", `/api/photos?name=${encodeURIComponent(name)}`);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total);
    request.onerror = () => reject(new Unreachable());
    request.onabort = () => reject(new DOMException("", "AbortError"));
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText) as Photo);
      else reject(refusalOf(request.status, request.responseText));
    };
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}
