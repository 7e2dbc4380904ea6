import { describe, expect, test } from "vitest";
import type { Finding } from "../../finding.ts";
import type { Call, FailOn } from "../report/report.ts";
import { createReporter } from "../report/reporter.ts";
import { createFormat, type FormatName } from "./format.ts";

const finding = (more: Partial<Finding>): Finding => ({
  code: "request.body.range",
  severity: "error",
  pointer: "/port",
  schema: "/components/schemas/Port/maximum",
  rule: { pages: [], provenance: "documented" },
  expected: "at most 65535",
  actual: "70000",
  message: "The request body's /port must be at most 65535, but is 70000.",
  ...more,
});

const call = (entry: number, more: Partial<Call> = {}): Call => ({
  position: `a b.har, entry ${entry}`,
  place: { file: "a b.har", line: entry, offset: entry * 100 },
  method: "POST",
  path: "/v1.0/p/elbaas/listeners",
  status: 200,
  operationId: "createListener",
  ...more,
});

/** Steers terminals, workflows and pages where it is not escaped. */
const NASTY = "\u001b[31m<b>&\"'%\n::error::]]>\ud800\u202e";
const NOTE = finding({ code: "response.body.property", severity: "note", pointer: "/é", message: NASTY });
const KNOWN = finding({ code: "response.count", severity: "warning", pointer: "/n", message: "Known." });

interface Given {
  readonly failOn?: FailOn;
  readonly colour?: boolean;
  readonly problems?: number;
}

async function write(name: FormatName, { failOn = "error", colour = false, problems = 1 }: Given = {}) {
  let written = "";
  const reporter = createReporter({
    format: await createFormat(name, { colour, language: "en" }),
    failOn,
    known: {
      has: ({ code }) => code === "response.count",
      stale: () => [{ operation: "getJob", code: "a.b", pointer: "/c" }],
    },
    write: async (text) => {
      written += text;
    },
  });
  await reporter.call(call(1, { operationId: "getQuotas", path: "/q", method: "GET" }), []);
  await reporter.call(call(2), [finding({})]);
  await reporter.call(call(3, { operationId: "getJob" }), [NOTE, KNOWN]);
  await reporter.call(call(4, { status: undefined }), [finding({ pointer: "/port", actual: "80000" })]);
  for (let count = 0; count < problems; count += 1) {
    await reporter.problem({
      position: "a b.har, entry 5",
      place: { file: "a b.har", line: 5, offset: 500 },
      message: "This is not JSON.",
    });
  }
  await reporter.end({ others: 2, unanswered: 1, unrecorded: 0 });
  return written;
}

test("pretty", async () => {
  expect(await write("pretty")).toBe(`error  request.body.range  createListener  /port
  The request body's /port must be at most 65535, but is 70000.
  a b.har, entry 2: POST /v1.0/p/elbaas/listeners, 200 (and 1 more)

note  response.body.property  getJob  /é
  \\u001b[31m<b>&"'%\\u000a::error::]]>\ud800\\u202e
  a b.har, entry 3: POST /v1.0/p/elbaas/listeners, 200

Could not be read
  a b.har, entry 5 (byte 500): This is not JSON.

2 errors, 0 warnings and 1 note in 4 calls of 3 operations.
1 finding of the baseline not counted.
2 calls of other services left out.
1 call without an answer.
1 place could not be read.
`);
});

test("pretty in colour", async () => {
  expect(await write("pretty", { colour: true })).toContain(
    "\u001b[31merror\u001b[0m  \u001b[1mrequest.body.range\u001b[0m",
  );
});

test("json and ndjson have every finding with its call", async () => {
  const whole = JSON.parse(await write("json"));
  const lines = (await write("ndjson"))
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(whole.version).toBe(1);
  expect(whole.findings).toHaveLength(4);
  expect(whole.findings[0]).toEqual({
    ...finding({}),
    operationId: "createListener",
    known: false,
    position: "a b.har, entry 2",
    file: "a b.har",
    line: 2,
    offset: 200,
    method: "POST",
    path: "/v1.0/p/elbaas/listeners",
    status: 200,
  });
  expect(whole.findings.map(({ known }: { known: boolean }) => known)).toEqual([false, false, true, false]);
  expect(whole.problems).toEqual([
    { message: "This is not JSON.", position: "a b.har, entry 5", file: "a b.har", line: 5, offset: 500 },
  ]);
  expect(whole.stale).toEqual([]);
  expect(whole.summary).toEqual({
    exchanges: 4,
    operations: ["createListener", "getJob", "getQuotas"],
    error: 2,
    warning: 0,
    note: 1,
    known: 1,
    others: 2,
    unanswered: 1,
    unrecorded: 0,
    problems: 1,
  });
  expect(lines.map(({ type, ...rest }) => [type, rest])).toEqual([
    ...whole.findings.map((one: object) => ["finding", one]),
    ["problem", whole.problems[0]],
    ["summary", whole.summary],
  ]);
});

test("known findings are only gone where all could be read", async () => {
  const stale = { operation: "getJob", code: "a.b", pointer: "/c" };
  expect(JSON.parse(await write("json", { problems: 0 })).stale).toEqual([stale]);
  expect(await write("ndjson", { problems: 0 })).toContain(
    `${JSON.stringify({ type: "stale", ...stale })}\n`,
  );
  expect(await write("html", { problems: 0 })).toContain("<li>getJob a.b /c</li>");
  expect(await write("html")).not.toContain("getJob a.b /c");
});

test.each(["pretty", "junit", "sarif", "github", "html"] as const)(
  "%s says how many problems it does not name",
  async (name) => {
    expect(await write(name, { problems: 101 })).toContain("and 1 more");
    expect(await write(name, { problems: 100 })).not.toMatch(/and 1 more(?!\))/);
  },
);

describe("junit", () => {
  test("has a case for what fails and for what conforms", async () => {
    const xml = await write("junit");
    expect(xml).toContain('<testsuite name="elb-contract" tests="4" failures="1" errors="1">');
    expect(xml).toContain(`    <testcase classname="createListener" name="request.body.range /port">
      <failure type="error" message="The request body&#39;s /port must be at most 65535, but is 70000.">a b.har, entry 2: POST /v1.0/p/elbaas/listeners, 200
a b.har, entry 4: POST /v1.0/p/elbaas/listeners</failure>
    </testcase>
`);
    expect(xml).toContain('<testcase classname="getQuotas" name="conforms"/>');
    expect(xml).toContain(
      "<system-out>note: \ufffd[31m&lt;b&gt;&amp;&quot;&#39;%\n::error::]]&gt;\ufffd\u202e</system-out>",
    );
    expect(xml).toContain('<error type="Could not be read" message="This is not JSON."/>');
    expect(xml).not.toContain("Known.");
  });

  test("follows --fail-on", async () => {
    expect(await write("junit", { failOn: "note" })).toContain('tests="4" failures="2" errors="1"');
    expect(await write("junit", { failOn: "never" })).toContain('tests="4" failures="0" errors="1"');
  });
});

test("sarif", async () => {
  const { version, runs } = JSON.parse(await write("sarif"));
  const [run] = runs;
  expect([version, runs.length, run.tool.driver.name]).toEqual(["2.1.0", 1, "elb-contract"]);
  expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual([
    "request.body.range",
    "response.body.property",
    "response.count",
  ]);
  for (const { shortDescription, help } of run.tool.driver.rules) {
    expect(shortDescription.text).toMatch(/^[A-Z]/);
    expect(help.text).toMatch(/\.$/);
  }
  const [first, second, third] = run.results;
  expect(first).toMatchObject({
    ruleId: "request.body.range",
    ruleIndex: 0,
    level: "error",
    occurrenceCount: 2,
    partialFingerprints: { "elbContractFinding/v1": "createListener request.body.range /port" },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: "a%20b.har" }, region: { startLine: 2 } },
        logicalLocations: [{ fullyQualifiedName: "createListener" }],
      },
    ],
    relatedLocations: [{ id: 1, physicalLocation: { region: { startLine: 4 } } }],
  });
  expect(second.suppressions).toMatchObject([{ kind: "external" }]);
  expect(third.suppressions).toBeUndefined();
  expect(run.results.map(({ level }: { level: string }) => level)).toEqual(["error", "warning", "note"]);
  expect(run.invocations[0]).toMatchObject({
    executionSuccessful: false,
    toolExecutionNotifications: [
      { level: "error", message: { text: "a b.har, entry 5 (byte 500): This is not JSON." } },
    ],
  });
});

test("github", async () => {
  expect((await write("github")).split("\n").slice(0, 3)).toEqual([
    "::error file=a b.har,line=2,title=request.body.range (createListener)::The request body's /port must be at most 65535, but is 70000.%0Aa b.har, entry 2: POST /v1.0/p/elbaas/listeners, 200 (and 1 more)",
    "::notice file=a b.har,line=3,title=response.body.property (getJob)::\u001b[31m<b>&\"'%25%0A::error::]]>\ud800\u202e%0Aa b.har, entry 3: POST /v1.0/p/elbaas/listeners, 200",
    "::error file=a b.har,line=5,title=Could not be read::a b.har, entry 5 (byte 500): This is not JSON.",
  ]);
});

test("html needs nothing else and lets nothing in", async () => {
  const html = await write("html");
  expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
  expect(html).not.toMatch(/<script|<link|<img|https?:|<b>/);
  expect(html).toContain("&lt;b&gt;&amp;&quot;&#39;%");
  expect(html).toContain("prefers-color-scheme: dark");
  expect(html).toContain("<code>request.body.range</code>");
  expect(html).toContain("<details><summary>2</summary>");
  expect(html).toContain("warning (known)");
  expect(html).toContain("<li>a b.har, entry 5 (byte 500): This is not JSON.</li>");
});

describe("kinds of findings beyond a limit", () => {
  async function many(name: FormatName) {
    let written = "";
    const reporter = createReporter({
      format: await createFormat(name, { colour: false, language: "en" }),
      failOn: "error",
      write: async (text) => {
        written += text;
      },
    });
    const add = (count: number, more: Partial<Finding>) => {
      for (let index = 0; index < count; index += 1)
        reporter.call(call(1), [finding({ pointer: `/p${index}`, ...more })]);
    };
    add(9_990, { severity: "note" });
    add(1, { severity: "warning" });
    add(40, { severity: "error" });
    add(1, { severity: "warning" });
    add(50, { severity: "note", pointer: "/left-out" });
    return { report: await reporter.end({ others: 0, unanswered: 0, unrecorded: 0 }), written };
  }

  test("are counted and not kept, the mildest first", async () => {
    const { groups, totals } = (await many("json")).report;
    expect(groups).toHaveLength(10_000);
    expect(groups.filter(({ severity }) => severity === "error")).toHaveLength(40);
    expect(groups.slice(0, 41).map(({ severity }) => severity)).toEqual([
      ...Array.from({ length: 40 }, () => "error"),
      "warning",
    ]);
    expect(groups[40]?.count).toBe(2);
    expect(totals.severities).toEqual({ error: 40, warning: 2, note: 10_040 });
    expect(totals.unlisted).toBe(31 + 50);
  });

  test.each(["pretty", "junit", "sarif", "github", "html"] as const)("%s tells of them", async (name) => {
    expect((await many(name)).written).toContain(
      "And 81 more findings of further kinds, which are too many to be listed.",
    );
  });
});

test("SARIF takes braces for places and brackets for links, which they are not here", async () => {
  let written = "";
  const reporter = createReporter({
    format: await createFormat("sarif", { colour: false, language: "en" }),
    failOn: "error",
    write: async (text) => {
      written += text;
    },
  });
  const odd = { path: "/{0}", position: "a:b.har, entry 1", place: { file: "a:b.har" } };
  for (let count = 0; count < 2; count += 1)
    await reporter.call(call(1, odd), [
      finding({ code: "operation.unknown", message: "See [this](x) {1}." }),
    ]);
  await reporter.problem({ position: "[x]", message: "{2}" });
  await reporter.end({ others: 0, unanswered: 0, unrecorded: 0 });
  const [run] = JSON.parse(written).runs;
  const [result] = run.results;
  expect(result.message.text).toMatch(/^See \\\[this\\\]\(x\) \{\{1\}\}\. \(.*\{\{0\}\}/);
  expect(result.relatedLocations[0].message.text).toContain("/{{0}}");
  expect(run.invocations[0].toolExecutionNotifications[0].message.text).toBe("\\[x\\]: {{2}}");
  expect(run.tool.driver.rules[0].help.text).toContain("{{project_id}}");
  expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe("a%3Ab.har");
});

test.each(["pretty", "junit", "github", "html"] as const)("%s has no line breaks of a URL", async (name) => {
  let written = "";
  const reporter = createReporter({
    format: await createFormat(name, { colour: false, language: "en" }),
    failOn: "error",
    write: async (text) => {
      written += text;
    },
  });
  const odd = call(1, { method: "GET\nPUT", path: "/a\r\nb", operationId: undefined });
  await reporter.call(odd, [finding({ pointer: "/x\ny" })]);
  await reporter.problem({ position: "p\nq", message: "No." });
  await reporter.end({ others: 0, unanswered: 0, unrecorded: 0 });
  expect(written).toContain(String.raw`GET\u000aPUT /a\u000d\u000ab`);
  expect(written).toContain(String.raw`p\u000aq`);
  if (name === "junit") expect(written).toContain(String.raw`name="request.body.range /x\u000ay"`);
});
