import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { formatSignatureDate } from "./auth/authorization-header.ts";
import { LISTENER, PROJECT } from "./testing/api.ts";
import { signedRequest } from "./testing/sign.ts";

const BIN = fileURLToPath(new URL("../bin/elb-emulator.js", import.meta.url));
const SEED = fileURLToPath(new URL("../../../examples/seed.json", import.meta.url));
const KEY = { ak: "EMULATOR0ACCESSKEY00", sk: "emulator-secret-key-not-a-secret" };

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

function run(...args: string[]) {
  const child = spawn(process.execPath, [BIN, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  children.push(child);
  const output = { out: "", err: "" };
  child.stdout.on("data", (chunk) => {
    output.out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output.err += chunk;
  });
  const ended = once(child, "close").then(([code]) => ({ code, ...output }));
  return {
    child,
    ended,
    firstOutput: Promise.race([once(child.stdout, "data"), once(child.stderr, "data")]),
    output,
  };
}

async function runReady(...args: string[]) {
  const running = run("--port", "0", "--ready-json", ...args);
  await running.firstOutput;
  const { url, port } = JSON.parse(running.output.out);
  return { ...running, url: url as string, port: port as number };
}

test("it says in one line of JSON when it is ready, and serves the seed to who signs", async () => {
  const { url, port, output } = await runReady("--seed", SEED, "--job-seconds", "0");
  expect(output).toEqual({ out: `${JSON.stringify({ url, port })}\n`, err: "" });
  const address = `${url}/v1.0/${PROJECT}/elbaas/listeners/${LISTENER}`;
  expect((await fetch(address)).status).toBe(401);
  const answer = await fetch(
    signedRequest("GET", address, { ...KEY, date: formatSignatureDate(Date.now()) }),
  );
  expect(await answer.json()).toMatchObject({ id: LISTENER, protocol: "TCP", port: 88, member_number: 0 });
});

test("payloads arrive as they were sent, with a length or in chunks", async () => {
  const { url } = await runReady("--seed", SEED, "--job-seconds", "0");
  const address = `${url}/v1.0/${PROJECT}/elbaas/listeners/${LISTENER}/members`;
  const date = formatSignatureDate(Date.now());
  const bodies = ["172.16.0.31", "172.16.0.32"].map((ip) =>
    JSON.stringify([{ server_id: "s", address: ip }]),
  );
  const [whole, chunked] = bodies.map((body) => signedRequest("POST", address, { ...KEY, date, body }));
  expect((await fetch(whole as Request)).status).toBe(200);
  const { headers, body } = chunked as Request;
  const inChunks = await fetch(address, { method: "POST", headers, body, duplex: "half" } as RequestInit);
  expect(inChunks.status).toBe(200);
  const tooLarge = new Uint8Array(12 * 1024 * 1024 + 1);
  expect((await fetch(address, { method: "POST", body: tooLarge })).status).toBe(413);
});

test("a person reads where it is, on stderr", async () => {
  const { firstOutput, output } = run("--port", "0");
  await firstOutput;
  expect(output.out).toBe("");
  expect(output.err).toMatch(
    /^elb-emulator: ready at http:\/\/127\.0\.0\.1:\d+ \(no credentials given, nothing is checked\)/,
  );
});

test.each(["SIGINT", "SIGTERM"] as const)(
  "%s stops it cleanly, open connections notwithstanding",
  async (signal) => {
    const { child, ended, url } = await runReady("--quiet");
    await fetch(url);
    child.kill(signal);
    expect(await ended).toMatchObject({ code: 0, err: "" });
  },
);

test("a taken port ends it with one line and code 1", async () => {
  const { port } = await runReady();
  const { code, out, err } = await run("--port", String(port)).ended;
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toBe(
    `elb-emulator: port ${port} on 127.0.0.1 is taken; choose another with --port, or --port 0 for any free one.\n`,
  );
});

test.each<[string, string[]]>([
  ["Unknown option '--prot'.", ["--prot", "1"]],
  ["seed: no-such-file.json cannot be read.", ["--seed", "no-such-file.json"]],
  ["seed: the file is not JSON.", ["--seed", BIN]],
  ["faults: no-such-file.json cannot be read.", ["--faults", "no-such-file.json"]],
  ["--docs no-such-folder is not a folder.", ["--docs", "no-such-folder"]],
])("wrong usage ends it with code 2: %s", async (message, args) => {
  const { code, out, err } = await run(...args).ended;
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(/^elb-emulator: /);
  expect(err).toContain(message);
  expect(err).not.toContain("    at ");
});

test("every request is a line on stderr, without secrets", async () => {
  const { child, ended, url } = await runReady("--seed", SEED);
  const secret = "s3cr3t-value";
  await fetch(`${url}/v1.0/${PROJECT}/jobs/1?token=${secret}`, { headers: { "X-Auth-Token": secret } });
  await fetch(`${url}/no/where`);
  child.kill("SIGTERM");
  const { err, out } = await ended;
  expect(err).toMatch(
    /^\S+Z GET \/v1\.0\/\w+\/jobs\/1\?\*\*\* 401 \d+ms - getJob - APIGW\.0301.*\n\S+Z GET \/no\/where 404 \d+ms - APIGW\.0101\n$/,
  );
  expect(err + out).not.toContain(secret);
});

test("there is no administration unless it is asked for", async () => {
  const { url } = await runReady();
  for (const path of ["", "/", "/state", "/snapshot"]) {
    const response = await fetch(`${url}/_emulator${path}`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error_code: "APIGW.0101" });
  }
});

test("with administration a clock that stands is moved from job to job", async () => {
  const { url } = await runReady("--administration", "--clock", "manual");
  const post = async (path: string, body: object) => {
    const headers = { "Content-Type": "application/json" };
    const response = await fetch(url + path, { method: "POST", headers, body: JSON.stringify(body) });
    return (await response.json()) as Record<string, string>;
  };
  const balancer = { name: "n", type: "External", vpc_id: "v", bandwidth: 1, admin_state_up: 1 };
  const { job_id } = await post(`/v1.0/${PROJECT}/elbaas/loadbalancers`, balancer);
  const status = async () => {
    const response = await fetch(`${url}/v1.0/${PROJECT}/jobs/${job_id}`);
    return ((await response.json()) as { status: string }).status;
  };
  expect(await status()).toBe("INIT");
  await post("/_emulator/clock/advance", { milliseconds: 1000 });
  expect(await status()).toBe("RUNNING");
  await post("/_emulator/clock/advance", { to: "next-job" });
  expect(await status()).toBe("SUCCESS");
});

test("faults from a file are in force", async () => {
  const folder = mkdtempSync(join(tmpdir(), "elb-faults-"));
  const file = join(folder, "faults.json");
  writeFileSync(file, JSON.stringify([{ operations: ["listListeners"], status: 503, first: 1 }]));
  const { url } = await runReady("--faults", file);
  const get = async () => (await fetch(`${url}/v1.0/${PROJECT}/elbaas/listeners`)).status;
  expect([await get(), await get()]).toEqual([503, 200]);
  writeFileSync(file, '[{"status":1}]');
  const { code, err } = await run("--faults", file).ended;
  expect(code).toBe(2);
  expect(err).toBe("elb-emulator: faults[0].status has to be a whole number from 500 to 599.\n");
  rmSync(folder, { recursive: true });
});

test("a request that is late on purpose does not keep it from ending", async () => {
  const folder = mkdtempSync(join(tmpdir(), "elb-faults-"));
  const file = join(folder, "faults.json");
  writeFileSync(file, '[{"latencyMs":60000}]');
  const { child, ended, url } = await runReady("--faults", file);
  const late = fetch(`${url}/v1.0/${PROJECT}/elbaas/listeners`).catch(() => "gone");
  await fetch(`${url}/no/where`);
  child.kill("SIGTERM");
  expect((await ended).code).toBe(0);
  expect(await late).toBe("gone");
  rmSync(folder, { recursive: true });
});

test("--help goes to stdout", async () => {
  const { code, out, err } = await run("--help").ended;
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain("Usage: elb-emulator [options]");
});
