import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { inRoot } from "./processes.ts";

/** The READMEs that show an example and its output. */
export const readmes = ["README.md", "README.zh-CN.md"];

/** Replaces what differs from run to run: ids that the emulator makes up, and durations. */
export function scrub(output: string, keep: string[]): string {
  const names = new Map<string, string>();
  const steady = (id: string): string => {
    if (keep.includes(id)) return id;
    if (!names.has(id))
      names.set(id, createHash("sha256").update(String(names.size)).digest("hex").slice(0, 32));
    return names.get(id) ?? id;
  };
  return output.replace(/\b[0-9a-f]{32}\b/g, steady).replace(/in \d+ ms/g, "in 8 ms");
}

/** Drops the questions and answers about a job that is still at work: how many there are depends on the machine. */
export const withoutWaiting = (output: string): string =>
  output
    .replace(/→ GET [^\n]*\(getJob\)\n← [^\n]*\n[^\n]*: (INIT|RUNNING)\n/g, "")
    .replace(/\b[0-9a-f]{32}\b/g, "id");

/** Fills the marked blocks of a README: files as they are, captures with `output`. */
export function fill(readme: string, output: string): string {
  return readme.replace(
    /<!-- (file|capture): (\S+) -->\n```(\w+)\n[\s\S]*?```\n/g,
    (_, kind: string, path: string, language: string) => {
      const text = kind === "file" ? readFileSync(inRoot(path), "utf8") : output;
      return `<!-- ${kind}: ${path} -->\n\`\`\`${language}\n${text.trimEnd()}\n\`\`\`\n`;
    },
  );
}
