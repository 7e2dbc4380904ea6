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
    let received = 0;
    let length;
    const socket = connect(port, "127.0.0.1", () => socket.write(request));
    socket.on("error", reject);
    socket.on("data", (chunk) => {
      chunks.push(chunk);
      received += chunk.length;
      length ??= lengthOf(chunks);
      if (length === undefined || received < length) return;
      socket.destroy();
      const [head, body] = Buffer.concat(chunks).toString().split("\r\n\r\n");
      if (head.startsWith("HTTP/1.1 200 ")) resolve({ body, length });
      else reject(new Error(head));
    });
  });
}

/** The length of an answer, head and body, once its head is there. */
function lengthOf(chunks) {
  const [head, body] = Buffer.concat(chunks).toString("latin1").split("\r\n\r\n", 2);
  if (body === undefined) return undefined;
  const declared = /content-length: (\d+)/i.exec(head)?.[1];
  if (declared === undefined) throw new Error(`An answer without a length:\n${head}`);
  return head.length + 4 + Number(declared);
}
