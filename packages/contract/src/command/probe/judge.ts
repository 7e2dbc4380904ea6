import type { ProbeDecision } from "../../build/probe.ts";
import type { Finding } from "../../finding.ts";
import { answerChecks, placeChecks } from "./checks.ts";
import { generalJudge, hasGeneralJudge, type Opinion } from "./judges.ts";
import { type Answer, reads } from "./reads.ts";
import { probeData } from "./records.data.ts";
import { sightsAt } from "./sights.ts";

/** `change`: only a change can show it. `never`: no answer can. `unseen`: no answer has shown it this time. */
export type Reason = "change" | "never" | "unseen";

/** Something that speaks for or against a decision. */
export interface Sign {
  readonly opinion: NonNullable<Opinion>;
  readonly answer: Answer;
  readonly pointer: string;
  /** `undefined` where nothing is there. */
  readonly value: unknown;
  /** Whether the whole answer speaks, and not one value in it. */
  readonly whole: boolean;
}

/** What the answers say about one recorded contradiction. */
export interface Row {
  readonly decision: ProbeDecision;
  readonly verdict: "confirmed" | "refuted" | "not seen";
  readonly reason?: Reason;
  readonly signs: readonly Sign[];
}

/** An answer with what the contract says of it. */
export interface Judged {
  readonly answer: Answer;
  readonly findings: readonly Finding[];
}

/** One row for each decision on record. One thing that speaks against it outweighs what speaks for it. */
export function judgeAll(judged: readonly Judged[]): Row[] {
  return probeData.decisions.map((decision) => rowOf(decision, judged));
}

const readable = new Set<string>(reads.map(({ id }) => id));

function rowOf(decision: ProbeDecision, judged: readonly Judged[]): Row {
  const reason = reasonOf(decision);
  if (reason !== "unseen") return { decision, verdict: "not seen", reason, signs: [] };
  const signs = [
    ...signsAtPlaces(decision, judged),
    ...signsOfAnswers(decision, judged),
    ...breaches(decision, judged),
  ];
  if (signs.length === 0) return { decision, verdict: "not seen", reason, signs };
  const refuted = signs.some(({ opinion }) => opinion === "refuted");
  return { decision, verdict: refuted ? "refuted" : "confirmed", signs };
}

function reasonOf(decision: ProbeDecision): Reason {
  const { id, kinds, places, changes } = decision;
  if (answerChecks[id] !== undefined) return "unseen";
  const visible = places.filter(({ operationId }) => readable.has(operationId));
  if (visible.length > 0 && (placeChecks[id] !== undefined || hasGeneralJudge(kinds, visible)))
    return "unseen";
  return changes ? "change" : "never";
}

function signsAtPlaces({ id, kinds, places }: ProbeDecision, judged: readonly Judged[]): Sign[] {
  const answers = judged.map(({ answer }) => answer);
  const judge = placeChecks[id] ?? generalJudge(kinds);
  return places.flatMap((place) =>
    sightsAt(place, answers).flatMap((sight) => {
      const opinion = judge(sight);
      const { answer, pointer, value } = sight;
      return opinion === undefined ? [] : [{ opinion, answer, pointer, value, whole: false }];
    }),
  );
}

function signsOfAnswers({ id }: ProbeDecision, judged: readonly Judged[]): Sign[] {
  return judged.flatMap(({ answer }) => {
    const opinion = answerChecks[id]?.(answer);
    return opinion === undefined ? [] : [{ opinion, answer, pointer: "", value: answer.body, whole: true }];
  });
}

/** Answers that break what was decided, at a place that the decision is about. */
function breaches({ id, places }: ProbeDecision, judged: readonly Judged[]): Sign[] {
  return judged.flatMap(({ answer, findings }) =>
    findings
      .filter(({ severity, rule }) => severity === "error" && rule.decisions?.some((one) => one.id === id))
      .filter(({ pointer }) => places.some(({ path }) => isAt(pointer, path)))
      .map(
        ({ pointer, actual }): Sign => ({ opinion: "refuted", answer, pointer, value: actual, whole: false }),
      ),
  );
}

function isAt(pointer: string, path: readonly string[]): boolean {
  const segments = pointer.split("/").slice(1);
  return (
    segments.length === path.length &&
    segments.every((segment, index) => {
      return segment === path[index] || (path[index] === "[]" && /^\d+$/.test(segment));
    })
  );
}
