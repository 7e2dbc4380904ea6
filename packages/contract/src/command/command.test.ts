// The command as it is installed: run from what was built.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";

const bin = fileURLToPath(new URL("../../bin/elb-contract.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "elb-contract-"));
afterAll(() => rmSync(folder, { recursive: true }));

function start(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [bin, ...args], { cwd: folder, stdio: "pipe" });
}

async function run(args: readonly string[], stdin: string | Buffer = "") {
  const child = start(args);
  child.stdin!.on("error", () => undefined).end(stdin);
  const [stdout, stderr] = await Promise.all([
    text(child.stdout!),
    text(child.stderr!),
    once(child, "close"),
  ]);
  return { code: child.exitCode, stdout, stderr };
}

function file(name: string, content: string | Buffer): string {
  writeFileSync(join(folder, name), content);
  return name;
}

const read = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8"));

const HOST = "https://elb.example.com";
const PROJECT = `${HOST}/v1.0/55300f3c8f764c06b1a32e2302edc305`;
const headers = { "Content-Type": "application/json", "X-Auth-Token": "a-token" };

function get(path: string, body: unknown, status = 200) {
  return {
    request: { method: "GET", url: path.startsWith("/") ? PROJECT + path : path, headers },
    response: { status, headers, body },
  };
}

const GOOD = get("/elbaas/listeners/l1/members", []);
const BAD = get("/elbaas/listeners/l1/members", [{ id: 5 }]);
const FOREIGN = get("https://www.example.com/", "<html>");
const lines = (...calls: readonly unknown[]) => calls.map((call) => `${JSON.stringify(call)}\n`).join("");
const har = (...entries: readonly unknown[]) => JSON.stringify({ log: { version: "1.2", entries } });

describe("the command line", () => {
  test("help and version", async () => {
    const help = await run(["--help"]);
    expect(help).toMatchObject({ code: 0, stderr: "" });
    expect(help.stdout).toContain("Usage: elb-contract COMMAND");
    const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
    expect(await run(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });

  test.each(["check", "coverage", "proxy", "probe", "explain"])(
    "%s loads and says what it takes",
    async (name) => {
      const { code, stdout, stderr } = await run([name, "--help"]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout).toContain(`Usage: elb-contract ${name}`);
      expect(stdout).toContain("Exit codes:");
    },
  );

  test.each([
    [
      [],
      "elb-contract: a command is missing: check, coverage, proxy, probe, explain.\nRun elb-contract --help for what it takes.\n",
    ],
    [
      ["chekc"],
      'elb-contract: there is no command "chekc", only check, coverage, proxy, probe, explain.\nRun elb-contract --help for what it takes.\n',
    ],
    [
      ["check"],
      "elb-contract: check needs a file, or - for standard input.\nRun elb-contract check --help for what it takes.\n",
    ],
    [
      ["check", "-", "-"],
      "elb-contract: standard input can only be read once.\nRun elb-contract check --help for what it takes.\n",
    ],
    [
      ["check", "a", "--format", "xml"],
      'elb-contract: --format takes pretty, json, ndjson, junit, sarif, github or html, not "xml".\nRun elb-contract check --help for what it takes.\n',
    ],
    [
      ["check", "a", "--update-baseline"],
      "elb-contract: --update-baseline needs --baseline FILE, which it writes.\nRun elb-contract check --help for what it takes.\n",
    ],
    [
      ["coverage"],
      "elb-contract: coverage needs a file, or - for standard input.\nRun elb-contract coverage --help for what it takes.\n",
    ],
    [
      ["explain", "ELB.10033"],
      'elb-contract: there is no code "ELB.10033"; did you mean ELB.1003?\nRun elb-contract explain --help for what it takes.\n',
    ],
  ])("%j is wrong usage", async (args, stderr) => {
    expect(await run(args)).toEqual({ code: 2, stdout: "", stderr });
  });
});

describe("check", () => {
  test("what conforms", async () => {
    const call = "0 errors, 0 warnings and 0 notes in 1 call of 1 operation.\n";
    expect(await run(["check", file("good.ndjson", lines(GOOD))])).toEqual({
      code: 0,
      stdout: call,
      stderr: "",
    });
    expect(await run(["check", "-"], gzipSync(har(GOOD)))).toEqual({ code: 0, stdout: call, stderr: "" });
  });

  test("what does not", async () => {
    const { code, stdout, stderr } = await run(["check", file("bad.har", har(GOOD, BAD, BAD, FOREIGN))]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(stdout).toContain(`error  response.body.type  listMembers  /0/id
  The response body's /0/id must be a string, but is 5.
  bad.har, entry 2: GET /v1.0/55300f3c8f764c06b1a32e2302edc305/elbaas/listeners/l1/members, 200 (and 1 more)
`);
    expect(stdout).toContain("in 3 calls of 1 operation.\n1 call of other services left out.\n");
  });

  test("in Chinese", async () => {
    const { stdout } = await run(["check", file("bad.ndjson", lines(BAD)), "--language", "zh-CN"]);
    expect(stdout).toContain("错误  response.body.type  listMembers  /0/id\n  响应体的/0/id应为字符串");
  });

  test.each([
    ["error", 1],
    ["never", 0],
  ])("fails on %s with %d", async (failOn, code) => {
    file("bad.ndjson", lines(BAD));
    expect((await run(["check", "bad.ndjson", "--fail-on", failOn])).code).toBe(code);
  });

  test("fails on warnings only where they are asked for", async () => {
    file("warning.ndjson", lines(get("/elbaas/listeners/l1/members?colour=red", [])));
    expect((await run(["check", "warning.ndjson"])).code).toBe(0);
    expect((await run(["check", "warning.ndjson", "--fail-on", "warning"])).code).toBe(1);
  });

  test("what cannot be read weighs more, and the rest is checked", async () => {
    const whole = har(GOOD, BAD, GOOD);
    file("cut.har", whole.slice(0, -20));
    file("mixed.ndjson", `${lines(BAD)}{"request":\n${lines(GOOD)}`);
    const { code, stdout, stderr } = await run([
      "check",
      "cut.har",
      "mixed.ndjson",
      "missing.har",
      "--format",
      "json",
    ]);
    const { summary, problems } = JSON.parse(stdout);
    expect(code).toBe(3);
    expect(summary).toMatchObject({ exchanges: 4, problems: 3 });
    const third = whole.lastIndexOf('{"request"');
    expect(problems).toMatchObject([
      {
        position: "cut.har, entry 3",
        file: "cut.har",
        line: 1,
        offset: third,
        message: "The file ends within this entry.",
      },
      { position: "mixed.ndjson, line 2", line: 2, offset: lines(BAD).length },
      { position: "missing.har", message: "missing.har cannot be read (ENOENT)." },
    ]);
    expect(stderr).toMatch(
      /^elb-contract: 3 places, the first of them this, could not be read: cut\.har, entry 3/,
    );
  });

  test.each([
    ["no call", [har()], "There is no call in it."],
    ["foreign calls only", [har(FOREIGN)], "Of its 1 calls none is of this API; name its host with --host."],
    [
      "no call to the host",
      [har(GOOD), "--host", "x.example"],
      "Of its 1 calls none is of this API to x.example.",
    ],
  ])("%s is nothing to go by", async (_, [content, ...options], message) => {
    const { code, stdout } = await run(["check", file("empty.har", content!), ...options]);
    expect(code).toBe(3);
    expect(stdout).toContain(`Could not be read\n  empty.har: ${message}\n`);
  });

  test("with a host, all calls to it are checked, and no others", async () => {
    file("hosts.har", har(GOOD, FOREIGN, get(`${HOST}/x/y/z`, {})));
    const { stdout } = await run(["check", "hosts.har", "--host", "elb.example.com", "--format", "json"]);
    const { findings, summary } = JSON.parse(stdout);
    expect(findings).toMatchObject([{ code: "operation.unknown", path: "/x/y/z" }]);
    expect(summary).toMatchObject({ exchanges: 2, others: 1 });
  });

  test("calls without answers and payloads that were not recorded", async () => {
    const unanswered = { ...GOOD, response: { status: 0 } };
    const unrecorded = { ...GOOD, response: { status: 200, headers, content: { size: 2 } } };
    const { code, stdout } = await run(["check", file("a.har", har(unanswered, unrecorded))]);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `0 errors, 0 warnings and 0 notes in 2 calls of 1 operation.
1 call without an answer.
1 payload not in the recording, so not checked.
`,
    });
  });

  test("jobs are followed from call to call, within a file", async () => {
    const job = (status: string) =>
      get("/jobs/j1", {
        job_id: "j1",
        job_type: "deleteELB",
        status,
        begin_time: "2016-07-02T03:27:32.511Z",
      });
    file("back.ndjson", lines(job("SUCCESS"), job("RUNNING")));
    file("done.ndjson", lines(job("SUCCESS")));
    file("begun.ndjson", lines(job("RUNNING")));
    expect((await run(["check", "back.ndjson"])).stdout).toContain(
      "warning  sequence.job.status  getJob  /status",
    );
    expect((await run(["check", "done.ndjson", "begun.ndjson"])).stdout).not.toContain("sequence.");
  });

  test("no token, query or user name is written", async () => {
    const path = "elb.example.com/v1.0/p/elbaas/listeners?token=secret";
    const call = get(`https://user:pass@${path}`, [{ id: 5 }]);
    for (const format of ["pretty", "json", "junit", "sarif", "html", "github", "ndjson"]) {
      const { stdout } = await run(["check", file("secret.ndjson", lines(call)), "--format", format]);
      expect(stdout).toContain("response.body");
      expect(stdout).not.toMatch(/a-token|pass@|secret(?!\.ndjson)/);
    }
    const odd = [`//user:pass@${path}`, ` https://user:pass@${path}`, `user:pass@${path}`].map((url) => {
      return { ...call, request: { ...call.request, url } };
    });
    file("odd.ndjson", lines(...odd));
    const { stdout } = await run(["check", "odd.ndjson", "--format", "json"]);
    expect(stdout).not.toMatch(/a-token|pass@|token=/);
  });

  test("what breaks things elsewhere is checked", async () => {
    const deep = `{"request":${JSON.stringify(BAD.request)},"response":{"status":200,"body":${"[".repeat(1e5)}${"]".repeat(1e5)}}}\n`;
    const huge = lines(get("/elbaas/listeners/l1/members", [{ id: "x".repeat(2e7) }]));
    const odd = lines({
      request: { method: "CONNECT", url: "elb.example.com:443", headers: [[":authority", "x"]] },
      response: { status: 200 },
    });
    const { code, stdout } = await run([
      "check",
      file("elsewhere.ndjson", deep + huge + odd),
      "--format",
      "json",
    ]);
    expect(code).toBe(1);
    const { summary, findings } = JSON.parse(stdout);
    expect(summary).toMatchObject({ exchanges: 2, others: 1, problems: 0 });
    expect(findings.length).toBeGreaterThan(0);
    expect(stdout.length).toBeLessThan(50_000);
  });
});

describe("a baseline", () => {
  const WRONG_ADDRESS = get("/elbaas/listeners/l1/members", [{ id: "a", address: 5 }]);

  test("takes in what is there, then only counts what is new, then tells what is gone", async () => {
    file("b.ndjson", lines(BAD, GOOD));
    const options = ["--baseline", "baseline.json"];
    expect((await run(["check", "b.ndjson", ...options])).code).toBe(3);
    expect((await run(["check", "b.ndjson", ...options, "--update-baseline"])).code).toBe(0);
    const written = read("baseline.json");
    expect(written.version).toBe(1);
    expect(written.findings).toContainEqual({
      operation: "listMembers",
      code: "response.body.type",
      pointer: "/*/id",
    });
    expect(await run(["check", "b.ndjson", ...options])).toMatchObject({ code: 0, stderr: "" });
    file("b.ndjson", lines(BAD, WRONG_ADDRESS));
    const { code, stdout } = await run(["check", "b.ndjson", ...options]);
    expect(code).toBe(1);
    expect(stdout).toContain("/0/address");
    expect(stdout).not.toContain("/0/id");
    file("b.ndjson", lines(GOOD));
    const gone = await run(["check", "b.ndjson", ...options]);
    expect(gone.code).toBe(0);
    expect(gone.stderr).toContain("are gone; take them out of baseline.json with --update-baseline:\n");
    expect(gone.stderr).toContain("  listMembers  response.body.type  /*/id\n");
    await run(["check", "b.ndjson", ...options, "--update-baseline"]);
    expect(read("baseline.json").findings).toEqual([]);
  });

  test("keeps what it has of operations that were not called", async () => {
    const kept = { operation: "getQuotas", code: "response.body.type", pointer: "" };
    file("kept.json", JSON.stringify({ version: 1, findings: [kept] }));
    file("b.ndjson", lines(GOOD));
    const { stderr } = await run(["check", "b.ndjson", "--baseline", "kept.json", "--update-baseline"]);
    expect(stderr).toBe("");
    expect(read("kept.json").findings).toEqual([kept]);
  });

  test("keeps all where something could not be read, and calls nothing gone", async () => {
    const known = { operation: "listMembers", code: "response.body.type", pointer: "/*/id" };
    file("cut.json", JSON.stringify({ version: 1, findings: [known] }));
    file("b.ndjson", `${lines(GOOD)}{"request":`);
    const { code, stderr } = await run(["check", "b.ndjson", "--baseline", "cut.json"]);
    expect(code).toBe(3);
    expect(stderr).toBe("");
    const options = ["--baseline", "cut.json", "--update-baseline"];
    expect((await run(["check", "b.ndjson", ...options])).code).toBe(3);
    expect(read("cut.json").findings).toEqual([known]);
  });

  test("is not written where there are too many kinds of findings", async () => {
    const calls = Array.from({ length: 21 }, (_, call) => {
      const names = Array.from({ length: 500 }, (_each, name) => [`${"ab"[call % 2]}x${call}y${name}`, 1]);
      return get("/elbaas/quotas", Object.fromEntries(names));
    });
    file("kinds.ndjson", lines(...calls));
    const options = ["--baseline", "kinds.json", "--update-baseline", "--fail-on", "note"];
    const { code, stderr } = await run(["check", "kinds.ndjson", ...options]);
    expect(stderr).toBe(
      "elb-contract: There are too many kinds of findings for a baseline; kinds.json is left as it was.\n",
    );
    expect(code).toBe(3);
  });

  test("what is gone is told in Chinese as well", async () => {
    const known = { operation: "listMembers", code: "response.body.type", pointer: "/*/id" };
    file("gone.json", JSON.stringify({ version: 1, findings: [known] }));
    file("b.ndjson", lines(GOOD));
    const { stderr } = await run(["check", "b.ndjson", "--baseline", "gone.json", "--language", "zh-CN"]);
    expect(stderr).toMatch(/^elb-contract: 以下1个已知问题不再出现/);
    file("b.ndjson", "{");
    const broken = await run(["check", "b.ndjson", "--format", "json", "--language", "zh-CN"]);
    expect(broken.stderr).toBe(
      "elb-contract: 此处无法读取：b.ndjson, line 1 (byte 0): 这不是JSON：在第2个字符处出错。\n",
    );
  });

  test("that is none is refused", async () => {
    file("none.json", "{}");
    expect(await run(["check", "b.ndjson", "--baseline", "none.json"])).toEqual({
      code: 3,
      stdout: "",
      stderr: 'elb-contract: none.json is not a baseline: it needs "version": 1 and a list of "findings".\n',
    });
  });
});

test("an overlay lowers what differs to notes", async () => {
  const wrong = get("/elbaas/quotas", { quotas: 5 });
  file("o.ndjson", lines(wrong));
  const difference = { code: "response.body.type", operationId: "listQuotas", pointer: "/quotas" };
  const before = JSON.parse((await run(["check", "o.ndjson", "--format", "json"])).stdout);
  const operationId = before.findings[0].operationId;
  file(
    "overlay.json",
    JSON.stringify({
      version: 1,
      differences: before.findings.map(({ code, pointer }: typeof difference) => ({
        code,
        pointer,
        operationId,
      })),
    }),
  );
  expect(before.summary.error).toBeGreaterThan(0);
  const after = await run(["check", "o.ndjson", "--overlay", "overlay.json", "--format", "json"]);
  expect(after.code).toBe(0);
  expect(JSON.parse(after.stdout).summary).toMatchObject({ error: 0, note: before.findings.length });
});

describe("one entry that is broken takes no other with it", () => {
  test.each([
    ["a brace too many", `[${JSON.stringify(GOOD)}},${JSON.stringify(BAD)},${JSON.stringify(BAD)}]`, 3],
    [
      "a brace too few",
      `[${JSON.stringify(BAD).slice(0, -1)},${JSON.stringify(BAD)},${JSON.stringify(BAD)}]`,
      2,
    ],
    ["two too few", `[${JSON.stringify(BAD).slice(0, -2)},${JSON.stringify(BAD)},${JSON.stringify(BAD)}]`, 2],
    ["a string without its end", `[{"request":{"url":"a},${JSON.stringify(BAD)},${JSON.stringify(BAD)}]`, 2],
  ])("%s", async (_, entries, checked) => {
    file("broken.har", `{"log":{"version":"1.2","entries":${entries}}}`);
    const { code, stdout } = await run(["check", "broken.har", "--format", "json"]);
    expect(code).toBe(3);
    expect(JSON.parse(stdout).summary.exchanges).toBe(checked);
    const coverage = await run(["coverage", "broken.har", "--format", "json"]);
    expect(coverage.code).toBe(3);
    const { operations } = JSON.parse(coverage.stdout);
    expect(operations.find(({ calls }: { calls: number }) => calls > 0).calls).toBe(checked);
  });
});

test.skipIf(!existsSync("/dev/full"))("what cannot be written is a fault, told in one sentence", async () => {
  file("good.ndjson", lines(GOOD));
  const full = openSync("/dev/full", "w");
  const child = spawn(process.execPath, [bin, "check", "good.ndjson"], {
    cwd: folder,
    stdio: ["ignore", full, "pipe"],
  });
  const [stderr] = await Promise.all([text(child.stderr!), once(child, "close")]);
  closeSync(full);
  expect(stderr).toBe("elb-contract: stdout cannot be written (ENOSPC).\n");
  expect(child.exitCode).toBe(70);
});

test("an answer of a job that is too deep to be passed between threads is checked", async () => {
  const deep = `${'[{"sub_jobs":'.repeat(20_000)}[]${"}]".repeat(20_000)}`;
  const { request } = get("/jobs/j1", {});
  const job = `{"request":${JSON.stringify(request)},"response":{"status":200,"body":{"job_id":"j1","sub_jobs":${deep}}}}\n`;
  const good = lines(GOOD).repeat(22_000);
  file("deep.ndjson", good + job.repeat(3) + good);
  const { code, stdout } = await run(["check", "deep.ndjson", "--jobs", "3", "--format", "json"]);
  expect(code).toBe(1);
  expect(JSON.parse(stdout).summary).toMatchObject({ exchanges: 44_003, problems: 0 });
}, 60_000);

describe("much to read", () => {
  const many = (count: number) => {
    const calls = Array.from({ length: count }, (_, index) => (index % 1000 === 7 ? BAD : GOOD));
    return har(...calls, FOREIGN);
  };

  test("is checked by several threads as by one", async () => {
    file("many.har", many(60_000));
    const one = await run(["check", "many.har", "--jobs", "1", "--format", "ndjson"]);
    const three = await run(["check", "many.har", "--jobs", "3", "--format", "ndjson"]);
    expect(one.code).toBe(1);
    expect(three).toEqual(one);
    expect(one.stdout).toContain('"exchanges":60000');
  }, 60_000);

  test("is given up where nobody reads the findings", async () => {
    const child = start(["check", "many.har", "--format", "ndjson"]);
    child.stdout!.destroy();
    const [stderr] = await Promise.all([text(child.stderr!), once(child, "close")]);
    expect(stderr).toBe("");
    // Nothing is known then, and that must not pass for conforming.
    expect(child.exitCode).toBe(141);
  });

  test("can be stopped", async () => {
    const child = start(["check", "-", "--format", "json"]);
    child.stdin!.on("error", () => undefined).write(many(2000));
    const stdout = text(child.stdout!);
    // The first findings are written as they come, so the command is at work.
    await once(child.stdout!, "readable");
    child.kill("SIGINT");
    await once(child, "close");
    expect(child.exitCode).toBe(3);
    expect(JSON.parse(await stdout).problems).toContainEqual(
      expect.objectContaining({ position: "stdin", message: "Reading was stopped here." }),
    );
  });
});

test("coverage counts, and says what it could not read", async () => {
  file("c.ndjson", `${lines(GOOD, FOREIGN)}{\n`);
  const { code, stdout } = await run(["coverage", "c.ndjson", "--format", "json"]);
  expect(code).toBe(3);
  const { totals, operations, problems } = JSON.parse(stdout);
  expect(totals.operations).toEqual({ seen: 1, of: 27 });
  expect(operations.filter(({ calls }: { calls: number }) => calls > 0)).toMatchObject([
    { operationId: "listMembers", calls: 1, statuses: { seen: ["200"] } },
  ]);
  expect(problems).toMatchObject([{ position: "c.ndjson, line 3" }]);
});

test("coverage of nothing is not an answer", async () => {
  file("f.ndjson", lines(FOREIGN));
  const { code, stdout } = await run(["coverage", "f.ndjson"]);
  expect(code).toBe(3);
  expect(stdout).toContain("\n1 call of other services left out.\n");
  expect(stdout).toContain("  f.ndjson: Of its 1 calls none is of this API; name its host with --host.\n");
});
