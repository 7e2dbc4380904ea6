/** The pages of the site: those written by hand in `content/docs/`, and those generated from the description. */
import { docsLoader } from "@astrojs/starlight/loaders";
import type { Loader, LoaderContext } from "astro/loaders";
import type { GeneratedPage } from "./generated-pages/generated-page.ts";
import { generatedPages } from "./generated-pages/generated-pages.ts";
import { includeFiles } from "./include.ts";
import { languageOfPage } from "./language.ts";
import { includePictures } from "./pictures/include.ts";

export function pagesLoader(): Loader {
  return {
    name: "pages",
    load: async (context) => {
      await docsLoader().load(context);
      for (const id of context.store.keys()) await include(id, context);
      for (const page of generatedPages()) await store(page, context);
    },
  };
}

async function store({ id, data, body }: GeneratedPage, context: LoaderContext): Promise<void> {
  // Starlight treats a page by the place of its file, so each gets the one that it could have been.
  const filePath = `src/content/docs/${id}.md`;
  const filled = includePictures(body, languageOfPage(id));
  const rendered = await context.renderMarkdown(filled, { fileURL: new URL(filePath, context.config.root) });
  context.store.set({ id, data: await context.parseData({ id, data }), body, rendered, filePath });
}

/**
 * Fills the places of a hand-written page that show files or pictures. Its source stays as it is, so that it is read
 * anew each time.
 */
async function include(id: string, context: LoaderContext): Promise<void> {
  const entry = context.store.get(id);
  const body = entry?.body ?? "";
  const filled = includePictures(includeFiles(body), languageOfPage(id));
  if (entry?.filePath === undefined || filled === body) return;
  const rendered = await context.renderMarkdown(filled, {
    fileURL: new URL(entry.filePath, context.config.root),
  });
  context.store.set({ ...entry, rendered, digest: context.generateDigest(filled) });
}
