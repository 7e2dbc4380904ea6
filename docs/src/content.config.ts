import { defineCollection } from "astro:content";
import { i18nLoader } from "@astrojs/starlight/loaders";
import { docsSchema, i18nSchema } from "@astrojs/starlight/schema";
import { z } from "astro/zod";
import { pagesLoader } from "./loader.ts";

export const collections = {
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
  docs: defineCollection({
    loader: pagesLoader(),
    schema: docsSchema({
      extend: z.object({
        /** What the page can do beyond being read, with script. */
        tool: z.enum(["lookup", "register", "try", "missing"]).optional(),
        /** Hash of the English page that this one translates. */
        translationOf: z.string().optional(),
      }),
    }),
  }),
};
