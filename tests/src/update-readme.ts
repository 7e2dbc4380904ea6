/** Writes the example and what it prints now into both READMEs. */
import { readFileSync, writeFileSync } from "node:fs";
import { runExample, seeded, startSeededEmulator } from "./support/example.ts";
import { inRoot } from "./support/processes.ts";
import { fill, readmes, scrub } from "./support/readme.ts";

const emulator = await startSeededEmulator();
const { stdout } = await runExample(emulator.url);
await emulator.stop();
const output = scrub(stdout, [seeded.projectId, seeded.listenerId]);
for (const file of readmes) writeFileSync(inRoot(file), fill(readFileSync(inRoot(file), "utf8"), output));
