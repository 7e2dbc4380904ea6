import { checkFaultRules, FaultRuleError } from "../faults/check-rules.ts";
import type { Faults } from "../faults/faults.ts";
import { type Answer, type AnswerContext, jsonAnswer, refusalAnswer } from "../http/answers.ts";
import type { Incoming } from "../http/incoming.ts";
import { Refusal } from "../http/refusal.ts";
import type { Clock } from "../state/clock.ts";
import { newId } from "../state/formats.ts";
import { SnapshotError } from "../state/snapshot.ts";
import type { StateView } from "../state/view.ts";
import { advanceClock, clockState, holdClock, runClock } from "./clock-routes.ts";
import { badRequest, checkSameSite } from "./guard.ts";
import { pageAnswer } from "./page/answer.ts";
import { statusPage } from "./page/page.ts";
import { PREFIX } from "./path.ts";
import type { RequestLog } from "./request-log.ts";

/** What the administration sees of an emulator, and how it acts on it. */
export interface Administered {
  readonly clock: Clock;
  readonly faults: Faults;
  readonly requests: RequestLog;
  /** All resources and jobs, without secrets. */
  readonly state: () => StateView;
  /** Everything, secrets included, to be restored. */
  readonly snapshot: () => unknown;
  /** @throws Error with one sentence for what is no snapshot; then nothing has changed */
  readonly restore: (snapshot: unknown) => void;
  /** Puts resources, credentials and faults back as they were at the start. */
  readonly reset: () => void;
  /** When the jobs that wait will end, soonest first. */
  readonly jobEnds: () => readonly number[];
}

/** A route gets the payload, undefined where there is none, and returns what is answered as JSON. */
type Route = (payload: unknown) => unknown;

/** The administration of an emulator. It answers every request in JSON, but for the status page. */
export function createAdministration(target: Administered) {
  const routes = routesOf(target);

  async function answer(incoming: Incoming, context: AnswerContext): Promise<Answer> {
    const { method, url } = incoming;
    checkSameSite(incoming);
    if (method === "GET" && url.pathname === PREFIX) return redirect(context);
    if (method === "GET" && url.pathname === `${PREFIX}/`)
      return pageAnswer(statusPage(target, url.searchParams), context);
    const route = routes.get(`${method} ${url.pathname.slice(PREFIX.length)}`);
    if (route === undefined) throw unknownRoute(url.pathname, [...routes.keys()]);
    const payload = method === "GET" ? undefined : parse(await incoming.readBody());
    return jsonAnswer(200, route(payload), context);
  }

  return async (incoming: Incoming): Promise<Answer> => {
    const context = { requestId: newId(), now: target.clock.now() };
    try {
      return await answer(incoming, context);
    } catch (error) {
      if (error instanceof Refusal) return refusalAnswer(error, context);
      throw error;
    }
  };
}

function routesOf(target: Administered): ReadonlyMap<string, Route> {
  const { clock, faults, requests, jobEnds } = target;
  const shownClock = () => clockState(clock, jobEnds());
  const shownFaults = () => ({ faults: faults.rules });
  return new Map<string, Route>([
    ["GET /state", () => target.state()],
    ["GET /snapshot", () => target.snapshot()],
    [
      "POST /restore",
      (payload) => {
        refuseBad(() => target.restore(payload));
        return target.state();
      },
    ],
    [
      "POST /reset",
      () => {
        target.reset();
        requests.clear();
        return target.state();
      },
    ],
    ["GET /clock", shownClock],
    [
      "POST /clock/hold",
      () => {
        holdClock(clock);
        return shownClock();
      },
    ],
    [
      "POST /clock/run",
      () => {
        runClock(clock);
        return shownClock();
      },
    ],
    [
      "POST /clock/advance",
      (payload) => {
        advanceClock(clock, jobEnds(), payload);
        return shownClock();
      },
    ],
    ["GET /faults", shownFaults],
    [
      "PUT /faults",
      (payload) => {
        const rules = Array.isArray(payload) ? payload : Object(payload).faults;
        refuseBad(() => faults.replace(checkFaultRules(rules)));
        return shownFaults();
      },
    ],
    [
      "DELETE /faults",
      () => {
        faults.replace([]);
        return shownFaults();
      },
    ],
    ["GET /requests", () => ({ requests: requests.requests })],
  ]);
}

/** What is given may be wrong, and then the sentence that says so is the answer. */
function refuseBad(action: () => void): void {
  try {
    action();
  } catch (error) {
    if (error instanceof FaultRuleError || error instanceof SnapshotError) throw badRequest(error.message);
    throw error;
  }
}

function unknownRoute(path: string, known: readonly string[]): Refusal {
  const relative = path.slice(PREFIX.length);
  const methods = known.filter((key) => key.endsWith(` ${relative}`)).map((key) => key.split(" ")[0]);
  return methods.length === 0
    ? new Refusal("APIGW.0101#1", {
        reason: "The administration has no such path; the page at /_emulator/ lists them.",
      })
    : new Refusal("APIGW.0101#2", { reason: `The path takes ${methods.join(" and ")}.` });
}

function parse(body: Uint8Array): unknown {
  if (body.byteLength === 0) return undefined;
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    throw badRequest("The body is not JSON.");
  }
}

function redirect(context: AnswerContext): Answer {
  const answer = jsonAnswer(301, undefined, context);
  return { ...answer, headers: { ...answer.headers, Location: `${PREFIX}/` } };
}
