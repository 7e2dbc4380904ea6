/** The guides: their programs compile, their code runs against the emulator and prints what they say. */
import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, describe, expect, test } from "vitest";
import { repository } from "./data/repository.ts";
import { type Block, blocksOf, guidesOf } from "./guides/blocks.ts";
import { startEmulator } from "./guides/emulator.ts";
import { runBlocks, scrub } from "./guides/run.ts";

// Within this package, so that the packages that it depends on are found.
const work = mkdtempSync(fileURLToPath(new URL("../.build-guides-", import.meta.url)));
afterAll(() => rmSync(work, { recursive: true }));

const english = guidesOf("en");
const chinese = guidesOf("zh");

test("a block is known with its line, its mark and what it prints", () => {
  const markdown = [
    "Text.",
    "<!-- not run: why -->",
    "```sh",
    "npm start",
    "```",
    "```ts file=examples/add-members.ts",
    "```",
    '```ts title="a.mjs"',
    "a;",
    "```",
    "It prints:",
    "<!-- output -->",
    "```text",
    "a",
    "```",
  ].join("\n");
  expect(blocksOf(markdown)).toEqual([
    { language: "sh", code: "npm start\n", line: 3, notRun: "why" },
    { language: "ts", code: "a;\n", line: 8, output: "a\n" },
  ]);
});

describe("the Chinese guide", () => {
  const withoutLines = (blocks: readonly Block[] = []) => blocks.map(({ line: _, ...block }) => block);

  test.each(english)("$name shows the same code as the English one", ({ name, blocks }) => {
    const twin = chinese.find((guide) => guide.name === name);
    expect(withoutLines(twin?.blocks)).toEqual(withoutLines(blocks));
  });

  test.each(chinese)("$name has no emphasis that Markdown does not see", ({ text }) => {
    expect(text.split("\n").filter(isUnclosed)).toEqual([]);
  });
});

/** Whether a line has bold text that ends in a punctuation mark with a letter after it: there, nothing is closed. */
const isUnclosed = (line: string): boolean =>
  line
    .split("**")
    .some(
      (part, at, parts) => at % 2 === 1 && /\p{P}$/u.test(part) && /^[\p{L}\p{N}]/u.test(parts[at + 1] ?? ""),
    );

test("every program compiles", async () => {
  const programs = english.flatMap(({ name, blocks }) =>
    blocks
      .filter(({ language }) => language === "ts")
      .map(({ line, code }) => ({ file: `${name.replace(/\.mdx?$/, "")}-${line}.ts`, code })),
  );
  for (const { file, code } of programs) writeFileSync(join(work, file), code);
  const config = {
    extends: join(repository, "tsconfig.base.json"),
    compilerOptions: { types: ["node"], noUnusedLocals: false },
    files: programs.map(({ file }) => file),
  };
  writeFileSync(join(work, "tsconfig.json"), JSON.stringify(config));
  const require = createRequire(import.meta.url);
  const tsc = join(require.resolve("typescript/package.json"), "..", "bin", "tsc");
  const { stdout } = await promisify(execFile)(process.execPath, [tsc, "--project", work]).catch(
    (error) => error,
  );
  expect(stdout).toBe("");
  expect(programs.length).toBeGreaterThan(10);
}, 60_000);

const missing = (() => {
  if (process.platform === "win32") return "skipped: no shell for it";
  const absent = ["curl", "openssl"].find((program) => {
    try {
      execFileSync(program, ["version"], { stdio: "ignore" });
      return false;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === "ENOENT";
    }
  });
  return absent && `skipped: no ${absent}`;
})();

describe.skipIf(missing)(
  `run one after another, the blocks print what the guide says ${missing ?? ""}`,
  () => {
    const runnable = english.filter(({ blocks }) =>
      blocks.some(({ language }) => /^(sh|ts)$/.test(language)),
    );
    test.concurrent.for(runnable)(
      "$name",
      { timeout: 150_000 },
      async ({ name, blocks }, { onTestFinished }) => {
        const folder = mkdtempSync(join(work, `${name.replace(/\.mdx?$/, "")}-`));
        const emulator = await startEmulator(folder);
        onTestFinished(() => emulator.stop());
        for (const { block, stdout } of await runBlocks(blocks, folder, emulator)) {
          if (block.output === undefined) continue;
          expect(`${name}:${block.line}\n${scrub(stdout)}`).toBe(
            `${name}:${block.line}\n${scrub(block.output)}`,
          );
        }
      },
    );
  },
);
