import { operations, protocol } from "@elb-classic/spec/operations";
import { authenticate } from "./auth/authenticate.ts";
import { Credentials } from "./auth/credentials.ts";
import { createDigest } from "./auth/digest.ts";
import type { SignedRequest } from "./auth/signature.ts";
import { checkOptions } from "./check-options.ts";
import { jsonAnswer, refusalAnswer } from "./http/answers.ts";
import { checkHead, readBody } from "./http/limits.ts";
import { Refusal } from "./http/refusal.ts";
import { findRoute, type Route } from "./http/router.ts";
import { judgeRequest } from "./judge/judge-request.ts";
import type { Behaviour } from "./operations/call.ts";
import { handlerOf } from "./operations/handlers.ts";
import { documentedPath } from "./operations/job-uri.ts";
import { settleJobs } from "./operations/jobs.ts";
import { quotasOf } from "./operations/quotas.ts";
import type { Emulator, EmulatorOptions } from "./options.ts";
import { plantSeed } from "./seed/plant.ts";
import { takeSnapshot } from "./snapshot.ts";
import { systemClock } from "./state/clock.ts";
import { newId } from "./state/formats.ts";
import { Project } from "./state/project.ts";
import { Store } from "./state/store.ts";

/**
 * Creates an emulator of the classic ELB API that keeps its state in memory. It runs wherever `Request`, `Response`
 * and Web Crypto exist, opens no port and starts no timer.
 * @throws TypeError for an option that makes no sense
 * @throws SeedError where `options.seed` is no seed or contradicts itself
 */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  checkOptions(options);
  const { auth = "on", unavailable = false, seed } = options;
  const clock = options.clock === undefined || options.clock === "real" ? systemClock : options.clock;
  const behaviour: Behaviour = {
    quirks: options.quirks ?? "observed",
    jobDurationMs: options.jobDurationMs ?? 2000,
    quotas: quotasOf(options.quotas),
  };
  const store = new Store();
  const credentials = new Credentials();
  const digest = createDigest();
  if (seed !== undefined) plantSeed(seed, store, credentials, clock.now());

  async function answer(request: Request, requestId: string): Promise<Response> {
    checkHead(request);
    const url = new URL(request.url);
    if (unavailable) throw new Refusal("APIGW.0101#1");
    const route = findRoute(request.method, documentedPath(url.pathname));
    const body = await readBody(request);
    const signed = { method: request.method, url, headers: request.headers, body };
    if (auth === "on")
      checkProject(route, request.headers, await authenticate(signed, credentials, digest, clock.now()));
    // Nothing below waits, so that every request sees and leaves a consistent state.
    const now = clock.now();
    settleJobs(store, now);
    const result = run(route, signed, now);
    return jsonAnswer(operations[route.operationId].success, result, { requestId, now });
  }

  function run({ operationId, parameters }: Route, request: SignedRequest, now: number): unknown {
    const { method, url, headers } = request;
    const target = documentedPath(url.pathname) + url.search;
    const body = judgeRequest(operationId, { method, url: target, headers, body: request.body });
    const handler = handlerOf(operationId);
    const path = parameters as never;
    return handler({
      operationId,
      path,
      query: url.searchParams,
      body: body as never,
      project: projectOf(parameters, store),
      store,
      now,
      behaviour,
    });
  }

  return {
    clock,
    async fetch(request) {
      const requestId = newId();
      try {
        return await answer(request, requestId);
      } catch (error) {
        if (error instanceof Refusal) return refusalAnswer(error, { requestId, now: clock.now() });
        throw error;
      }
    },
    snapshot() {
      settleJobs(store, clock.now());
      return takeSnapshot(store, clock.now());
    },
  };
}

/** The project of a call. The versions of the API belong to none: they get one that nobody keeps. */
function projectOf({ project_id }: Route["parameters"], store: Store): Project {
  return project_id === undefined ? new Project("") : store.project(project_id);
}

/**
 * The project in the URL has to be one that the credentials open, and the one that the request names in its header.
 * Where the URL has none, any valid credentials will do.
 */
function checkProject(route: Route, headers: Headers, projects: ReadonlySet<string>): void {
  const inPath = route.parameters.project_id;
  if (inPath === undefined) return;
  const inHeader = headers.get(protocol.headers.projectId) ?? inPath;
  if (projects.has(inPath) && inHeader === inPath) return;
  throw new Refusal("ELB.9808#1", {
    reason: `The credentials do not belong to the project ${inPath} of the URL.`,
  });
}
