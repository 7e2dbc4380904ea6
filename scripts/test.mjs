/**
 * `npm test`: installs, checks that the code is clean, that generated files are fresh and that the description is
 * faithful to the pages, builds, checks types and runs every test. The last line is the sum of it.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { main, root, say, setup, turbo } from "./tools.mjs";

const runs = join(root, ".turbo", "runs");

/** Runs turbo tasks and returns what became of each: `{ task, folder, passed }`. */
async function runTasks(tasks) {
  rmSync(runs, { recursive: true, force: true });
  const code = await turbo([
    ...tasks,
    "--continue=dependencies-successful",
    "--summarize",
    "--output-logs=new-only",
  ]);
  const files = existsSync(runs) ? readdirSync(runs) : [];
  if (files.length === 0) return [{ task: tasks.join(" "), folder: "", passed: code === 0 }];
  const summary = JSON.parse(readFileSync(join(runs, files[0]), "utf8"));
  // A task without a script in its package does nothing; one without an execution was not reached.
  return summary.tasks
    .filter((each) => each.command !== "<NONEXISTENT>")
    .map((each) => ({
      task: each.taskId,
      folder: each.directory,
      passed: each.execution?.exitCode === 0 || each.cache.status === "HIT",
    }));
}

/** Counts a task's tests, or the task itself where it has none to count. */
function count({ task, folder, passed }) {
  const results = join(root, folder, "test-results.json");
  if (!task.endsWith("#test") || !existsSync(results))
    return { passed: Number(passed), failed: Number(!passed), skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } = JSON.parse(
    readFileSync(results, "utf8"),
  );
  const failed = Math.max(numFailedTests, numFailedTestSuites > 0 || !passed ? 1 : 0);
  return { passed: numPassedTests, failed, skipped: numPendingTests };
}

await main(async () => {
  await setup();
  const outcomes = await runTasks(["lint", "freshness", "fidelity"]);
  if (outcomes.every((each) => each.passed))
    outcomes.push(...(await runTasks(["build", "typecheck", "test"])));
  // Interrupted: what is left undone is no failure.
  if (process.exitCode !== undefined) return process.exitCode;
  const total = { passed: 0, failed: 0, skipped: 0 };
  say();
  for (const outcome of outcomes) {
    const counts = count(outcome);
    for (const key of Object.keys(total)) total[key] += counts[key];
    const detail =
      counts.passed + counts.failed > 1 ? `  ${counts.passed} of ${counts.passed + counts.failed}` : "";
    say(`${outcome.passed ? "ok    " : "FAILED"} ${outcome.task}${detail}`);
  }
  if (total.skipped > 0) {
    say("Skipped tests need `npm ci --prefix tests/peers --ignore-scripts`, or Chromium on the PATH.");
  }
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
  return total.failed > 0 ? 1 : 0;
});
