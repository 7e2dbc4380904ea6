import { Agent, request as sendRequest } from "node:http";
import { afterEach, beforeEach, expect, test } from "vitest";
import { formatSignatureDate } from "../auth/authorization-header.ts";
import { createEmulator, createManualClock } from "../index.ts";
import { LISTENER, PROJECT, SEED } from "../testing/api.ts";
import { signedRequest } from "../testing/sign.ts";
import { createApp } from "./app.ts";
import { type RunningServer, startServer } from "./server.ts";

const KEY = { ak: "EMULATOR0ACCESSKEY00", sk: "emulator-secret-key-not-a-secret" };
const MEBIBYTE = 1024 * 1024;

let server: RunningServer;
const clock = createManualClock(Date.UTC(2026, 0, 15, 10, 30, 0));

beforeEach(async () => {
  const emulator = createEmulator({
    clock,
    seed: { projects: { [PROJECT]: { ...SEED, accessKeys: [KEY] } } },
  });
  server = await startServer(createApp(emulator.fetch, undefined).fetch, "127.0.0.1", 0);
});
afterEach(() => server.stop());

/** All requests of a test share one connection. */
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** Sends a GET with a payload, which `fetch` cannot. The signature is for the payload `signed`. */
function get(path: string, signed: string, sent: string | Buffer, inChunks = false) {
  const framing = inChunks ? { "Transfer-Encoding": "chunked" } : { "Content-Length": String(sent.length) };
  const address = `${server.url}/v1.0/${PROJECT}/elbaas/${path}`;
  const signing = { ...KEY, date: formatSignatureDate(clock.now()), payload: signed };
  const { headers: own } = signedRequest("GET", address, signing);
  return new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
    const outgoing = sendRequest(
      address,
      { agent, method: "GET", headers: { ...framing, ...Object.fromEntries(own) } },
      (incoming) => {
        let text = "";
        incoming.on("data", (chunk) => {
          text += chunk;
        });
        incoming.on("end", () => resolve({ status: incoming.statusCode, text }));
      },
    );
    outgoing.on("error", reject);
    outgoing.end(sent);
  });
}

test.each([
  ["with a length", false],
  ["in chunks", true],
])("a GET that was signed over the payload that it has is verified, sent %s", async (_, inChunks) => {
  const { status, text } = await get(`listeners/${LISTENER}`, "{}", "{}", inChunks);
  expect({ status, id: JSON.parse(text).id }).toEqual({ status: 200, id: LISTENER });
});

test.each([
  ["not the one that was signed", "{}", "[]"],
  ["there, but was not signed", "", "{}"],
  ["signed, but not there", "{}", ""],
])("its signature is wrong where the payload is %s", async (_, signed, sent) => {
  expect(await get("listeners", signed, sent)).toMatchObject({ status: 401 });
});

test("a payload that is too large is cut off, and the connection is not blocked by it", async () => {
  const large = Buffer.alloc(13 * MEBIBYTE);
  for (const inChunks of [true, false]) {
    expect(await get("listeners", "", large, inChunks)).toMatchObject({ status: 413 });
    expect(await get("listeners", "{}", "{}")).toMatchObject({ status: 200 });
  }
});
