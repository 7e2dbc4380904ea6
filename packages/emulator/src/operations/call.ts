import type { OperationId, OperationTypes } from "@elb-classic/spec/operations";
import type { Job, Task } from "../state/job.ts";
import type { Project } from "../state/project.ts";
import type { Store } from "../state/store.ts";
import type { JobDuration } from "./job-duration.ts";
import type { Quotas } from "./quotas.ts";

/** How the emulator behaves where evidence and documents leave a choice. */
export interface Behaviour {
  readonly quirks: "observed" | "documented";
  readonly jobDurationMs: JobDuration;
  readonly quotas: Quotas;
}

/** A request that has been authenticated and judged: what an operation works on. */
export interface Call<Id extends OperationId> {
  readonly operationId: Id;
  readonly path: OperationTypes[Id]["path"];
  readonly query: URLSearchParams;
  readonly body: OperationTypes[Id]["body"];
  readonly project: Project;
  /** Whether the caller administers the cloud, instead of being an ordinary tenant. */
  readonly administrator: boolean;
  readonly store: Store;
  /** Milliseconds since 1970, the same throughout the call. */
  readonly now: number;
  readonly behaviour: Behaviour;
  /** Decides how the job fails that is being launched, undefined if it does not. */
  readonly jobFault: () => Job["fault"];
}

/** Runs an operation. It returns the body of the answer, undefined for none, and throws a Refusal. */
export type Handler<Id extends OperationId> = (call: Call<Id>) => unknown;

/** Handlers by operation. */
export type Handlers = { readonly [Id in OperationId]: Handler<Id> };

/** The parts of a call that launching a job needs. */
export type LaunchCall = Pick<Call<OperationId>, "project" | "store" | "now" | "behaviour" | "jobFault">;

/** A task with the entities that its job shows while it runs. */
export interface Launch {
  readonly task: Task;
  readonly expected: Record<string, unknown>;
}
