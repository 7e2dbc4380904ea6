import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { credentialScope, derivedKey, signRequest } from "../signing.ts";
import { run } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "elb-sign-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const nothing = file("nothing", "");

const keys = { ak: "FAKEACCESSKEY0000001", sk: "fake-secret-key-for-tests" };
const url = "https://elb.cn-north-1.myhuaweicloud.com/v1.0/p/elbaas/listeners?limit=2";
const environment = {
  ELB_AK: keys.ak,
  ELB_SK: keys.sk,
  HUAWEICLOUD_SDK_CREDENTIALS_FILE: nothing,
};

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2020, 5, 8, 2, 39), toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

async function sign(args: string[], env: Record<string, string> = environment, input: Uint8Array[] = []) {
  const said = { out: "", err: "" };
  const into = (key: keyof typeof said) =>
    new Writable({
      write(chunk, _, done) {
        said[key] += chunk;
        done();
      },
    });
  const io = { stdin: Readable.from(input), stdout: into("out"), stderr: into("err"), env };
  const code = await run(args, io);
  return { code, ...said };
}

const lines = (headers: Record<string, string>): string =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join("");
const json = { "Content-Type": "application/json" };

describe("elb-sign", () => {
  it("prints the headers of a GET, one a line", async () => {
    const { headers } = signRequest({ method: "GET", url, headers: json }, keys);
    expect(await sign([url])).toEqual({ code: 0, out: lines(headers), err: "" });
  });

  it("signs the exact bytes of a text, a file or standard input, and takes POST for the method", async () => {
    const body = new Uint8Array([0x22, 0xff, 0x0a]);
    const { headers } = signRequest({ method: "POST", url, headers: json, body }, keys);
    const expected = { code: 0, out: lines(headers), err: "" };
    expect(await sign(["--data", `@${file("body", body)}`, url])).toEqual(expected);
    expect(await sign([url, "--data=@-"], environment, [body.slice(0, 1), body.slice(1)])).toEqual(expected);
    const text = signRequest({ method: "DELETE", url, headers: json, body: "{ }\n" }, keys);
    const given = ["--method", "DELETE", "--data", "{ }\n", url];
    expect((await sign(given)).out).toBe(lines(text.headers));
  });

  it("signs for the project that is given, else for the one beside the keys", async () => {
    const headersFor = (project: string) =>
      lines(signRequest({ method: "GET", url, headers: { ...json, "X-Project-Id": project } }, keys).headers);
    const env = { ...environment, ELB_PROJECT_ID: "beside" };
    expect((await sign([url], env)).out).toBe(headersFor("beside"));
    expect((await sign(["--project", "given", url], env)).out).toBe(headersFor("given"));
  });

  it("finds the keys in the vendor's file, and sends a security token along", async () => {
    const text = `[basic]\nak = ${keys.ak}\nsk = ${keys.sk}\nsecurity_token = some-security-token\n`;
    const env = { HUAWEICLOUD_SDK_CREDENTIALS_FILE: file("credentials", text) };
    const temporary = { ...keys, securityToken: "some-security-token" };
    const { headers } = signRequest({ method: "GET", url, headers: json }, temporary);
    expect((await sign([url], env)).out).toBe(lines(headers));
  });

  it.each([
    ["plain", undefined],
    ["derived-key:region-1/elb", derivedKey({ region: "region-1", service: "elb" })],
    ["credential-scope:/", credentialScope({ region: "", service: "" })],
  ])("signs by %s, for another host", async (name, algorithm) => {
    const options = { signingHost: "elb.example.com:8443", ...(algorithm && { algorithm }) };
    const { headers } = signRequest({ method: "GET", url, headers: json }, keys, options);
    const { out } = await sign(["--algorithm", name, "--signing-host", "elb.example.com:8443", url]);
    expect(out).toBe(lines(headers));
  });

  it("explains itself", async () => {
    const { code, out } = await sign(["--help"], {});
    expect(code).toBe(0);
    for (const option of [
      "--method",
      "--data",
      "--project",
      "--algorithm",
      "--signing-host",
      "HUAWEICLOUD_SDK_",
    ])
      expect(out).toContain(option);
  });

  it.each(["EPIPE", "ENOSPC"])("ends with 2 and a sentence where its output meets %s", async (code) => {
    let err = "";
    const full = new Writable({ write: (_, __, done) => done(Object.assign(new Error("write"), { code })) });
    const stderr = new Writable({
      write(chunk, _, done) {
        err += chunk;
        done();
      },
    });
    const io = { stdin: Readable.from([]), stdout: full, stderr, env: environment };
    expect(await run([url], io)).toBe(2);
    expect(err).toBe(`elb-sign: The output cannot be written (${code}).\n`);
    expect(await run(["--bogus"], { ...io, stderr: full })).toBe(2);
  });

  it.each<[string, string[], Record<string, string>]>([
    ["Give an http or https URL.", ["ftp://h/"], {}],
    ["Give an http or https URL.", ["javascript:1"], {}],
    ["The project beside the keys is not an id", [url], { ELB_PROJECT_ID: "a\nX-Evil: 1" }],
    ["Give exactly one URL.", [], {}],
    ["Give exactly one URL.", [url, url], {}],
    ["Unknown option '--hots'.", ["--hots", url], {}],
    ["The URL to sign is not absolute", ["/v1.0"], {}],
    ["must be the name of an HTTP method", ["--method", "A B", url], {}],
    ["--project takes the id", ["--project", "", url], {}],
    ["--algorithm takes plain", ["--algorithm", "sm3:a/b", url], {}],
    ["--algorithm takes plain", ["--algorithm", "derived-key", url], {}],
    ["derivedKey() needs `region`", ["--algorithm", "derived-key:/elb", url], {}],
    ["`signingHost` must be a host", ["--signing-host", "a/b", url], {}],
    ["missing of --data cannot be read (ENOENT).", ["--data", `@${join(folder, "missing")}`, url], {}],
    ["longer than 12 MB", ["--data", `@${file("long", new Uint8Array(13 << 20))}`, url], {}],
    ["No access key was found", [url], { ELB_AK: "", ELB_SK: "" }],
    ["ELB_AK without ELB_SK", [url], { ELB_SK: "" }],
    ["send it as X-Auth-Token", [url], { ELB_AK: "", ELB_SK: "", ELB_TOKEN: "some-long-token" }],
    ["contains white space", [url], { ELB_SK: `${keys.sk}\n` }],
  ])("ends with 2 and a sentence: %s", async (said, args, env) => {
    const { code, out, err } = await sign(args, { ...environment, ...env });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(said);
    expect(err).toMatch(/^elb-sign: .*\.\n/);
    expect(err).not.toMatch(/fake-secret|FAKEACCESS|some-long-token/);
  });
});
