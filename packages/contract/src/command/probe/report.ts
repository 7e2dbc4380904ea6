import type { LanguageName } from "../../language/language.ts";
import type { Difference, Overlay } from "../overlay.ts";
import { withoutIndices } from "../report/identity.ts";
import type { Judged, Reason, Row, Sign } from "./judge.ts";
import { type Sanitise, sanitisePointer } from "./sanitise.ts";

/** How many signs of a row are shown. */
const SHOWN = 3;

/** A row as it is written. Everything in it is sanitised. */
export interface WrittenRow {
  readonly id: string;
  readonly title: string;
  readonly verdict: Row["verdict"];
  /** Left out where it was seen. */
  readonly reason?: Reason;
  /** What the pages say, what was observed, and what the description does. */
  readonly page: string;
  readonly observed?: string;
  readonly decision: string;
  /** How many things speak for it and against it. */
  readonly confirming: number;
  readonly refuting: number;
  /** The first of them; where it is refuted, those against it. */
  readonly evidence: readonly WrittenSign[];
}

export interface WrittenSign {
  readonly operationId: string;
  readonly status: number;
  /** JSON pointer into the payload. Left out where the whole answer tells. */
  readonly pointer?: string;
  /** Left out where nothing stands there, and where the whole answer tells. */
  readonly value?: unknown;
  /** Number of the call in the evidence file, from 1. */
  readonly call: number;
}

export function writeRow(
  row: Row,
  calls: readonly Judged[],
  sanitise: Sanitise,
  language: LanguageName,
): WrittenRow {
  const { id, title, page, observed, decision } = row.decision;
  const own = language === "en" ? "en" : "zh";
  const deciding = row.signs.filter(({ opinion }) => opinion === row.verdict);
  return {
    id,
    title: title[own],
    verdict: row.verdict,
    ...(row.reason === undefined ? {} : { reason: row.reason }),
    page: page[own],
    ...(observed === undefined ? {} : { observed: observed[own] }),
    decision: decision[own],
    confirming: row.signs.filter(({ opinion }) => opinion === "confirmed").length,
    refuting: row.signs.filter(({ opinion }) => opinion === "refuted").length,
    evidence: deciding.slice(0, SHOWN).map((sign) => writeSign(sign, calls, sanitise)),
  };
}

function writeSign(
  { answer, pointer, value, whole }: Sign,
  calls: readonly Judged[],
  sanitise: Sanitise,
): WrittenSign {
  const call = calls.findIndex((one) => one.answer === answer) + 1;
  const base = { operationId: answer.call.read.id, status: answer.status, call };
  if (whole) return base;
  return {
    ...base,
    pointer: sanitisePointer(pointer),
    ...(value === undefined ? {} : { value: sanitise(value) }),
  };
}

/** The calls and what came back, without what tells about the cloud and its user. */
export function writeCalls(judged: readonly Judged[], sanitise: Sanitise) {
  return judged.map(({ answer: { call, status, headers, body, text }, findings }) => ({
    operationId: call.read.id,
    ids: sanitise(call.ids),
    query: sanitise(call.query),
    status,
    headers: {
      "content-type": mediaType(headers),
      "x-request-id": headers.has("x-request-id"),
    },
    // What is no JSON can hold anything.
    ...(body === undefined ? { bodyBytes: Buffer.byteLength(text) } : { body: sanitise(body) }),
    findings: findings.map(({ code, severity, pointer, schema }) => {
      return { code, severity, pointer: sanitisePointer(pointer), schema };
    }),
  }));
}

function mediaType(headers: Headers): string | null {
  const type = /^\s*([\w.+-]+\/[\w.+-]+)/.exec(headers.get("content-type") ?? "");
  return type === null ? null : type[1]!.toLowerCase();
}

/** Errors and warnings of all answers, each place once. */
export function differencesOf(
  judged: readonly Judged[],
): (Difference & { readonly severity: string; readonly expected: string })[] {
  const found = judged.flatMap(({ answer, findings }) =>
    findings
      .filter(({ severity }) => severity !== "note")
      .map(({ code, severity, pointer, expected }) => {
        return {
          code,
          operationId: answer.call.read.id,
          pointer: withoutIndices(pointer),
          severity,
          expected,
        };
      }),
  );
  return [...new Map(found.map((one) => [`${one.operationId} ${one.code} ${one.pointer}`, one])).values()];
}

export function overlayOf(judged: readonly Judged[]): Overlay {
  return { version: 1, differences: differencesOf(judged) };
}
