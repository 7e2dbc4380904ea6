import type { OperationTypes } from "@elb-classic/spec/operations";
import type { Member } from "../members/desired.ts";
import type { Fields } from "./equal.ts";

type Result<Id extends keyof OperationTypes> = OperationTypes[Id]["result"];

/** What a change is about, as it was read. */
export type Resource =
  | Result<"getLoadBalancer">
  | Result<"getListener">
  | Result<"getHealthCheck">
  | Result<"listCertificates">["certificates"][number];

/** What has become of a change. */
export interface Reconciliation {
  /**
   * `happened`: what was asked for is there, or gone. `did not happen`: it is not, and it may be sent again. `cannot tell`:
   * reading does not decide; `evidence` says why.
   */
  outcome: "happened" | "did not happen" | "cannot tell";
  /**
   * What the change is about, as it was read: of a creation, what it has created, to go on with. Absent where there is none,
   * or more than one candidate.
   */
  resource?: Resource;
  /** Of an addition of members, those that are there. */
  members?: Member[];
  /** What was seen, in a sentence or two. */
  evidence: string;
}

/** What one look at the service has shown. */
export interface Finding extends Reconciliation {
  /** Whether looking again can show nothing else. */
  settled: boolean;
}

const finding =
  (outcome: Reconciliation["outcome"], settled: boolean) =>
  (evidence: string, resource?: Fields): Finding => ({
    outcome,
    settled,
    evidence,
    ...(resource && { resource: resource as unknown as Resource }),
  });

export const happened = finding("happened", true);
/** It did not, and it will not any more. */
export const failed = finding("did not happen", true);
/** It did not so far. */
export const notYet = finding("did not happen", false);
/** It cannot be told, and will not be. */
export const undecidable = finding("cannot tell", true);
/** It cannot be told so far. */
export const undecided = finding("cannot tell", false);
