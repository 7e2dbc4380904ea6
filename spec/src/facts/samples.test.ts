import { describe, expect, it } from "vitest";
import { readSample } from "./samples.ts";

describe("samples", () => {
  it("are read as data", () => {
    expect(readSample('{"lid": [1, null, "\\/"]}')).toEqual({ value: { lid: [1, null, "/"] } });
  });

  it.each([
    ['{"lid": 1, "rim": {"a": 1, "a": 2}}', { lid: 1, rim: { a: 2 } }, "key a repeated, last value kept"],
    ['{"lids": [{"id": "7",\n......', { lids: [{ id: "7" }] }, "cut off by dots, open brackets closed"],
    ['{"lids": [1,\n...\n2]}', { lids: [1, 2] }, "line of dots left out"],
    ['{"lid": 1,}', { lid: 1 }, "trailing comma left out"],
    ["{“lid”: 1}", { lid: 1 }, "full-width quotes replaced"],
    ['{"lid": {"a": "}"}', { lid: { a: "}" } }, "missing end added"],
  ])("are repaired, and say so: %s", (text, value, repair) => {
    const read = readSample(text);
    expect(read?.value).toEqual(value);
    expect(read?.repaired).toContain(repair);
  });

  it("are read from HTTP messages, without the secrets of the headers", () => {
    const read = readSample(
      'POST https://tea.example/v9/kettles\nContent-Type: application/json\nX-Auth-Token: not-a-token\n\n{"lid": 1}',
    );
    expect(read).toEqual({
      http: {
        request: "POST https://tea.example/v9/kettles",
        headers: {
          "Content-Type": "application/json",
          "X-Auth-Token": expect.stringMatching(/^<hash [0-9a-f]{12}>$/),
        },
      },
      value: { lid: 1 },
    });
    expect(readSample("https://tea.example/v9")).toEqual({ http: { request: "https://tea.example/v9" } });
  });

  it.each(["boil --now", '{"lid" 1}', "", "Content-Type: text/plain\n\nnot json"])(
    "are refused: %s",
    (text) => {
      expect(readSample(text)).toBeUndefined();
    },
  );

  it("lose the inside of private keys", () => {
    const key = "-----BEGIN PRIVATE KEY-----\\nobviously-fake\\n-----END PRIVATE KEY-----";
    const text = JSON.stringify(
      readSample(`{"keys": [{"key": "${key}"}], "certificate": "-----BEGIN CERTIFICATE-----"}`),
    );
    expect(text).not.toContain("obviously-fake");
    expect(text).toMatch(/-----BEGIN PRIVATE KEY-----\\n<hash [0-9a-f]{12}>\\n-----END PRIVATE KEY-----/);
    expect(text).toContain("-----BEGIN CERTIFICATE-----");
  });
});
