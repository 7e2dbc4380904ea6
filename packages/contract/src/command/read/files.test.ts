import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { nothingIn } from "../check/nothing.ts";
import type { Io } from "../io.ts";
import { problemIn } from "../report/problem-words.ts";
import { readFiles } from "./files.ts";
import { readRecorded } from "./recorded.ts";
import { isValue } from "./values.ts";

const folder = mkdtempSync(join(tmpdir(), "elb-contract-"));
afterAll(() => rmSync(folder, { recursive: true }));

function ioWith(stdin: readonly Buffer[] = [], signal = new AbortController().signal): Io {
  const stream = () => new PassThrough();
  return { stdin: Readable.from(stdin), stdout: stream(), stderr: stream(), env: {}, signal };
}

async function read(names: readonly string[], io: Io = ioWith()): Promise<string[]> {
  const seen: string[] = [];
  for await (const { items } of readFiles(names, io)) {
    for (const item of items) {
      const what = isValue(item) ? item.bytes.toString() : item.message;
      seen.push(`${item.position.replace(`${folder}/`, "")}: ${what}`);
    }
  }
  return seen;
}

function file(name: string, content: string | Buffer): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

const call = (id: number) => `{"request":{"url":"/${id}"}}`;
const HAR = `{"log":{"entries":[${call(1)},${call(2)}]}}`;
const TWO = [`a.har, entry 1: ${call(1)}`, `a.har, entry 2: ${call(2)}`];

test("files come one after the other", async () => {
  const lines = file("b.ndjson", `${call(3)}\n\n${call(4)}`);
  expect(await read([file("a.har", HAR), lines])).toEqual([
    ...TWO,
    `b.ndjson, line 1: ${call(3)}`,
    `b.ndjson, line 3: ${call(4)}`,
  ]);
});

test.each([
  ["with a byte order mark", `\ufeff${HAR}`],
  ["compressed", gzipSync(HAR)],
  ["compressed in two parts", Buffer.concat([gzipSync(HAR.slice(0, 20)), gzipSync(HAR.slice(20))])],
])("a file %s", async (_, content) => {
  expect(await read([file("a.har", content)])).toEqual(TWO);
});

test("standard input in small pieces, compressed", async () => {
  const bytes = [...gzipSync(HAR)].map((byte) => Buffer.from([byte]));
  expect(await read(["-"], ioWith(bytes))).toEqual([
    `stdin, entry 1: ${call(1)}`,
    `stdin, entry 2: ${call(2)}`,
  ]);
});

test("what can be read before a compressed file breaks is read", async () => {
  const calls = Array.from({ length: 20_000 }, (_, index) => call(index)).join("\n");
  const whole = gzipSync(calls);
  const half = Math.floor(whole.length / 2);
  const cut = await read([file("a.gz", whole.subarray(0, half))]);
  expect(cut.length).toBeGreaterThan(5000);
  expect(cut.at(-1)).toBe("a.gz: The compressed file ends before its content does.");
  const damaged = Buffer.from(whole);
  damaged.fill(0xff, half, half + 50);
  expect((await read([file("a.gz", damaged)])).at(-1)).toMatch(/^a\.gz: The compressed file is damaged \(Z_/);
});

test("garbage behind a compressed file takes nothing of it", async () => {
  const content = Buffer.concat([gzipSync(HAR), Buffer.from("garbage")]);
  const message = "a.gz: The compressed file is damaged (Z_DATA_ERROR).";
  const entries = TWO.map((entry) => entry.replace("a.har", "a.gz"));
  expect(await read([file("a.gz", content)])).toEqual([...entries, message]);
  const bytes = [...content].map((byte) => Buffer.from([byte]));
  expect((await read(["-"], ioWith(bytes))).map((one) => one.replace("stdin", "a.gz"))).toEqual([
    ...entries,
    message,
  ]);
});

test("where the file ends within a call, those that it has taken in are found", async () => {
  expect(
    await read([
      file("a.har", `{"log":{"entries":[{"request":{"a":{"b":{"c":{},\n${call(1)},\n${call(2)}]}}`),
    ]),
  ).toEqual([
    "a.har, entry 1: The file ends within this entry.",
    `a.har, entry 1+1: ${call(1)}`,
    `a.har, entry 1+2: ${call(2)}`,
  ]);
});

test("every problem can be told in Chinese", async () => {
  const broken: readonly (string | Buffer)[] = [
    "",
    Buffer.from(`\ufeff${HAR}`, "utf16le"),
    '{"log":{}}',
    gzipSync(HAR).subarray(0, 30),
    Buffer.concat([gzipSync(HAR), Buffer.from("garbage")]),
    '{"log":{"entries":[5,{}},{}],{},{"a"',
    '{"log":{"entries":[{}',
    '{"log":{"entries":[]}}}',
    '{"log":{"entries":[]}} x',
    '{"lo',
  ];
  const names = broken.map((content, index) => file(`${index}.har`, content));
  const problems = [];
  for await (const { items } of readFiles([...names, folder, "missing"], ioWith())) {
    for (const item of items) if (!isValue(item)) problems.push(item);
  }
  const request = { method: "GET", url: "/" };
  const values = [
    "{",
    "5",
    "{}",
    '{"request":{}}',
    ...["base64", "x"].map((encoding) => ({ request: { ...request, postData: { text: "$", encoding } } })),
    ...["base64", "x"].map((encoding) => ({
      request,
      response: { status: 200, content: { text: "$", encoding } },
    })),
  ];
  for (const value of values) {
    const bytes = Buffer.from(typeof value === "string" ? value : JSON.stringify(value));
    for (const message of readRecorded(bytes, "").faults) problems.push({ position: "", message });
  }
  problems.push(nothingIn(["a"], [], 0), nothingIn(["a"], [], 5), nothingIn(["a"], ["b", "c"], 5));
  expect(new Set(problems.map(({ message }) => message)).size).toBeGreaterThan(20);
  for (const problem of problems) {
    const { message } = problemIn(problem, "zh-CN");
    expect(message).toMatch(/[\u4e00-\u9fff].*。$/);
    expect(message).not.toContain("{}");
    expect(problemIn(problem, "en")).toBe(problem);
  }
});

test.each([
  ["nothing", "", "There is nothing in it."],
  ["white space", " \n\n", "There is nothing in it."],
  ["UTF-16", Buffer.from(`\ufeff${HAR}`, "utf16le"), "This is UTF-16. Save it as UTF-8."],
  ["a HAR without entries", '{"log":{}}', 'This is JSON without the list "log.entries" that a HAR has.'],
])("%s", async (_, content, message) => {
  expect(await read([file("a.har", content)])).toEqual([`a.har: ${message}`]);
});

test("what cannot be opened does not keep the others from being read", async () => {
  const missing = join(folder, "missing.har");
  expect(await read([missing, folder, file("a.har", HAR)])).toEqual([
    `missing.har: ${missing} cannot be read (ENOENT).`,
    `${folder}: ${folder} is a folder. Name the files in it.`,
    ...TWO,
  ]);
});

test("a signal stops it", async () => {
  const stop = new AbortController();
  stop.abort();
  const seen = await read([file("a.har", HAR), file("b.har", HAR)], ioWith([], stop.signal));
  expect(seen).toEqual([...TWO, "a.har: Reading was stopped here."]);
});
