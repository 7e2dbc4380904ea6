import { type ErrorCodeId, errorCodes } from "@elb-classic/spec/error-codes";
import { Refusal } from "../http/refusal.ts";
import type { FaultRule, JobFault } from "./rules.ts";

const REASON = "A fault that the emulator was asked for.";
/** For a status of which the catalogue has no row. */
const GENERAL: ErrorCodeId = "APIGW.0601#1";

/** The refusal that a rule with `error` or `status` asks for. */
export function refusalOf({ error, status, retryAfterSeconds }: FaultRule): Refusal {
  // Rules have been checked: an id is one of the catalogue.
  const row = (error as ErrorCodeId | undefined) ?? rowOf(status) ?? GENERAL;
  return new Refusal(row, {
    reason: REASON,
    ...(status === undefined ? {} : { status }),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  });
}

function rowOf(status: number | undefined): ErrorCodeId | undefined {
  const rows = Object.entries(errorCodes) as [ErrorCodeId, { code: string; status: number }][];
  return rows.find(([, row]) => row.status === status && row.code.startsWith("APIGW."))?.[0];
}

/** How a job ends that a rule lets fail. */
export function jobOutcomeOf({ code, reason }: JobFault): {
  readonly code: string;
  readonly message: string;
} {
  const known = Object.values(errorCodes).find((row) => row.code === code)?.messages[0];
  return { code, message: reason ?? known ?? "The job failed." };
}
