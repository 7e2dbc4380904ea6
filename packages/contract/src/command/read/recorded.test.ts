import { describe, expect, test } from "vitest";
import { readRecorded } from "./recorded.ts";

const read = (value: unknown) => readRecorded(Buffer.from(JSON.stringify(value)), "here");
const request = { method: "POST", url: "/v1.0/p/elbaas/listeners" };

test("an entry of a HAR", () => {
  const { exchange, faults } = read({
    startedDateTime: "2024-05-06T07:08:09.123Z",
    request: {
      ...request,
      headers: [
        { name: ":authority", value: "elb.example.com" },
        { name: "X-A", value: "1" },
        { name: "x-a", value: "2" },
        { name: "broken" },
        null,
      ],
      postData: { mimeType: "application/json", text: '{"port":80}' },
    },
    response: { status: 200, headers: [], content: { size: 13, text: '{"id":"a"}' } },
  });
  expect(faults).toEqual([]);
  expect(exchange).toMatchObject({
    position: "here",
    startedAt: "2024-05-06T07:08:09.123Z",
    request: {
      ...request,
      headers: [
        ["X-A", "1"],
        ["x-a", "2"],
      ],
      body: { port: 80 },
    },
    response: { status: 200, headers: [], body: { id: "a" } },
  });
});

test("a call as this package writes it", () => {
  const { exchange } = read({
    request: { ...request, headers: { a: "1", b: ["2", "3"], c: 4 }, body: "not json" },
    response: { status: "404", headers: [["d", "5"]], body: null },
  });
  expect(exchange?.request.headers).toEqual([
    ["a", "1"],
    ["b", "2"],
    ["b", "3"],
  ]);
  expect(exchange?.request.body).toBe("not json");
  expect(exchange?.response).toMatchObject({ status: 404, headers: [["d", "5"]], body: undefined });
});

test("text that is a JSON string is left as text, since that is what it is the text of", () => {
  expect(read({ request: { ...request, body: '"a"' } }).exchange?.request.body).toBe('"a"');
});

test.each([undefined, null, {}, { status: 0 }, { status: -1 }, { status: "aborted" }])(
  "%j is no answer",
  (response) => {
    expect(read({ request, response }).exchange?.response).toBeUndefined();
  },
);

describe("payloads", () => {
  const payload = (content: unknown, bodySize?: number) => {
    const { exchange, unrecorded, faults } = read({ request, response: { status: 200, content, bodySize } });
    return { body: exchange?.response?.body, isMissing: unrecorded.response, faults };
  };
  const base64 = (text: string | Buffer) => Buffer.from(text as string).toString("base64");

  test.each([
    ["base64", { text: base64('{"ä":1}'), encoding: "base64" }, { ä: 1 }],
    ["base64 over several lines", { text: "e30\r\n=", encoding: "base64" }, {}],
    ["base64 for URLs", { text: base64('"?>"').replaceAll("/", "_"), encoding: "base64" }, '"?>"'],
    ["no encoding", { text: "{}", encoding: "" }, {}],
    ["a form", { params: [{ name: "a b", value: "c&d" }, { name: "e" }] }, "a+b=c%26d&e="],
    ["an empty one", { text: "", size: 0 }, undefined],
  ])("%s", (_, content, body) => {
    expect(payload(content)).toEqual({ body, isMissing: false, faults: [] });
  });

  test("bytes that are no text stay bytes", () => {
    expect(payload({ text: base64(Buffer.from([0xff, 0xfe])), encoding: "base64" }).body).toEqual(
      Buffer.from([0xff, 0xfe]),
    );
  });

  test.each([
    ["a size without a text", { size: 10 }, undefined],
    ["a text that was not kept", { size: 10, text: "" }, undefined],
    ["a size that is not known", { size: -1 }, -1],
  ])("%s was not recorded", (_, content, bodySize) => {
    expect(payload(content, bodySize)).toEqual({ body: undefined, isMissing: true, faults: [] });
  });

  test("nothing was sent where a size says so", () => {
    expect(payload({ size: -1 }, 0).isMissing).toBe(false);
    expect(payload(undefined).isMissing).toBe(false);
  });

  test.each([
    ["base64", "a$b=", "The payload of the answer is not base64."],
    ["base64", "abcde", "The payload of the answer is not base64."],
    ["rot13", "abc", "The payload of the answer has an encoding other than base64."],
  ])("%s of %j is reported", (encoding, text, fault) => {
    expect(payload({ text, encoding })).toEqual({ body: undefined, isMissing: true, faults: [fault] });
  });
});

test.each([
  ['{"a":', /^This is not JSON/],
  ["5", /^This is no call: it has no "request"\.$/],
  ['{"request":5}', /it has no "request"/],
  ['{"request":{"method":"GET"}}', /has no "method" or no "url"/],
])("%s is no call", (text, message) => {
  const { exchange, faults } = readRecorded(Buffer.from(text), "here");
  expect(exchange).toBeUndefined();
  expect(faults).toEqual([expect.stringMatching(message)]);
});

test("what breaks is not quoted", () => {
  const { faults } = readRecorded(Buffer.from('{"password": hunter2}'), "here");
  expect(faults.join()).not.toContain("hunter");
});

test("what is not UTF-8 is reported, and read as far as it can be", () => {
  const bytes = Buffer.from(JSON.stringify({ request: { ...request, headers: { a: "ÿ" } } }), "latin1");
  const { exchange, faults } = readRecorded(bytes, "here");
  expect(faults).toEqual(["This is not UTF-8 throughout."]);
  expect(exchange?.request.url).toBe(request.url);
  const own = Buffer.from(JSON.stringify({ request: { ...request, headers: { a: "\ufffd" } } }));
  expect(readRecorded(own, "here").faults).toEqual([]);
});

test("depth is for the engine to judge", () => {
  const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
  const { exchange } = readRecorded(
    Buffer.from(`{"request":{"method":"GET","url":"/","body":${deep}}}`),
    "here",
  );
  expect(exchange).toBeDefined();
});
