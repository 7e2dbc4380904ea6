/**
 * Generators that nobody here wrote take the description, and their output compiles.
 *
 * node tests/generators/run.mjs [WORD]   only the generators with WORD in their name
 *
 * Progress goes to stderr, the table to stdout. Exit codes: 0 nothing failed, 1 something did, 2 not installed.
 */
import { existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main, ScriptError, say } from "../../scripts/tools.mjs";
import { readDescription } from "./description.mjs";
import { findLanguages, preparePython } from "./languages.mjs";
import { here, StepError } from "./processes.mjs";

const linesOfOutput = 30;

function checkInstalled() {
  const installed =
    existsSync(join(here, "node_modules")) && existsSync(join(here, "..", "..", "spec", "node_modules"));
  if (installed) return;
  const install = "npm run setup && npm ci --prefix tests/generators --ignore-scripts";
  throw new ScriptError(`The generators are not installed: ${install}`, 2);
}

/** What a failure means: one that is known and shows what it is known to show, or news. */
function judge(error, known) {
  if (!(error instanceof StepError)) throw error;
  const all = `${error.message}\n${error.output}`;
  if (known && all.includes(known.shows)) return { result: "known failure", reason: known.reason };
  say(error.output.trim().split("\n").slice(0, linesOfOutput).join("\n"));
  return { result: "failed", reason: error.message };
}

async function runCase(generateAndCheck, generator, description, output, tools) {
  const known = generator.known?.[description.name];
  try {
    await generateAndCheck(generator, description, output, tools);
  } catch (error) {
    return judge(error, known);
  }
  return known
    ? { result: "failed", reason: "works now: take it off the known failures" }
    : { result: "ok", reason: "" };
}

async function runAll(folder, word) {
  // Imported late: reads the versions of what has to be installed.
  const { generateAndCheck, generators } = await import("./generators.mjs");
  const languages = findLanguages();
  const chosen = generators.filter(({ name }) => name.includes(word));
  const wantsPython = languages.has("Python") && chosen.some(({ needs = [] }) => needs.includes("Python"));
  if (wantsPython) say("Preparing Python …");
  const tools = wantsPython ? await preparePython(folder, join(here, "requirements.txt")) : {};
  const rows = [];
  for (const generator of chosen) {
    const absent = (generator.needs ?? []).find((language) => !languages.has(language));
    for (const input of generator.inputs) {
      const row = { generator: generator.name, version: generator.version, input, seconds: "" };
      if (absent) rows.push({ ...row, result: "skipped", reason: `no ${absent}` });
      else {
        say(`${generator.name} ${generator.version}, ${input}`);
        const started = performance.now();
        const output = join(folder, String(rows.length));
        const outcome = await runCase(generateAndCheck, generator, readDescription(input), output, tools);
        rows.push({ ...row, ...outcome, seconds: ((performance.now() - started) / 1000).toFixed(1) });
      }
    }
  }
  return rows;
}

function print(rows) {
  const columns = ["generator", "version", "input", "result", "seconds", "reason"];
  const table = [Object.fromEntries(columns.map((column) => [column, column])), ...rows];
  const widths = columns.map((column) => Math.max(...table.map((row) => row[column].length)));
  for (const row of table)
    console.log(
      columns
        .map((column, index) => row[column].padEnd(widths[index]))
        .join("  ")
        .trimEnd(),
    );
}

function summarise(rows) {
  const count = (result) => rows.filter((row) => row.result === result).length;
  const known = count("known failure");
  const more = known > 0 ? `, ${known} known to fail` : "";
  console.log(`${count("ok")} passed, ${count("failed")} failed, ${count("skipped")} skipped${more}`);
  return count("failed") > 0 ? 1 : 0;
}

await main(async ([word = ""]) => {
  checkInstalled();
  const folder = mkdtempSync(join(tmpdir(), "elb-generators-"));
  try {
    // The output finds the run-time packages that it imports.
    symlinkSync(join(here, "node_modules"), join(folder, "node_modules"), "dir");
    const rows = await runAll(folder, word);
    if (rows.length === 0) throw new ScriptError(`No generator has "${word}" in its name.`, 2);
    print(rows);
    return summarise(rows);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
