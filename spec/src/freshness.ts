/** Fails when `generated/` is not what the description generates now. Writes nothing outside a temporary folder. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { inPackage, listFiles, withWorkFolder } from "./files.ts";
import { generate } from "./generate.ts";
import { explain } from "./report.ts";

const read = (path: string): Promise<string | undefined> => readFile(path, "utf8").catch(() => undefined);

const stale = await withWorkFolder(async (work) => {
  await generate(work);
  const fresh = join(work, "generated");
  const committed = inPackage("generated");
  const names = new Set([...(await listFiles(fresh, ".ts")), ...(await listFiles(committed, ".ts"))]);
  const differing: string[] = [];
  for (const name of names) {
    if ((await read(join(fresh, name))) !== (await read(join(committed, name)))) differing.push(name);
  }
  return differing;
}).catch(explain);

if (stale.length > 0) {
  const files = stale.map((name) => `spec/generated/${name}`).join(", ");
  console.error(`Out of date with the description: ${files}. Run \`npm run build\` and commit the result.`);
  process.exit(1);
}
