import type { LanguageName } from "../../language/language.ts";
import type { Batch } from "../read/files.ts";
import { isValue, type RawValue } from "../read/values.ts";
import type { OpenReport } from "../report/open.ts";
import type { Place } from "../report/report.ts";
import type { Behind, Checked, Judged } from "./judge.ts";
import { createSequence } from "./sequence.ts";

/** What is counted beside findings. */
export interface Tally {
  calls: number;
  others: number;
  unanswered: number;
  unrecorded: number;
}

/** Hands what was judged to a report, batch by batch in the order of the files. */
export interface Taker {
  readonly tally: Readonly<Tally>;
  take(batch: Batch, judged: readonly Judged[]): Promise<void>;
}

export function createTaker(report: OpenReport, language: LanguageName): Taker {
  const tally: Tally = { calls: 0, others: 0, unanswered: 0, unrecorded: 0 };
  let current: string | undefined;
  let follow = createSequence(language);

  return {
    tally,
    async take({ file, items }, judged) {
      // Jobs are followed within a file: another one may well be older.
      if (file !== current) follow = createSequence(language);
      current = file;
      let next = 0;
      for (const item of items) {
        const written = isValue(item) ? takeValue(file, item, judged[next++]!) : report.problem(item);
        if (written !== undefined) await written;
      }
    },
  };

  function takeValue(
    file: string,
    value: Omit<RawValue, "bytes">,
    judged: Judged,
  ): Promise<void> | undefined {
    const { position, line, offset } = value;
    const place = { file, line, offset };
    count(judged);
    const { checked, faults, behind = [] } = judged;
    const findings = checked && follow(checked);
    const written = checked && report.call({ ...checked.call, position, place }, findings!);
    if (faults.length === 0) return written;
    const told = tellFaults(written, position, place, faults);
    return behind.length === 0 ? told : takeBehind(told, file, behind);
  }

  async function takeBehind(told: Promise<void>, file: string, behind: readonly Behind[]): Promise<void> {
    await told;
    for (const { judged, ...value } of behind) await takeValue(file, value, judged);
  }

  async function tellFaults(
    written: Promise<void> | undefined,
    position: string,
    place: Place,
    faults: readonly string[],
  ): Promise<void> {
    await written;
    for (const message of faults) await report.problem({ position, place, message });
  }

  function count({ isOther, checked }: Judged): void {
    if (isOther === true) tally.others += 1;
    if (checked === undefined) return;
    const { call, unrecorded }: Checked = checked;
    tally.calls += 1;
    tally.unrecorded += unrecorded;
    if (call.status === undefined) tally.unanswered += 1;
  }
}
