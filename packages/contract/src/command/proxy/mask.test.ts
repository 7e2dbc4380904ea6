import { describe, expect, test } from "vitest";
import { maskHeaders, maskPayload, maskSecrets, secretsIn } from "./mask.ts";

const TOKEN = "MIIsecret0+/a==";
const [BEGIN, END] = ["-----BEGIN PRIVATE KEY-----", "-----END PRIVATE KEY-----"];
const secrets = secretsIn(["X-Auth-Token", TOKEN]);

test.each([
  ["as it is", `{"a":"no ${TOKEN}"}`],
  ["with escapes by code", '{"a":"no MIIsecret0+/a\\u003d\\u003d"}'],
  ["with escaped slashes", '{"a":"no MIIsecret0+\\/a=="}'],
  ["percent-encoded", '{"a":"no MIIsecret0%2B%2fa=%3D"}'],
])("a payload does not repeat a token %s", (_, text) => {
  expect(maskPayload(text, secrets)).toBe('{"a":"no ***"}');
});

test("nor does a name in it, nor a header with quotes", () => {
  expect(maskPayload('{"MIIsecret0+\\/a==":[1]}', secrets)).toBe('{"***":[1]}');
  expect(maskPayload('["Digest a=\\"secret0\\""]', secretsIn(["Authorization", 'Digest a="secret0"']))).toBe(
    '["***"]',
  );
});

test("nothing is left of a secret that holds another", () => {
  const both = secretsIn(["X-Auth-Token", "MIIsecret0", "X-Security-Token", "MIIsecret0more"]);
  expect(maskSecrets("a MIIsecret0more b MIIsecret0", both)).toBe("a *** b ***");
});

test("headers do not repeat a token", () => {
  expect(maskHeaders(["X-Echo", `was ${TOKEN}`, "Location", "/?a=MIIsecret0%2B/a==&b=1"], secrets)).toEqual([
    ["X-Echo", "was ***"],
    ["Location", "/?a=***&b=1"],
  ]);
});

test("a URL does not repeat a token, and stays as it is otherwise", () => {
  expect(maskSecrets(`http://a/b%20c?d=${encodeURIComponent(TOKEN)}&e=%2B`, secrets)).toBe(
    "http://a/b%20c?d=***&e=%2B",
  );
  expect(maskSecrets("/?a=secret0+b%2Fc", ["secret0 b/c"])).toBe("/?a=***");
});

describe("a private key", () => {
  test.each(["private_key", "Private_Key", "privateKey", "PRIVATE-KEY", "private\\u005fkey"])(
    "is masked by the name %s",
    (name) => {
      const masked = maskPayload(`{"a":{"${name}":"MIIsecret0"}}`, []);
      expect(JSON.parse(masked!)).toEqual({ a: { [JSON.parse(`"${name}"`)]: "***" } });
    },
  );

  test.each([
    [`${BEGIN}\nsecret0\n${END}\nMIIsecret0\n`, `${BEGIN}\n***\n${END}`],
    [`secret0 ${BEGIN}\nsecret0\n${END}\n${BEGIN}\nsecret0\n${END}`, `${BEGIN}\n***\n${END}`],
    [`${BEGIN}\nsecret0`, `${BEGIN}\n***`],
    [`secret0\n${END}`, `***\n${END}`],
    ["", ""],
  ])("%j keeps its first and last line only", (value, masked) => {
    expect(JSON.parse(maskPayload(JSON.stringify({ private_key: value }), [])!).private_key).toBe(masked);
  });

  test.each([
    '{"private\\u005fkey":"MIIsecret0"',
    '{"privateKey":"MIIsecret0"',
    '"private_key=MIIsecret0"',
    '"{\\"private\\\\u005fkey\\":\\"MIIsecret0\\"}"',
  ])("is left out with the payload where that has no names to tell it by: %s", (text) => {
    expect(maskPayload(text, [])).toBeUndefined();
  });
});

test("what holds no secret stays byte by byte", () => {
  for (const text of ['{ "a": 1.0, "b": "c\\nd" }', '"text"', "<html>100%</html>"]) {
    expect(maskPayload(text, secrets)).toBe(text);
  }
});
