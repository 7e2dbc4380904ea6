/** `fidelity`: says how faithful the description is to the pages, and fails where that is not decided. */

import { bundle } from "../bundle.ts";
import { withWorkFolder } from "../files.ts";
import { explain } from "../report.ts";
import { checkFidelity, summarise } from "./fidelity.ts";
import { readFidelityInput } from "./input.ts";

const fidelity = await withWorkFolder(async (work) =>
  checkFidelity(await readFidelityInput(await bundle(work))),
).catch(explain);
const [summary, ...faults] = summarise(fidelity);
console.log(summary);
if (faults.length > 0) {
  console.error(faults.join("\n"));
  console.error(`${faults.length} to decide: see spec/provenance/README.md.`);
  process.exitCode = 1;
}
