/** Builds the site into `dist/`, which is replaced as a whole once everything is ready. */
import { execFile } from "node:child_process";
import { cp, mkdtemp, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { writeMarkdown } from "./steps/markdown-pages.ts";
import { buildReference } from "./steps/reference.ts";
import { makeRelative } from "./steps/site-pages.ts";
import { writeTypescript } from "./steps/typescript.ts";

const docs = fileURLToPath(new URL("..", import.meta.url));
const site = join(docs, ".site");

/** Runs Astro; what it says is shown where it fails. */
async function buildPages(): Promise<void> {
  const astro = join(docs, "node_modules", "astro", "bin", "astro.mjs");
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: "1" };
  try {
    await promisify(execFile)(process.execPath, [astro, "build"], { cwd: docs, env, maxBuffer: 2 ** 26 });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`astro build failed:\n${stdout}${stderr}`);
  }
}

const work = await mkdtemp(join(docs, ".build-"));
try {
  const reference = join(work, "reference");
  await writeTypescript(docs, work);
  await Promise.all([buildPages(), buildReference(docs, work, reference)]);
  await makeRelative(site);
  await writeMarkdown(join(docs, "src", "content", "docs"), site);
  await cp(reference, site, { recursive: true });
  await rm(join(docs, "dist"), { recursive: true, force: true });
  await rename(site, join(docs, "dist"));
} finally {
  await rm(work, { recursive: true, force: true });
}
