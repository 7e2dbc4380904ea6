import { readFileSync } from "node:fs";
import { PassThrough, Readable } from "node:stream";
import { errorCodes } from "@elb-classic/spec/error-codes";
import { describe, expect, test } from "vitest";
import { table } from "../../../.build-validators/table.js";
import { CODE_MEANINGS, meaningOf } from "./finding-codes.ts";
import { run } from "./index.ts";
import { nearest } from "./nearest.ts";

async function explain(args: readonly string[], stdin = ""): Promise<string> {
  const stdout = new PassThrough({ encoding: "utf8" });
  const stream = { stderr: new PassThrough(), stdin: Readable.from([Buffer.from(stdin)]) };
  const code = await run(args, { ...stream, stdout, env: {}, signal: new AbortController().signal });
  expect(code).toBe(0);
  return String(stdout.read());
}

const readme = readFileSync(new URL("../../../README.md", import.meta.url), "utf8");
const rows = [...readme.matchAll(/^\| (`[a-z]+\.[^|]+?) +\| ([^|]+?) +\|/gm)].map(([, codes, severity]) => ({
  codes: [...codes!.matchAll(/`([\w.-]+)`/g)].map(([, code]) => code!),
  severity: severity!,
}));

test("every code of a finding is explained once, with the severity that the README gives", () => {
  const listed = rows.flatMap(({ codes, severity }) => codes.map((code) => [code, severity]));
  expect(listed.length).toBeGreaterThan(40);
  const explained = CODE_MEANINGS.flatMap(({ codes, severity }) => codes.map((code) => [code, severity.en]));
  expect(explained.sort()).toEqual(listed.sort());
});

test("a finding code", async () => {
  expect(await explain(["request.body.range"])).toBe(`request.body.range
  When        too small or too large a number
  Severity    error
  Example     "port": 70000
  What to do  ${meaningOf("request.body.range")!.remedy.en}
`);
  expect(await explain(["request.body.range", "--language", "zh-CN"])).toContain("数值过小或过大");
});

test("every error code of the service, in both languages", async () => {
  for (const { code, meaning } of Object.values(errorCodes)) {
    expect(await explain([code])).toContain(meaning.en);
    expect(await explain([code, "--language", "zh-CN"])).toContain(meaning.zh);
  }
  expect(Object.keys(table.errorCodes.rows).length).toBeGreaterThan(100);
});

describe("a text in which a code stands", () => {
  test.each([
    ['{"error":{"message":"x","code":"ELB.1003"}}'],
    ['{"error_code":"ELB.1003","error_msg":"x"}'],
    ['{"code":"ELB.1003"}'],
    ["elb.1003"],
    ['HTTP 400: {"error":{"code":"ELB.1003"'],
  ])("%s", async (text) => {
    expect(await explain([text])).toMatch(/^ELB\.1003 {2}\(HTTP 400\)\n/);
    expect(await explain(["-"], text)).toMatch(/^ELB\.1003 /);
  });

  test("what was said tells which meaning it has", async () => {
    const said = "Incorrect IAM authentication information: ak ABC not exist";
    const text = await explain([JSON.stringify({ error_code: "APIGW.0301", error_msg: said })]);
    expect(text.match(/^APIGW\.0301/gm)).toHaveLength(1);
    expect((await explain(["APIG.0301"])).match(/^APIGW\.0301/gm)!.length).toBeGreaterThan(1);
  });
});

test("what looks like a code in a text need not be one", async () => {
  expect(await explain(["see Test.1234 and ELB.1003"])).toMatch(/^ELB\.1003 /);
  await expect(explain(["Test.1234 and Test.1235"])).rejects.toThrow('there is no code "Test.1234"');
});

test.each([
  [["ELB.10033"], 'there is no code "ELB.10033"; did you mean ELB.1003?'],
  [["request.body.rang"], "did you mean request.body.range?"],
  [["nothing like it at all, really"], /^there is no code "nothing like it at all, really"$/],
  [[], "explain needs a code."],
])("%j is refused", async (args, message) => {
  await expect(explain(args)).rejects.toThrow(message);
});

test("the nearest of several", () => {
  expect(nearest("abd", ["xyz", "abc", "ab"])).toBe("abc");
  expect(nearest("abc", ["xyzw"])).toBeUndefined();
  expect(nearest("x".repeat(1e6), ["x"])).toBeUndefined();
});
