import { protocol } from "@elb-classic/spec/operations";
import type { Incoming } from "./incoming.ts";
import { Refusal } from "./refusal.ts";

// What the gateway takes at most (auth-and-gateway.md, sections 2 and 5).
const MAX_URI_LENGTH = 32 * 1024;
const MAX_HEADER_BYTES = 32 * 1024;
/** All headers of a request together, in bytes. */
export const MAX_ALL_HEADER_BYTES = 128 * 1024;
const { maxBodyBytes } = protocol.signature;

/** Refuses a request whose target or headers are larger than the gateway takes. */
export function checkHead({ url, headers }: Incoming): void {
  if (url.href.length > MAX_URI_LENGTH)
    throw new Refusal("APIGW.0201#3", { reason: "The request URI is longer than 32 KB." });
  let total = 0;
  for (const [name, value] of headers) {
    const size = name.length + value.length;
    total += size;
    if (size > MAX_HEADER_BYTES || total > MAX_ALL_HEADER_BYTES)
      throw new Refusal("APIGW.0201#4", {
        reason: "One header is larger than 32 KB, or all together than 128 KB.",
      });
  }
}

const NO_BYTES = new Uint8Array();

/** Reads the body, and stops reading once it is larger than the gateway takes. */
export async function readBody(request: Request): Promise<Uint8Array> {
  if (announcesNothing(request)) return NO_BYTES;
  const declared = Number(request.headers.get("content-length") ?? Number.NaN);
  if (declared > maxBodyBytes) throw tooLarge();
  try {
    return declared <= maxBodyBytes
      ? new Uint8Array(await request.arrayBuffer())
      : await readStream(request.body);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal("APIGW.0201#1", { reason: "The request body could not be read to its end." });
  }
}

/** A GET has a payload only where the command gave it one, see command/payload.ts. HTTP announces it by a header. */
function announcesNothing({ method, headers }: Request): boolean {
  if (method !== "GET" && method !== "HEAD") return false;
  return !headers.has("content-length") && !headers.has("transfer-encoding");
}

async function readStream(stream: ReadableStream<Uint8Array> | null): Promise<Uint8Array> {
  if (stream === null) return NO_BYTES;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.byteLength;
    if (size > maxBodyBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return concatenate(chunks, size);
}

function concatenate(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    all.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return all;
}

function tooLarge(): Refusal {
  return new Refusal("APIGW.0201#2", { reason: "The request body is larger than 12 MB." });
}
