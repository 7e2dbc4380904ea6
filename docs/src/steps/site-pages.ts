/** Turns what Astro built into the site that is served. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { anywhere, fromDisk, relativeHtml, relativeSearch } from "./relative.ts";

/** Makes the addresses of all pages, and those in the script of the search, relative. */
export async function makeRelative(folder: string): Promise<void> {
  const files = (await readdir(folder, { recursive: true })).map((file) => file.replaceAll("\\", "/"));
  const folders = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  for (const path of files.filter((file) => file.endsWith(".html"))) {
    const file = join(folder, path);
    const html = relativeHtml(path, await readFile(file, "utf8"));
    const withDisk = withNamedSearch(html).replace("</head>", `${fromDisk}</head>`);
    await writeFile(file, path === "404.html" ? anywhere(withDisk, folders) : withDisk);
  }
  const scripts = files.filter((file) => /^_astro\/.*\.js$/.test(file)).map((file) => join(folder, file));
  const changed = await Promise.all(scripts.map(makeSearchRelative));
  if (changed.filter(Boolean).length !== 1)
    throw new Error("The script of the search is not as src/steps/relative.ts expects it.");
}

async function makeSearchRelative(file: string): Promise<boolean> {
  const script = relativeSearch(await readFile(file, "utf8"));
  if (script !== undefined) await writeFile(file, script);
  return script !== undefined;
}

// What the button of the search shows runs together for those who call it by what they see.
const SEARCH_BUTTON =
  /(<button data-open-modal[^>]* aria-label="[^"]*)("[\s\S]*?<\/span>)(<kbd[^>]*><kbd[^>]*>Ctrl<\/kbd>)(<kbd)/;

/** The button of the search is called by all that it shows, its keys too, so that voice control reaches it. */
const withNamedSearch = (html: string): string => html.replace(SEARCH_BUTTON, "$1 Ctrl K$2 $3 $4");
