/**
 * Marks Chinese pages as up to date with their English twins: those named (`guides/errors.md`), or all. For whoever has
 * compared them.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pagesOf, twinTroubles, withHash } from "./twins.ts";

const content = fileURLToPath(new URL("../content/docs/", import.meta.url));
const named = process.argv.slice(2);
const unknown = named.find((page) => !pagesOf(content).includes(page));
if (unknown !== undefined) {
  console.error(`There is no page ${unknown} in src/content/docs/; name one as guides/errors.md.`);
  process.exit(2);
}
for (const { page, reason } of twinTroubles(content)) {
  if (named.length > 0 && !named.includes(page)) continue;
  const twin = join(content, "zh-cn", page);
  if (reason === "no English page" || !existsSync(twin)) {
    console.error(`${page}: ${reason}.`);
    process.exitCode = 1;
    continue;
  }
  writeFileSync(twin, withHash(readFileSync(twin, "utf8"), readFileSync(join(content, page), "utf8")));
  console.log(`zh-cn/${page} is up to date.`);
}
