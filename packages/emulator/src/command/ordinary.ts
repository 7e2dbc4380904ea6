import type { IncomingMessage, ServerResponse } from "node:http";
import { protocol } from "@elb-classic/spec/operations";
import type { Answer } from "../http/answers.ts";
import type { Incoming, RequestHeaders } from "../http/incoming.ts";
import { Refusal } from "../http/refusal.ts";

// Making a `Request` and a `Response` costs more than all that the emulator does between the two. Nearly every request
// can do without them. The others, whatever is odd about them, go the long way.

const METHODS: ReadonlySet<string | undefined> = new Set(["GET", "POST", "PUT", "DELETE"]);
/** Targets that a URL parser leaves as they are, outside of `/_`, which is not the API's. */
const TARGET = /^(?!\/_)(?:\/(?!\.)[\w\-.~:]+)+\/?(?:\?[\w\-.~:%+&=,/]*)?$/;
const { maxBodyBytes } = protocol.signature;
const NO_BYTES = new Uint8Array();

/** The request as the emulator looks at it, or undefined for one that is out of the ordinary. */
export function ordinaryRequest(incoming: IncomingMessage): Incoming | undefined {
  const { method, url: target = "" } = incoming;
  if (method === undefined || !METHODS.has(method) || !TARGET.test(target)) return undefined;
  const headers = new RawHeaders(incoming.rawHeaders);
  const length = bodyLength(headers);
  const host = headers.get("host") ?? "";
  if (length === undefined || !isHost(host)) return undefined;
  const url = new URL(`http://${host}${target}`);
  const readBody = length === 0 ? () => NO_BYTES : () => readAll(incoming);
  return { method, url, headers, readBody };
}

/** How long the body is said to be; undefined where that is not said, or too long. */
function bodyLength(headers: RequestHeaders): number | undefined {
  if (headers.has("transfer-encoding")) return undefined;
  const length = Number(headers.get("content-length") ?? 0);
  return length <= maxBodyBytes ? length : undefined;
}

const HOST = /^[\w.-]+(?::\d+)?$/;
let lastHost = "";

/** Whether a URL can begin with a host. All requests tend to name the same one. */
function isHost(host: string): boolean {
  if (host === lastHost) return host !== "";
  const allowed = HOST.test(host) && URL.canParse(`http://${host}/`);
  if (allowed) lastHost = host;
  return allowed;
}

function readAll(incoming: IncomingMessage): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    incoming.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    incoming.once("end", () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)));
    // After the end this changes nothing. Before it, the client has gone, and nobody will read the answer.
    incoming.once("close", () => reject(new Refusal("APIGW.0201#1")));
  });
}

/** Headers that are given as names and values in turn. What is given twice is joined, as `Headers` does. */
class RawHeaders implements RequestHeaders {
  readonly #values = new Map<string, string>();

  constructor(raw: readonly string[]) {
    for (let index = 0; index < raw.length; index += 2) {
      const name = raw[index]!.toLowerCase();
      const before = this.#values.get(name);
      this.#values.set(name, before === undefined ? raw[index + 1]! : `${before}, ${raw[index + 1]}`);
    }
  }

  get(name: string): string | null {
    return this.#values.get(name.toLowerCase()) ?? null;
  }

  has(name: string): boolean {
    return this.#values.has(name.toLowerCase());
  }

  [Symbol.iterator](): MapIterator<[string, string]> {
    return this.#values.entries();
  }
}

/** Writes an answer, unless the client has gone. */
export function writeAnswer({ status, headers, body, cutAt }: Answer, outgoing: ServerResponse): void {
  if (body !== undefined) headers["Content-Length"] = String(Buffer.byteLength(body));
  outgoing.writeHead(status, headers);
  if (body === undefined || cutAt === undefined) outgoing.end(body);
  else outgoing.write(Buffer.from(body).subarray(0, cutAt), () => outgoing.socket?.destroySoon());
}
