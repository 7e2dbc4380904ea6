import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import type { Io } from "../io.ts";
import { readFiles } from "./files.ts";
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
