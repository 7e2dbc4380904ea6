import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { run } from "./command.ts";
import { code, htmlTable, operationPage, requestColumns } from "./testing.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "facts-"));
});
afterEach(() => rm(folder, { recursive: true }));

const page = (name: string, text: string): Promise<void> => writeFile(join(folder, `${name}.md`), text);
const ledger = (): string => join(folder, "ledger");

async function facts(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const exit = await run([folder, ...args], {
    ledger: ledger(),
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { exit, out, err: err.join("\n") };
}

const withLid = (type: string): string =>
  operationPage({
    uriTable: htmlTable(requestColumns, [
      ["shop_id", "是", "String", "茶馆。"],
      ["lid", "否", type, "盖。"],
    ]),
  });

describe("facts", () => {
  it("says that there is no ledger, and writes none unasked", async () => {
    await page("烧水", operationPage());
    expect(await facts()).toMatchObject({
      exit: 0,
      out: [],
      err: expect.stringContaining("There is no ledger"),
    });
    expect(existsSync(ledger())).toBe(false);
  });

  it("writes a ledger that the same pages agree with, and newer pages differ from in words", async () => {
    await page("烧水", withLid("String"));
    expect(await facts("--write")).toMatchObject({ exit: 0, out: [] });
    expect(await facts()).toMatchObject({
      exit: 0,
      out: [],
      err: expect.stringContaining("The pages state what the ledger has."),
    });
    const file = join(ledger(), "operations/post-v9-shop_id-kettles.yaml");
    const before = await readFile(file, "utf8");

    await page("烧水", withLid("Integer"));
    expect((await facts()).out).toEqual([
      "POST /v9/{shop_id}/kettles: request.body.lid type is now Integer, was String.",
    ]);
    expect(await readFile(file, "utf8")).toBe(before);
  });

  it("keeps the facts of two pages on one operation apart", async () => {
    await page("烧水", withLid("String"));
    await page("再烧", operationPage({ title: "再烧" }));
    await facts("--write");
    await page("再烧", withLid("Integer").replace("烧水", "再烧"));
    expect((await facts()).out).toContain(
      "POST /v9/{shop_id}/kettles: (page 再烧) request.body.lid added (Integer, optional).",
    );
  });

  it("removes the file of an operation that is gone", async () => {
    await page("烧水", operationPage());
    await page("看壶", operationPage({ uri: "GET /" }));
    await facts("--write");
    await rm(join(folder, "烧水.md"));
    await facts("--write");
    expect(await readdir(join(ledger(), "operations"))).toEqual(["get-root.yaml"]);
  });

  it("names what it cannot read with file and line, exits with 1 and writes nothing", async () => {
    await page("烧水", operationPage({ request: `-   请求样例\n\n${code("boil --now")}` }));
    const { exit, err } = await facts("--write");
    expect(exit).toBe(1);
    expect(err).toMatch(/Cannot read 烧水\.md:\d+: A sample that is neither JSON/);
    expect(existsSync(ledger())).toBe(false);
    expect((await facts()).exit).toBe(1);
  });

  it("names a page that is not UTF-8", async () => {
    await writeFile(join(folder, "茶.md"), Uint8Array.of(0x23, 0x20, 0xff));
    expect(await facts()).toMatchObject({
      exit: 1,
      err: expect.stringContaining("Cannot read 茶.md:1: The page is not UTF-8."),
    });
  });

  it("notes a limit that it does not understand, without failing", async () => {
    await page(
      "烧水",
      operationPage({ uriTable: htmlTable(requestColumns, [["lid", "否", "String", "取值范围：随缘。"]]) }),
    );
    expect(await facts()).toMatchObject({
      exit: 0,
      err: expect.stringMatching(/Note: 烧水\.md:\d+: lid: a sentence about a limit/),
    });
  });

  it("explains itself where it is used wrongly or finds no pages", async () => {
    expect(await facts("another")).toMatchObject({ exit: 2, err: expect.stringContaining("Usage: facts") });
    expect(await facts("--loud")).toMatchObject({ exit: 2, err: expect.stringContaining("Usage: facts") });
    expect(await facts()).toMatchObject({
      exit: 2,
      err: expect.stringContaining("There are no pages (*.md)"),
    });
  });

  it("takes a folder relative to where its user stands", async () => {
    await page("烧水", operationPage());
    const command = fileURLToPath(new URL("facts.ts", import.meta.url));
    const { status, stderr } = spawnSync(process.execPath, [command, "."], {
      env: { ...process.env, INIT_CWD: folder },
      encoding: "utf8",
    });
    expect(stderr).toContain("1 pages read: 1 operations");
    expect(status).toBe(0);
  });
});
