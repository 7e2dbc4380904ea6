/**
 * Brings the files below translations/zh-CN/ into step with the English texts: adds a line for each new text, drops
 * those whose English is gone, and names what still needs a person. With `--accept`, the present Chinese texts are
 * declared to translate the present English ones.
 */
import { rm } from "node:fs/promises";
import { stringify } from "yaml";
import { inPackage, writeText } from "./files.ts";
import { hashOf, readSources, readTwin, type Source, type Translation } from "./translations.ts";

const accept = process.argv.includes("--accept");

function update(source: Source, twin: Record<string, Translation>): Record<string, Translation> {
  const updated: Record<string, Translation> = {};
  for (const { pointer, text } of source.texts) {
    const old = twin[pointer] ?? { en: "", zh: "" };
    updated[pointer] = { en: accept && old.zh ? hashOf(text) : old.en, zh: old.zh };
    if (!old.zh || updated[pointer].en !== hashOf(text)) {
      open += 1;
      console.log(`${source.twin}  ${pointer}\n  en: ${text.trim()}\n  zh: ${old.zh || "(missing)"}`);
    }
  }
  return updated;
}

let open = 0;
for (const source of await readSources()) {
  const updated = update(source, await readTwin(source.twin));
  if (Object.keys(updated).length === 0) await rm(inPackage(source.twin), { force: true });
  else await writeText(inPackage(source.twin), stringify(updated, { lineWidth: 0 }));
}
if (open === 0) console.log("All texts are translated.");
