import type { LanguageName } from "../../language/language.ts";
import { FORMATS, type FormatName } from "../formats/format.ts";
import { readChoice, readText, UsageError } from "../usage.ts";
import type { FailOn } from "./report.ts";

const text = { type: "string" } as const;

/** Options of all that report findings, for `readOptions`. */
export const REPORT_OPTIONS = {
  format: { type: "string", default: "pretty" },
  "fail-on": { type: "string", default: "error" },
  language: { type: "string", default: "en" },
  baseline: text,
  "update-baseline": { type: "boolean", default: false },
  overlay: text,
} as const;

/** Their lines in a help text. */
export const REPORT_HELP = `  --format FORMAT    ${FORMATS.slice(0, -1).join(", ")} or ${FORMATS.at(-1)} (default: pretty)
  --fail-on SEVERITY error, warning, note or never: the mildest that gives exit code 1 (default: error)
  --baseline FILE    findings that are known, and do not count
  --update-baseline  write to that file what is found now
  --overlay FILE     how the service differs, as "elb-contract probe" writes it: such findings are notes
  --language NAME    en or zh-CN (default: en)`;

export interface ReportSettings {
  readonly format: FormatName;
  readonly failOn: FailOn;
  readonly language: LanguageName;
  readonly baseline: string | undefined;
  readonly updateBaseline: boolean;
  readonly overlay: string | undefined;
}

interface Values {
  readonly format: string;
  readonly "fail-on": string;
  readonly language: string;
  readonly baseline?: string | undefined;
  readonly "update-baseline": boolean;
  readonly overlay?: string | undefined;
}

/** @throws UsageError */
export function readReportSettings(values: Values): ReportSettings {
  const settings: ReportSettings = {
    format: readChoice("--format", values.format, FORMATS),
    failOn: readChoice("--fail-on", values["fail-on"], ["error", "warning", "note", "never"]),
    language: readChoice("--language", values.language, ["en", "zh-CN"]),
    baseline: readText("--baseline", values.baseline),
    updateBaseline: values["update-baseline"],
    overlay: readText("--overlay", values.overlay),
  };
  if (settings.updateBaseline && settings.baseline === undefined) {
    throw new UsageError("--update-baseline needs --baseline FILE, which it writes.");
  }
  if (settings.updateBaseline && settings.failOn === "never") {
    throw new UsageError("--update-baseline writes what fails, and with --fail-on never nothing does.");
  }
  return settings;
}
