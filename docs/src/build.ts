/** Builds the API reference in both languages into `dist/`, which is replaced as a whole once both pages are ready. */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const folder = fileURLToPath(new URL("..", import.meta.url));
const cli = join(folder, "node_modules", "@redocly", "cli", "bin", "cli.js");
// The page would report its use to Redocly, and load a logo from its host, without these two.
const quiet = { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
const remoteLogo = /https:\/\/cdn\.redoc\.ly\/[\w./-]+\.svg/g;
const localLogo =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='48' height='12'%3E%3Ctext y='10' font-family='sans-serif' font-size='11' fill='%232467f2'%3ERedocly%3C/text%3E%3C/svg%3E";

interface Page {
  bundle: string;
  output: string;
  options: { lang: string; otherLang: string; otherName: string; otherHref: string };
}

const pages: Page[] = [
  {
    bundle: "elb.openapi.json",
    output: "index.html",
    options: { lang: "en", otherLang: "zh-CN", otherName: "中文", otherHref: "zh-CN/index.html" },
  },
  {
    bundle: "elb.zh-CN.openapi.json",
    output: "zh-CN/index.html",
    options: { lang: "zh-CN", otherLang: "en", otherName: "English", otherHref: "../index.html" },
  },
];

interface Description {
  paths: Record<string, Record<string, { operationId: string; description: string }>>;
}

/** The bundle with the name of each operation at the head of its text: Redoc shows and finds it nowhere else. */
async function readWithIds(bundle: string): Promise<Description> {
  const text = await readFile(fileURLToPath(import.meta.resolve(`@elb-classic/spec/${bundle}`)), "utf8");
  const description = JSON.parse(text) as Description;
  for (const operation of Object.values(description.paths).flatMap((item) => Object.values(item))) {
    operation.description = `\`${operation.operationId}\`\n\n${operation.description}`;
  }
  return description;
}

async function buildPage({ bundle, output, options }: Page, work: string): Promise<void> {
  const source = join(work, bundle);
  await writeFile(source, JSON.stringify(await readWithIds(bundle)));
  const target = join(work, "dist", output);
  await mkdir(dirname(target), { recursive: true });
  const template = Object.entries(options).map(([name, value]) => `--templateOptions.${name}=${value}`);
  const args = [
    "build-docs",
    source,
    "--inlineBundle",
    "--template",
    "src/page.hbs",
    ...template,
    "--output",
    target,
  ];
  await promisify(execFile)(process.execPath, [cli, ...args], {
    cwd: folder,
    env: { ...process.env, ...quiet },
  });
  const html = await readFile(target, "utf8");
  await writeFile(target, html.replaceAll(remoteLogo, localLogo));
}

const work = await mkdtemp(join(folder, ".build-"));
try {
  for (const page of pages) await buildPage(page, work);
  await rm(join(folder, "dist"), { recursive: true, force: true });
  await rename(join(work, "dist"), join(folder, "dist"));
} finally {
  await rm(work, { recursive: true, force: true });
}
