import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { answerOf, operations, payloadOf } from "./support/description.mjs";
import { inTurn, median, ratio } from "./support/figures.mjs";
import { inRoot, node } from "./support/servers.mjs";

export const question = "How fast does elb-contract check a HAR of 150 MB, and with how much memory?";
export const target = "at least 1.5 times redocly drift, with a quarter of its memory";
export const head = ["command", "calls/s", "of redocly", "MiB", "of redocly"];

const SIZE = 150_000_000;
const SERVER = "https://elb.example.com";

export async function run() {
  const folder = mkdtempSync(join(tmpdir(), "elb-bench-"));
  try {
    const har = join(folder, "traffic.har");
    const calls = writeHar(har);
    const own = (jobs) =>
      measure([inRoot("packages/contract/bin/elb-contract.js"), "check", har, "--jobs", jobs]);
    const measures = [own("1"), own("2"), measure(drift(har, join(folder, "drift.json")))];
    const [one, two, redocly] = await inTurn(3, measures);
    const row = (name, figures) => [
      name,
      Math.round(calls / median(figures.map(({ seconds }) => seconds))),
      ratio(of(redocly, "seconds"), of(figures, "seconds")).toFixed(2),
      Math.round(median(of(figures, "memory"))),
      ratio(of(figures, "memory"), of(redocly, "memory")).toFixed(2),
    ];
    return [
      row("elb-contract check --jobs 1", one),
      row("elb-contract check --jobs 2", two),
      row("redocly drift", redocly),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const of = (figures, name) => figures.map((figure) => figure[name]);

function drift(har, output) {
  const cli = dirname(createRequire(inRoot("docs/package.json")).resolve("@redocly/cli/package.json"));
  const description = inRoot("spec/dist/elb.openapi.json");
  return [
    join(cli, "bin/cli.js"),
    "drift",
    har,
    "--api",
    description,
    "--server",
    SERVER,
    "--format",
    "json",
    "-o",
    output,
  ];
}

/** Seconds from start to end, and the most memory that was held. */
function measure(args) {
  return async () => {
    const begin = performance.now();
    const child = spawn(node, ["--require", inRoot("bench/support/peak.cjs"), ...args], {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
      env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
    });
    const [memory] = await Promise.all([text(child.stdio[3]), once(child, "close")]);
    if (child.exitCode !== 0) throw new Error(`${args.slice(0, 2).join(" ")} has failed.`);
    return { seconds: (performance.now() - begin) / 1000, memory: Number(memory) };
  };
}

/** Writes every call of the examples over and over, and gives how many calls that are. */
function writeHar(file) {
  const entries = Object.keys(operations).map((id) => JSON.stringify(entryOf(id)));
  const output = openSync(file, "w");
  let size = writeSync(
    output,
    '{"log":{"version":"1.2","creator":{"name":"bench","version":"1"},"entries":[',
  );
  let calls = 0;
  while (size < SIZE) {
    size += writeSync(output, `${calls === 0 ? "" : ","}${entries.join(",")}`);
    calls += entries.length;
  }
  writeSync(output, "]}}");
  closeSync(output);
  return calls;
}

const list = (record) => Object.entries(record).map(([name, value]) => ({ name, value }));

function entryOf(id) {
  const { method, path, success } = operations[id];
  const [sent, answered] = [payloadOf(id), answerOf(id)].map((body) =>
    body === undefined ? "" : JSON.stringify(body),
  );
  const url = path.replace("{api_version}", "v1.0").replaceAll(/\{(\w+)\}/g, "$1-1");
  const mimeType = "application/json";
  return {
    startedDateTime: "2024-05-06T07:08:09.123Z",
    time: 51.2,
    request: {
      method,
      url: SERVER + url,
      httpVersion: "HTTP/1.1",
      headers: list({
        Host: new URL(SERVER).host,
        "Content-Type": mimeType,
        "X-Auth-Token": "t".repeat(60),
        "User-Agent": "bench/1",
        Accept: mimeType,
      }),
      cookies: [],
      queryString: [],
      headersSize: -1,
      bodySize: sent.length,
      ...(sent !== "" && { postData: { mimeType, text: sent } }),
    },
    response: {
      status: success,
      statusText: "OK",
      httpVersion: "HTTP/1.1",
      headers: list({
        Date: "Mon, 06 May 2024 07:08:09 GMT",
        "Content-Type": mimeType,
        "X-Request-Id": "3f2c6bd2a8fe42a3b8c1d4bb5a5cf8c0",
        Server: "api-gateway",
      }),
      cookies: [],
      content: { size: answered.length, mimeType, text: answered },
      redirectURL: "",
      headersSize: -1,
      bodySize: answered.length,
    },
    cache: {},
    timings: { send: 0.1, wait: 50, receive: 1.1 },
  };
}
