// node bench/run.mjs [name…]: measures and writes tables to stdout. Nothing here passes or fails by a time.
import { table } from "./support/figures.mjs";

const NAMES = [
  "throughput",
  "mock",
  "ready",
  "members",
  "sign",
  "requests",
  "size",
  "types",
  "engine",
  "proxy",
  "check",
];

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !NAMES.includes(name));
if (unknown !== undefined) {
  process.stderr.write(`There is no comparison ${unknown}; known are ${NAMES.join(", ")}.\n`);
  process.exit(2);
}

for (const name of asked.length > 0 ? asked : NAMES) {
  const { question, target, head, run } = await import(`./${name}.mjs`);
  process.stdout.write(`${name}: ${question}\nTarget: ${target}.\n\n${table(head, await run())}\n`);
}
