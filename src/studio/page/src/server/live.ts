/** The WebSocket over which paintings tell how they fare. It comes back by itself when it is lost. */
import { FrameError, readFrame, type StrokeFrame, type TileFrame } from "./frames";
import type { LiveMessage } from "./messages";

export interface LiveListener {
  /** @param open whether the server is there. */
  connection(open: boolean): void;
  message(message: LiveMessage): void;
  frame(frame: StrokeFrame | TileFrame): void;
}

const shortestWait = 300;
const longestWait = 5000;

/** How long to wait before the nth try, ms. */
export const waitBefore = (tries: number): number => Math.min(longestWait, shortestWait * 2 ** Math.min(tries, 10));

export class Live {
  #socket: WebSocket | null = null;
  #tries = 0;
  #watched: string | null = null;

  constructor(private readonly listener: LiveListener) {
    this.#connect();
    // A laptop that wakes up need not wait.
    addEventListener("online", () => this.#connectNow());
  }

  /** Asks for the frames of one painting alone. */
  watch(id: string | null): void {
    this.#watched = id;
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify({ watch: id }));
  }

  #connectNow(): void {
    if (this.#socket === null) this.#connect();
  }

  #connect(): void {
    const socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/api/live`);
    socket.binaryType = "arraybuffer";
    this.#socket = socket;
    socket.onopen = () => {
      this.#tries = 0;
      if (this.#watched !== null) this.watch(this.#watched);
      this.listener.connection(true);
    };
    socket.onmessage = (event: MessageEvent<string | ArrayBuffer>) => this.#take(event.data);
    socket.onclose = () => {
      if (this.#socket !== socket) return;
      this.#socket = null;
      this.listener.connection(false);
      setTimeout(() => this.#connectNow(), waitBefore(this.#tries++));
    };
  }

  #take(data: string | ArrayBuffer): void {
    if (typeof data === "string") return this.listener.message(JSON.parse(data) as LiveMessage);
    try {
      this.listener.frame(readFrame(data));
    } catch (fault) {
      if (!(fault instanceof FrameError)) throw fault;
      console.warn(fault.message); // One picture less of many; the next comes soon.
    }
  }
}
