// node tests/contract-mutations/compare.mjs: what validators by others find in the mutations, as a table for the README.
// Needs a build, and the peers: npm ci --prefix tests/peers --ignore-scripts
import { corpus } from "./corpus.ts";
import { elbContract, openapiBackend, openapiResponseValidator, prism, redoclyDrift } from "./peers.mjs";

const cases = corpus();
const validators = [
  ["`@elb-classic/contract`", elbContract],
  ["Redocly `drift` 2.77.0", redoclyDrift],
  ["Prism 5.16.0", prism],
  ["`openapi-response-validator` 12.1.3", openapiResponseValidator],
  ["`openapi-backend` 5.21.2", openapiBackend],
];

const columns = ["validator", "forbidden ones", "missed", "valid ones", "refused", "errors for one fault"];

/** What the errors of one validator say of the cases that it looks at. */
function rowOf(name, errors) {
  const judged = cases.map((one, index) => ({ ...one, errors: errors[index] })).filter(isJudged);
  const forbidden = judged.filter((one) => one.forbidden);
  const allowed = judged.filter((one) => !one.forbidden);
  const single = forbidden.filter((one) => !one.several && one.errors > 0);
  const mean = single.reduce((sum, one) => sum + one.errors, 0) / single.length;
  const missed = forbidden.filter((one) => one.errors === 0);
  const refused = allowed.filter((one) => one.errors > 0);
  return [name, forbidden.length, missed.length, allowed.length, refused.length, mean.toFixed(1)];
}

const isJudged = (one) => one.errors !== undefined;

const rows = [columns];
for (const [name, validate] of validators) rows.push(rowOf(name, await validate(cases)));
process.stdout.write(table(rows));

/** A table of Markdown, its columns aligned. */
function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  const lines = rows.map(
    (row) => `| ${row.map((cell, column) => String(cell).padEnd(widths[column])).join(" | ")} |`,
  );
  const rule = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  return `${[lines[0], rule, ...lines.slice(1)].join("\n")}\n`;
}
