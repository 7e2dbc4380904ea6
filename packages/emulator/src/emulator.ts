import { operations, protocol } from "@elb-classic/spec/operations";
import { isAdministrationPath } from "./administration/path.ts";
import type { Trace } from "./administration/request-entry.ts";
import { RequestLog } from "./administration/request-log.ts";
import { createSteerableClock } from "./administration/steerable-clock.ts";
import { createWatch } from "./administration/watch.ts";
import { authenticate } from "./auth/authenticate.ts";
import type { Caller } from "./auth/caller.ts";
import { createDigest } from "./auth/digest.ts";
import type { SignedRequest } from "./auth/signature.ts";
import { checkOptions } from "./check-options.ts";
import { arrive } from "./faults/arrive.ts";
import { ConnectionLost, sendBack } from "./faults/broken-connection.ts";
import { checkFaultRules } from "./faults/check-rules.ts";
import { Faults } from "./faults/faults.ts";
import { type Answer, jsonAnswer, refusalAnswer, responseOf } from "./http/answers.ts";
import { type Incoming, incomingOf, type RequestHeaders } from "./http/incoming.ts";
import { checkHead } from "./http/limits.ts";
import { Refusal } from "./http/refusal.ts";
import { findRoute, type Route } from "./http/router.ts";
import { mayBeIamPath } from "./iam/names.ts";
import { judgeRequest } from "./judge/judge-request.ts";
import type { Behaviour } from "./operations/call.ts";
import { handlerOf } from "./operations/handlers.ts";
import { documentedPath } from "./operations/job-uri.ts";
import { settleJobs } from "./operations/jobs.ts";
import { quotasOf } from "./operations/quotas.ts";
import type { Emulator, EmulatorOptions } from "./options.ts";
import { plantSeed } from "./seed/plant.ts";
import { type Clock, type ManualClock, systemClock } from "./state/clock.ts";
import { newId } from "./state/formats.ts";
import { loadRows } from "./state/load.ts";
import { Project } from "./state/project.ts";
import { restoreSnapshot, type Snapshot, takeSnapshot } from "./state/snapshot.ts";
import { State } from "./state/state.ts";
import type { Store } from "./state/store.ts";
import type { Watch } from "./state/table.ts";
import { type StateView, viewState } from "./state/view.ts";
import { Journal } from "./storage/journal.ts";
import type { Storage } from "./storage/storage.ts";

/**
 * Creates an emulator of the classic ELB API that keeps its state in memory. It runs wherever `Request`, `Response`
 * and Web Crypto exist, opens no port and starts no timer, but for faults with `latencyMs` on the machine's clock.
 * @throws TypeError for an option that makes no sense
 * @throws SeedError where `options.seed` is no seed or contradicts itself
 */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  return createService(options);
}

/** An emulator with the entrance of the command, which spares it `Request` and `Response`. */
export interface Service extends Emulator {
  /** Answers a request, as `fetch` does. */
  readonly respond: (incoming: Incoming) => Promise<Answer>;
  /** Resolves once the storage, if there is one, has everything that has changed so far. */
  readonly saved: () => Promise<void>;
}

/**
 * Creates an emulator.
 * @param storage keeps the state, and may have one to begin with, which takes the place of the seed
 * @throws TypeError and SeedError as `createEmulator`
 */
export function createService(options: EmulatorOptions, storage?: Storage): Service {
  checkOptions(options);
  const { auth = "on", unavailable = false, seed } = options;
  const clock = clockOf(options, storage?.time ?? 0);
  const faultRules = checkFaultRules(options.faults ?? []);
  const faults = new Faults(faultRules);
  const requests = options.administration === true ? new RequestLog() : undefined;
  const watch = createWatch(requests, options.onRequest);
  const behaviour: Behaviour = {
    quirks: options.quirks ?? "observed",
    jobDurationMs: options.jobDurationMs ?? 2000,
    quotas: quotasOf(options.quotas),
  };
  const changes: Watch = {};
  const state = new State(changes);
  const { store, accounts } = state;
  const digest = createDigest();
  let administration: ((incoming: Incoming) => Promise<Answer>) | undefined;
  const seeded = (into: State) => {
    if (seed !== undefined) plantSeed(seed, into.store, into.accounts, clock.now());
  };
  if (storage?.rows === undefined) seeded(state);
  else {
    // The account that an empty state has makes way for the one that was kept.
    state.clear();
    loadRows(storage.rows, state);
  }
  const journal = storage && keepIn(storage, state, changes, clock);
  const initial = requests && initialSnapshot();

  async function answer(request: Incoming, trace: Trace): Promise<Answer> {
    checkHead(request);
    const { method, url } = request;
    const answeredByIam = mayBeIamPath(url.pathname) ? await iamAnswer(request, trace) : undefined;
    if (answeredByIam !== undefined) return answeredByIam;
    if (unavailable) throw new Refusal("APIGW.0101#1");
    const route = findRoute(method, documentedPath(url.pathname));
    const signed = await accept(route.operationId, request, trace);
    const caller =
      auth === "on" ? await authenticate(signed, accounts.credentials, digest, clock.now()) : undefined;
    if (caller !== undefined) checkProject(route, request.headers, caller);
    // Nothing below waits, so that every request sees and leaves a consistent state.
    const now = clock.now();
    faults.spend(route.operationId, spenderOf(route, caller), now);
    settleJobs(store, now);
    const result = run(route, signed, caller, now);
    return jsonAnswer(operations[route.operationId].success, result, { requestId: trace.requestId, now });
  }

  /** Takes a request in, unless a fault ends it before. */
  async function accept(operationId: string, request: Incoming, trace: Trace): Promise<SignedRequest> {
    const { method, url, headers } = request;
    trace.operationId = operationId;
    const plan = faults.plan(operationId);
    if (plan !== undefined) {
      trace.plan = plan;
      await arrive(plan, clock);
    }
    const body = await request.readBody();
    trace.body = body;
    return { method, url, headers, body };
  }

  /** The answer of IAM, undefined where it has no such call. */
  async function iamAnswer(request: Incoming, trace: Trace): Promise<Answer | undefined> {
    const { answerIam, findIamCall } = await import("./iam/answer.ts");
    const name = findIamCall(request.method, request.url.pathname);
    if (name === undefined) return undefined;
    const signed = await accept(name, request, trace);
    const setting = { accounts, digest, trusting: auth === "off", now: () => clock.now() };
    const { answer, refusal } = await answerIam(name, signed, setting, trace.requestId);
    if (refusal !== undefined) trace.refusal = refusal;
    return answer;
  }

  function run(
    { operationId, parameters }: Route,
    request: SignedRequest,
    caller: Caller | undefined,
    now: number,
  ): unknown {
    const { method, url } = request;
    const target = documentedPath(url.pathname) + url.search;
    const body = judgeRequest(operationId, { method, url: target, body: request.body });
    const handler = handlerOf(operationId);
    const path = parameters as never;
    return handler({
      operationId,
      path,
      get query() {
        return url.searchParams;
      },
      body: body as never,
      project: projectOf(parameters, store),
      administrator: caller?.holder.administrator === true,
      store,
      now,
      behaviour,
      jobFault: () => faults.jobOutcome(operationId),
    });
  }

  async function respond(incoming: Incoming): Promise<Answer> {
    if (journal === undefined) return respondAtOnce(incoming);
    try {
      return await respondAtOnce(incoming);
    } finally {
      // Whatever has been done has to last before anybody hears of it.
      await journal.commit();
    }
  }

  async function respondAtOnce(incoming: Incoming): Promise<Answer> {
    if (requests !== undefined && isAdministrationPath(incoming.url.pathname))
      return administer(requests, incoming);
    const trace: Trace = { requestId: newId(), beganAt: clock.now() };
    try {
      const answered = await answerOrRefusal(incoming, trace);
      const sent = trace.plan === undefined ? answered : sendBack(answered, trace.plan);
      watch?.(incoming, trace, sent.status, clock.now());
      return sent;
    } catch (error) {
      if (error instanceof ConnectionLost) watch?.(incoming, trace, null, clock.now());
      throw error;
    }
  }

  function view(): StateView {
    settleJobs(store, clock.now());
    return viewState(store, clock.now());
  }

  function snapshot(): Snapshot {
    settleJobs(store, clock.now());
    return takeSnapshot(state);
  }

  function restore(snapshot: unknown): void {
    restoreSnapshot(snapshot, state);
  }

  /** What `reset` goes back to: not what a storage has kept. */
  function initialSnapshot(): Snapshot {
    if (storage?.rows === undefined) return takeSnapshot(state);
    const fresh = new State();
    seeded(fresh);
    return takeSnapshot(fresh);
  }

  async function administer(requests: RequestLog, incoming: Incoming): Promise<Answer> {
    const { createAdministration } = await import("./administration/administration.ts");
    administration ??= createAdministration({
      clock,
      faults,
      requests,
      state: view,
      snapshot,
      restore,
      reset() {
        restore(initial);
        faults.replace(faultRules);
      },
      jobEnds() {
        settleJobs(store, clock.now());
        return store.queue.ends();
      },
    });
    return administration(incoming);
  }

  async function answerOrRefusal(incoming: Incoming, trace: Trace): Promise<Answer> {
    try {
      return await answer(incoming, trace);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      trace.refusal = error;
      return refusalAnswer(error, { requestId: trace.requestId, now: clock.now() });
    }
  }

  return {
    clock,
    respond,
    fetch: async (request) => responseOf(await respond(incomingOf(request))),
    state: view,
    snapshot,
    restore,
    saved: async () => journal?.commit(),
  };
}

/** Whose budget a call is taken from. */
function spenderOf({ parameters }: Route, caller: Caller | undefined): string {
  return `${parameters.project_id ?? ""} ${caller?.holder.userId ?? ""}`;
}

/** Keeps a state in a storage from now on: all of it where there was none, then what changes. */
function keepIn(storage: Storage, state: State, changes: Watch, clock: Clock): Journal {
  const journal = new Journal(storage, clock);
  if (storage.rows === undefined) journal.noteAll(state.tables());
  changes.changed = (table, key) => journal.note(table, key);
  return journal;
}

/** Administration can hold the machine's clock. A clock that the program made is left as it is. */
function clockOf({ clock = "real", administration }: EmulatorOptions, notBefore: number): Clock {
  if (clock !== "real") return notEarlier(clock, notBefore);
  return notEarlier(
    administration === true ? createSteerableClock({ base: systemClock }) : systemClock,
    notBefore,
  );
}

/** The time goes on from that which a storage kept, where a clock had been moved: it does not run backwards. */
function notEarlier(clock: Clock, time: number): Clock {
  const behind = time - clock.now();
  if (behind <= 0) return clock;
  const movable = "advance" in clock ? (clock as ManualClock) : createSteerableClock({ base: clock });
  movable.advance(behind);
  return movable;
}

/** The project of a call. The versions of the API belong to none: they get one that nobody keeps. */
function projectOf({ project_id }: Route["parameters"], store: Store): Project {
  return project_id === undefined ? new Project("") : store.project(project_id);
}

/**
 * The project in the URL has to be one that the credentials open, and the one that the request names in its header.
 * Where the URL has none, any valid credentials will do.
 */
function checkProject(route: Route, headers: RequestHeaders, caller: Caller): void {
  const inPath = route.parameters.project_id;
  if (inPath === undefined) return;
  const inHeader = headers.get(protocol.headers.projectId) ?? inPath;
  if (caller.opens(inPath) && inHeader === inPath) return;
  throw new Refusal("ELB.9808#1", {
    reason: `The credentials do not belong to the project ${inPath} of the URL.`,
  });
}
