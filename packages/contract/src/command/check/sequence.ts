import { createJobWatch, type Finding, type LanguageName } from "../../index.ts";
import type { Checked } from "./judge.ts";

/** Holds the calls of one recording against the earlier ones. */
export function createSequence(language: LanguageName): (checked: Checked) => readonly Finding[] {
  const watch = createJobWatch({ language });
  return ({ findings, job }) => {
    if (job === undefined) return findings;
    const more = watch.check(job).findings.filter(({ code }) => code.startsWith("sequence."));
    return more.length === 0 ? findings : [...findings, ...more];
  };
}
