// A sender of requests that is cheap enough not to be what is measured.
import { connect } from "node:net";

/**
 * Sends one request over and over, a number of connections at a time. Every answer has to be as long as the first:
 * so they are counted without being looked at.
 * @returns requests per second
 */
export async function load({ port, request, connections = 20, seconds = 2 }) {
  const { length } = await ask(port, request);
  const bytes = Buffer.from(request);
  const begin = performance.now();
  const end = begin + seconds * 1000;
  stayAwake(end);
  const counts = await Promise.all(
    Array.from({ length: connections }, () => repeat(port, bytes, length, end)),
  );
  return counts.reduce((sum, count) => sum + count, 0) / ((performance.now() - begin) / 1000);
}

/** Waking a sender that sleeps would be charged to the server that answers, most of all in a virtual machine. */
function stayAwake(end) {
  if (performance.now() < end) setImmediate(stayAwake, end);
}

/** One connection: the next request goes out when the answer to the last is complete. Returns how many there were. */
function repeat(port, request, length, end) {
  return new Promise((resolve, reject) => {
    let count = 0;
    let missing = length;
    const socket = connect(port, "127.0.0.1", () => socket.write(request));
    socket.setNoDelay(true).on("error", reject);
    socket.on("data", (chunk) => {
      missing -= chunk.length;
      if (missing > 0) return;
      if (missing < 0) reject(new Error("The answers to the same request differ in length."));
      count += 1;
      missing = length;
      if (performance.now() < end) socket.write(request);
      else socket.destroy(resolve(count));
    });
  });
}

/** Sends one request and returns the body of its answer, and how many bytes there were with the head. */
export function ask(port, request) {
  return new Promise((resolve, reject) => {
    const chunks = [];
    const socket = connect(port, "127.0.0.1", () => socket.write(request));
    socket.on("error", reject);
    socket.on("data", (chunk) => {
      chunks.push(chunk);
      const answer = completeAnswer(chunks);
      if (answer === undefined) return;
      socket.destroy();
      if (answer.ok) resolve(answer);
      else reject(new Error(answer.head));
    });
  });
}

/** The answer once all of it is there. */
function completeAnswer(chunks) {
  const all = Buffer.concat(chunks);
  const split = all.indexOf("\r\n\r\n");
  if (split < 0) return undefined;
  const head = all.toString("latin1", 0, split);
  const declared = Number(/content-length: (\d+)/i.exec(head)?.[1]);
  if (Number.isNaN(declared)) throw new Error(`An answer without a length:\n${head}`);
  if (all.length < split + 4 + declared) return undefined;
  return {
    ok: head.startsWith("HTTP/1.1 200 "),
    head,
    body: all.toString("utf8", split + 4),
    length: all.length,
  };
}
