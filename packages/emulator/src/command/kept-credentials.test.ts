import { expect, test } from "vitest";
import { keepsCredentials } from "./kept-credentials.ts";

const row = (kind: string, value: unknown) => ({ kind, key: ["a"], value });

test.each([
  ["a key", row("keys", { key: { ak: "a", sk: "a-secret" } }), true],
  ["a token", row("tokens", { token: "a-token" }), true],
  ["a user with a password", row("users", { name: "a", password: "a-password" }), true],
  ["a temporary key", row("keys", { key: { ak: "a", sk: "a-secret" }, expiresAt: 1 }), false],
  ["a token that runs out", row("tokens", { token: "a-token", expiresAt: 1 }), false],
  ["the owner of the account", row("users", { name: "a", isOwner: true }), false],
  ["no credential", row("counters", 7), false],
])("%s in a state that was kept: whether requests are checked", (_, kept, expected) => {
  expect(keepsCredentials([kept])).toBe(expected);
});
