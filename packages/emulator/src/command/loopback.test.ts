import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { Refusal } from "../http/refusal.ts";
import { checkLoopback } from "./loopback.ts";

const from = (remoteAddress: string | undefined) => ({ socket: { remoteAddress } }) as IncomingMessage;
const url = (host: string) => new URL(`http://${host}/_emulator/state`);

test.each(["127.0.0.1", "127.1.2.3", "::1", "::ffff:127.0.0.1"])("%s is this machine", (address) => {
  for (const host of ["localhost", "localhost:8080", "127.0.0.1:8080", "127.0.0.9", "[::1]:8080"])
    expect(() => checkLoopback(url(host), from(address))).not.toThrow();
});

test.each(["192.0.2.1", "10.0.0.1", "::", "fe80::1", "::ffff:10.0.0.1", "1270.0.0.1", "", undefined])(
  "%s is another",
  (address) => {
    expect(() => checkLoopback(url("localhost"), from(address))).toThrow(Refusal);
  },
);

test.each(["evil.test", "localhost.evil.test", "127.0.0.1.evil.test", "192.0.2.1", "[::2]"])(
  "%s is no name of this machine, whoever uses it",
  (host) => {
    expect(() => checkLoopback(url(host), from("127.0.0.1"))).toThrow(Refusal);
  },
);

test("a request without a connection comes from nowhere", () => {
  expect(() => checkLoopback(url("localhost"), undefined)).toThrow(Refusal);
});
