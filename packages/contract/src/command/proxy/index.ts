import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import type { Io } from "../io.ts";
import { applyOverlay, readOverlay } from "../overlay.ts";
import { type OpenReport, openReport } from "../report/open.ts";
import { pathOf } from "../report/path.ts";
import { UNREADABLE } from "../report/reporter.ts";
import { version } from "../version.ts";
import { createJudge } from "./judge.ts";
import { createLog } from "./log.ts";
import { help, type ProxyOptions, readProxyOptions } from "./options.ts";
import type { Context } from "./passage.ts";
import type { Passed } from "./passed.ts";
import { checkCaller, createReSigner } from "./re-sign.ts";
import { createRecording } from "./recording.ts";
import { type RunningServer, startServer } from "./server.ts";
import { createUpstream } from "./upstream.ts";
import { proxyFor } from "./way.ts";

export { help };

/** Passes calls on until it is told to stop, then reports what was found. @throws UsageError @throws InputError */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const options = readProxyOptions(args);
  const report = await openReport(options, io);
  const log = createLog(io.stderr, options.quiet);
  let isLost = false;
  const onError = (text: string): void => {
    isLost = true;
    log.say(text);
  };
  const recording = await createRecording({ ...options, version, onError });
  const counter = new Counter(report);
  const context = await createContext(options, io, (call) => {
    counter.add(call);
    log.passed(call);
    recording.add(call);
  });
  try {
    const server = await startServer(context, options.host, options.port, callerCheck(options));
    announce(server, options, io);
    if (!io.signal.aborted) await once(io.signal, "abort");
    await server.drain();
  } finally {
    context.upstream.close();
    await recording.close();
    log.flush();
  }
  const code = await report.close({ others: counter.others, unanswered: counter.unanswered, unrecorded: 0 });
  return isLost ? UNREADABLE : code;
}

async function createContext(
  options: ProxyOptions,
  { env }: Io,
  record: (call: Passed) => void,
): Promise<Omit<Context, "isDraining">> {
  const { target, signingHost, reSign, language, overlay, maxBody, patience } = options;
  const lower = overlay === undefined ? undefined : applyOverlay(readOverlay(overlay));
  return {
    routing: { target, signingHost, reSigns: reSign },
    reSigner: reSign ? await createReSigner(target, env) : undefined,
    upstream: createUpstream(target, { ca: options.ca, proxy: proxyFor(target, env) }),
    judge: createJudge({ language, lower }),
    blocks: options.mode === "block",
    maxBody,
    patience,
    record,
  };
}

/** Only where the proxy lends its own credentials does it matter who calls. */
function callerCheck({ target, signingHost = target.hostname, host, reSign }: ProxyOptions) {
  const names = [target.hostname, signingHost, host];
  return (incoming: IncomingMessage) => (reSign ? checkCaller(incoming, names) : undefined);
}

function announce({ url, port }: RunningServer, { target, mode, readyJson }: ProxyOptions, io: Io): void {
  if (readyJson) io.stdout.write(`${JSON.stringify({ url, port })}\n`);
  else {
    const what = mode === "block" ? "what breaks the contract is kept back" : "everything passes";
    const before = `${target.protocol}//${target.host}`;
    io.stderr.write(`elb-contract: ready at ${url}, before ${before} (${what}). Ctrl-C stops it.\n`);
  }
}

/** Hands what has passed to the report. */
class Counter {
  readonly #report: OpenReport;
  #calls = 0;
  others = 0;
  unanswered = 0;

  constructor(report: OpenReport) {
    this.#report = report;
  }

  add({ isOfThisApi, method, path, status, operationId, findings, response }: Passed): void {
    if (!isOfThisApi) {
      this.others += 1;
      return;
    }
    this.#calls += 1;
    if (response === undefined) this.unanswered += 1;
    const call = { position: `call ${this.#calls}`, method, path: pathOf(path), status, operationId };
    void this.#report.call(call, findings);
  }
}
