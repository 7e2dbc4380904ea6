import { type OperationId, operations } from "@elb-classic/spec/operations";
import type { ElbClient } from "../client.ts";
import type { ElbApiError } from "../errors/api-error.ts";
import { ElbAbortError, OutcomeUnknownError } from "../errors/base.ts";
import { withFacts } from "../errors/facts.ts";
import { JobFailedError } from "../errors/job-errors.ts";
import type { JobRecord } from "../job.ts";
import type { CallOptions } from "../methods.ts";
import { FakeClock } from "./fake-clock.ts";

const projectId = "73cd9140bec7427ab9952b4ed75924e0";

// biome-ignore lint/suspicious/noExplicitAny: a stand-in for the service, whose resources tests write down as they need them
type Row = any;
type Effect = () => unknown;

/** What becomes of a call: it is lost on the way there or back, refused, or its job fails. */
type Fault = "lost before" | "lost after" | "job fails" | Error;

/** A refusal by the service. */
export const refusal = (code: string, status = 400): ElbApiError =>
  withFacts(`refused: ${code}`, { operationId: "fake", status, code, requestId: undefined });

/** A client without HTTP, over resources that a test fills in and looks at. Jobs take two seconds. */
export class FakeElb {
  readonly clock = new FakeClock();
  /** Every call, in order. */
  readonly calls: { id: string; args: Row }[] = [];
  /** What becomes of the next calls of an operation, one after another. */
  readonly faults: Partial<Record<OperationId, Fault[]>> = {};
  readonly listeners: Row[] = [];
  readonly certificates: Row[] = [];
  readonly loadbalancers: Row[] = [];
  readonly healthchecks: Row[] = [];
  members: Row[] = [];
  /** The health of members that are added. */
  health = "NORMAL";
  /** Called before each call. */
  before: (id: string, args: Row) => void = () => {};
  #jobs = new Map<string, { ends: number; effect: Effect; status: string }>();
  #ids = 0;

  newId = (): string => `id-${++this.#ids}`;

  /** The time as resources have it. */
  time = (ms = this.clock.now()): string => new Date(ms).toISOString().slice(0, 19).replace("T", " ");

  /** The operations that were called, without reads. */
  get changes(): string[] {
    return this.calls.map(({ id }) => id).filter((id) => operations[id as OperationId].method !== "GET");
  }

  member(server_id: string, server_address: string, health_status = "NORMAL"): Row {
    return { id: this.newId(), server_id, server_address, address: "100.64.0.1", health_status };
  }

  /** What an operation answers; the effect of one with a job comes later. */
  #operations: Partial<Record<OperationId, (args: Row) => Row>> = {
    listMembers: () => this.members,
    getListener: ({ listener_id }) => ({
      member_number: this.members.length,
      ...found(this.listeners, listener_id, "ELB.6010"),
    }),
    listListeners: () => this.listeners,
    getLoadBalancer: ({ loadbalancer_id }) => found(this.loadbalancers, loadbalancer_id, "ELB.1003"),
    listLoadBalancers: () => ({
      loadbalancers: this.loadbalancers,
      instance_num: `${this.loadbalancers.length}`,
    }),
    getHealthCheck: ({ healthcheck_id }) => found(this.healthchecks, healthcheck_id, "ELB.7020"),
    listCertificates: () => ({
      certificates: this.certificates,
      instance_num: `${this.certificates.length}`,
    }),
    createCertificate: ({ body: { private_key, ...body } }) => this.#created(this.certificates, body),
    createListener: ({ body }) => this.#created(this.listeners, body),
    createHealthCheck: ({ body }) => {
      const check = this.#created(this.healthchecks, body);
      found(this.listeners, body.listener_id, "ELB.6010").healthcheck_id = check.id;
      return check;
    },
    createLoadBalancer: ({ body }) => this.#launch(() => this.#created(this.loadbalancers, body)),
    updateListener: ({ listener_id, body }) =>
      Object.assign(found(this.listeners, listener_id, "ELB.6010"), body),
    deleteCertificate: ({ certificate_id }) => {
      this.certificates.splice(
        this.certificates.indexOf(found(this.certificates, certificate_id, "ELB.1002")),
        1,
      );
    },
    addMembers: ({ body }) =>
      this.#launch(() => {
        for (const { server_id, address } of body)
          this.members.push(this.member(server_id, address, this.health));
      }),
    removeMembers: ({ body: { removeMember } }) =>
      this.#launch(() => {
        const gone = removeMember.map(({ id }: Row) => id);
        this.members = this.members.filter(({ id }) => !gone.includes(id));
      }),
  };

  readonly client = Object.fromEntries([
    ...Object.keys(operations).map((id) => [
      id,
      (args: Row, options?: CallOptions) => this.#call(id as OperationId, args, options),
    ]),
    ["resumeJob", (id: string) => this.#job(id)],
  ]) as ElbClient;

  #call(id: OperationId, args: Row, { signal }: CallOptions = {}): Promise<unknown> {
    if (signal?.aborted) return Promise.reject(new ElbAbortError("aborted"));
    const headers = new Headers({ date: new Date(this.clock.now()).toUTCString() });
    const answer = this.#answer(id, structuredClone(args));
    return Object.assign(answer, { withResponse: async () => ({ data: await answer, headers }) });
  }

  async #answer(id: OperationId, args: Row): Promise<unknown> {
    this.#settle();
    this.calls.push({ id, args });
    this.before(id, args);
    const fault = this.faults[id]?.shift();
    if (fault instanceof Error) throw fault;
    if (fault === "lost before") throw this.#lost(id, args);
    const answer = this.#operations[id]!(args);
    if (fault === "lost after") throw this.#lost(id, args);
    if (fault === "job fails") this.#jobs.get(answer.id)!.status = "FAIL";
    return operations[id].job ? answer : structuredClone(answer);
  }

  #lost(operationId: string, args: Row): OutcomeUnknownError {
    const { private_key, ...rest } = args.body ?? {};
    const body = Array.isArray(args.body) ? args.body : rest;
    const sent = { arguments: { ...args, body }, projectId, at: new Date(this.clock.now()) };
    return new OutcomeUnknownError("no answer", { operationId, sent });
  }

  #created(rows: Row[], body: Row): Row {
    const row = { ...body, id: this.newId(), create_time: this.time(), status: "ACTIVE" };
    rows.push(row);
    return row;
  }

  #launch(effect: Effect): Row {
    const id = this.newId();
    this.#jobs.set(id, { ends: this.clock.now() + 2_000, effect, status: "RUNNING" });
    return this.#job(id);
  }

  #job(id: string): Row {
    const wait = async ({ signal }: { signal: AbortSignal }): Promise<JobRecord> => {
      const job = this.#jobs.get(id);
      if (!job) throw refusal("Common.0011", 404);
      await this.clock.sleep(Math.max(0, job.ends - this.clock.now()), signal);
      this.#settle();
      if (job.status === "FAIL") {
        const failed = { job: { status: "FAIL" } as JobRecord, code: undefined, entry: undefined };
        throw new JobFailedError("job failed", { jobId: id, ...failed });
      }
      return { status: "SUCCESS" } as JobRecord;
    };
    return { id, wait };
  }

  #settle(): void {
    for (const job of this.#jobs.values()) {
      if (job.status !== "RUNNING" || job.ends > this.clock.now()) continue;
      job.status = "SUCCESS";
      job.effect();
    }
  }
}

function found(rows: Row[], id: string, code: string): Row {
  const row = rows.find((each) => each.id === id);
  if (!row) throw refusal(code);
  return row;
}
