import type { ClientRequest, IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { protocol } from "@elb-classic/spec/operations";
import type { Finding, Verdict } from "../../finding.ts";
import { BodyCopy } from "./body-copy.ts";
import { decode, type Payload } from "./decode.ts";
import { broken, type Fault, faultOf, gone, isStale, late } from "./fault.ts";
import { hasPayload, ownHeaders, withoutOwn } from "./head.ts";
import { hold, join } from "./hold.ts";
import { exchangeFindings, type Judge } from "./judge.ts";
import type { Passed, PassedMessage, PassedResponse } from "./passed.ts";
import type { ReSigner } from "./re-sign.ts";
import { malformed, type Refusal, refuse, statusOf } from "./refusal.ts";
import { type Route, type Routing, routeOf } from "./route.ts";
import type { Upstream } from "./upstream.ts";
import { VERDICT_HEADER, verdictHeader } from "./verdict-header.ts";

/** What all calls share. */
export interface Context {
  readonly routing: Routing;
  readonly upstream: Upstream;
  readonly judge: Judge;
  readonly reSigner: ReSigner | undefined;
  /** Whether what breaks the contract is kept back. */
  readonly blocks: boolean;
  /** Bytes of a payload that are kept for the check. */
  readonly maxBody: number;
  /** Milliseconds without any progress after which a call is given up. */
  readonly patience: number;
  /** Whether connections are to end with the call. */
  readonly isDraining: () => boolean;
  record(call: Passed): void;
}

/** One call on its way to the service and back. */
export class Passage {
  readonly #context: Context;
  readonly #incoming: IncomingMessage;
  readonly #outgoing: ServerResponse;
  readonly #startedAt = Date.now();
  readonly #begun = performance.now();
  readonly #sent: BodyCopy;
  readonly #answered: BodyCopy;
  #route: Route;
  #upstream: ClientRequest | undefined;
  #answer: IncomingMessage | undefined;
  #timer: NodeJS.Timeout | undefined;
  #verdict: Verdict | undefined;
  #isJudged = false;
  #payload: Payload;
  #answerPayload: Payload;
  #isOver = false;

  constructor(context: Context, incoming: IncomingMessage, outgoing: ServerResponse) {
    this.#context = context;
    this.#incoming = incoming;
    this.#outgoing = outgoing;
    this.#route = { path: withoutUser(incoming.url ?? ""), host: context.routing.target.host, headers: [] };
    this.#sent = new BodyCopy(context.maxBody);
    this.#answered = new BodyCopy(context.maxBody);
  }

  /** @param refusal Why it is not to go on. */
  start(refusal?: Refusal): void {
    const route = refusal ?? routeOf(this.#incoming, this.#context.routing);
    if ("row" in route) this.#refuse(route);
    else this.#forward(route);
  }

  #forward(route: Route): void {
    const { reSigner, blocks, maxBody, patience } = this.#context;
    this.#route = route;
    this.#timer = setTimeout(() => this.#fail(late(patience)), patience);
    this.#outgoing.once("close", () => this.#fail(gone));
    if (reSigner !== undefined) this.#hold(MAX_SIGNED);
    else if (blocks) this.#hold(maxBody);
    else if (hasPayload(this.#incoming)) this.#pipe(this.#send());
    else {
      this.#send().end();
      this.#judgeRequest();
    }
  }

  #send(): ClientRequest {
    const { method } = this.#incoming;
    const upstream = this.#context.upstream.send(method, this.#route);
    upstream.on("response", (answer) => this.#onAnswer(answer));
    if (this.#incoming.headers.expect !== undefined) {
      upstream.on("continue", () => this.#outgoing.writeContinue());
    }
    upstream.on("error", (error) => this.#onError(upstream, error));
    this.#upstream = upstream;
    return upstream;
  }

  /** Sends the payload as it comes. */
  #pipe(upstream: ClientRequest): void {
    const incoming = this.#incoming;
    incoming.on("data", (chunk: Uint8Array) => {
      if (this.#isOver) return;
      this.#timer?.refresh();
      this.#sent.add(chunk);
      if (!upstream.write(chunk)) incoming.pause();
    });
    upstream.on("drain", () => incoming.resume());
    incoming.on("end", () => {
      upstream.end();
      this.#judgeRequest();
    });
  }

  /** Reads the payload before anything is sent. */
  #hold(limit: number): void {
    const incoming = this.#incoming;
    if (incoming.headers.expect !== undefined) this.#outgoing.writeContinue();
    hold(incoming, limit, {
      passing: (chunk) => {
        this.#timer?.refresh();
        this.#sent.add(chunk);
      },
      whole: (chunks) => void this.#release(join(chunks)),
      overflow: (chunks) => this.#overflow(chunks),
    });
  }

  /** What is longer than can be held goes on without a verdict, unless it has to be signed. */
  #overflow(chunks: readonly Uint8Array[]): void {
    if (this.#context.reSigner !== undefined) {
      this.#refuse({
        row: "bodyTooLarge",
        reason: `Not forwarded: ${MAX_SIGNED >> 20} MB can be signed at most.`,
      });
    } else {
      const upstream = this.#send();
      for (const chunk of chunks) upstream.write(chunk);
      this.#pipe(upstream);
    }
  }

  async #release(payload: Uint8Array): Promise<void> {
    const { blocks, reSigner } = this.#context;
    this.#judgeRequest();
    if (blocks && this.#verdict?.ok === false) {
      this.#refuse(breach(this.#verdict.findings));
      return;
    }
    try {
      if (reSigner !== undefined) this.#route = await reSigner.sign(this.#incoming, this.#route, payload);
    } catch (error) {
      this.#refuse({ row: "unavailable", reason: `Not forwarded: ${(error as Error).message}` });
    }
    if (!this.#isOver) this.#send().end(payload);
  }

  #judgeRequest(): void {
    const { method = "", headers } = this.#incoming;
    const body = decode(this.#sent.bytes, headers["content-encoding"], this.#context.maxBody);
    this.#isJudged = true;
    this.#payload = body;
    this.#verdict = this.#context.judge.request({ method, url: this.#route.path, headers, body });
  }

  #onAnswer(answer: IncomingMessage): void {
    this.#answer = answer;
    this.#timer?.refresh();
    answer.on("error", () => this.#fail(broken(answer, this.#answered.length)));
    try {
      if (this.#context.blocks && this.#verdict !== undefined) this.#holdAnswer(answer, this.#verdict);
      else this.#relay(answer);
    } catch (error) {
      // A head that Node reads but does not write.
      this.#fail(faultOf(error as Error));
    }
  }

  /** Hands the answer on as it comes. */
  #relay(answer: IncomingMessage): void {
    const outgoing = this.#outgoing;
    this.#writeHead(answer);
    answer.on("data", (chunk: Uint8Array) => {
      this.#timer?.refresh();
      this.#answered.add(chunk);
      if (!outgoing.write(chunk)) answer.pause();
    });
    outgoing.on("drain", () => answer.resume());
    answer.on("end", () => {
      outgoing.end();
      this.#finish(answer);
    });
  }

  #writeHead(answer: IncomingMessage): void {
    const outgoing = this.#outgoing;
    const isOwn = ownHeaders(answer);
    // Nobody else's verdict stands beside that of this proxy.
    const headers = withoutOwn(answer, (name) => isOwn(name) || name === VERDICT_HEADER.toLowerCase());
    headers.push(VERDICT_HEADER, verdictHeader(this.#verdict));
    if (this.#context.isDraining()) outgoing.shouldKeepAlive = false;
    outgoing.sendDate = false;
    outgoing.writeHead(answer.statusCode!, answer.statusMessage!, headers);
  }

  /** Looks at the whole answer first. One that is longer than can be held goes on as it comes. */
  #holdAnswer(answer: IncomingMessage, verdict: Verdict): void {
    hold(answer, this.#context.maxBody, {
      passing: (chunk) => {
        this.#timer?.refresh();
        this.#answered.add(chunk);
      },
      whole: (chunks) => this.#releaseAnswer(answer, verdict, join(chunks)),
      overflow: (chunks) => {
        this.#relay(answer);
        for (const chunk of chunks) this.#outgoing.write(chunk);
      },
    });
  }

  #releaseAnswer(answer: IncomingMessage, verdict: Verdict, payload: Uint8Array): void {
    const findings = this.#judgeAnswer(answer, verdict);
    if (findings.some(({ severity }) => severity === "error")) this.#replace(answer, verdict, findings);
    else {
      this.#writeHead(answer);
      this.#outgoing.end(payload);
      this.#record({ answer, findings: exchangeFindings(verdict, answer.statusCode!, findings) });
    }
  }

  #replace(answer: IncomingMessage, verdict: Verdict, findings: readonly Finding[]): void {
    const status = answer.statusCode!;
    const reason = `The service answered ${status}, but not as the contract says; findings tell how.`;
    const refusal: Refusal = { row: "unavailable", reason, findings };
    refuse(this.#outgoing, refusal);
    this.#record({
      answer,
      status: statusOf(refusal),
      findings: exchangeFindings(verdict, status, findings),
      fault: `in place of the service's ${status}`,
    });
  }

  #finish(answer: IncomingMessage): void {
    if (this.#isOver) return;
    const verdict = this.#verdict;
    const findings =
      verdict === undefined
        ? []
        : exchangeFindings(verdict, answer.statusCode!, this.#judgeAnswer(answer, verdict));
    this.#record({ answer, findings });
  }

  #judgeAnswer(answer: IncomingMessage, verdict: Verdict): readonly Finding[] {
    const { method = "" } = this.#incoming;
    const message = {
      method,
      url: this.#route.path,
      status: answer.statusCode!,
      headers: answer.headers,
      body: this.#answeredPayload(answer),
    };
    return this.#context.judge.response(message, verdict, { begun: this.#begun, ended: performance.now() });
  }

  /** Decoded once. */
  #answeredPayload({ headers }: IncomingMessage): Payload {
    this.#answerPayload ??= decode(this.#answered.bytes, headers["content-encoding"], this.#context.maxBody);
    return this.#answerPayload;
  }

  #onError(upstream: ClientRequest, error: NodeJS.ErrnoException): void {
    if (this.#isOver || upstream !== this.#upstream) return;
    if (isStale(upstream, error) && this.#answer === undefined && !hasPayload(this.#incoming))
      this.#send().end();
    else this.#fail(faultOf(error));
  }

  /** Ends a call that cannot be completed. */
  #fail({ text, refusal }: Fault): void {
    if (this.#isOver) return;
    const outgoing = this.#outgoing;
    const begun = outgoing.headersSent;
    if (!begun && refusal !== undefined) this.#refuse(refusal, text);
    else {
      this.#record({ fault: text, status: begun ? this.#answer?.statusCode : undefined });
      // What has been written arrives, and that it is not all is seen by how it ends.
      outgoing.socket?.destroySoon();
    }
    this.#upstream?.destroy();
  }

  #refuse(refusal: Refusal, fault = refusal.reason): void {
    if (this.#isOver) return;
    if (this.#context.isDraining()) this.#outgoing.shouldKeepAlive = false;
    refuse(this.#outgoing, refusal);
    // What the client still sends has to go somewhere before it looks at the answer.
    this.#incoming.resume();
    this.#record({ status: statusOf(refusal), fault, findings: refusal.findings });
  }

  #record({
    answer,
    status = answer?.statusCode,
    fault,
    findings = this.#verdict?.findings ?? [],
  }: Ending): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
    const { record, routing } = this.#context;
    const { method = "" } = this.#incoming;
    const { path, host } = this.#route;
    record({
      startedAt: this.#startedAt,
      milliseconds: performance.now() - this.#begun,
      method,
      path,
      url: path.startsWith("/") ? `${routing.target.protocol}//${host}${path}` : path,
      operationId: this.#verdict?.operationId,
      isOfThisApi: this.#verdict !== undefined || (!this.#isJudged && this.#concerns(method, path)),
      request: this.#passedRequest(),
      response: answer && this.#passedResponse(answer),
      status,
      findings,
      fault,
    });
  }

  /** Of a call that ended before there was a verdict. */
  #concerns(method: string, path: string): boolean {
    return path.startsWith("/") && this.#context.judge.concerns(method, path);
  }

  #passedRequest(): PassedMessage {
    const { httpVersion, rawHeaders, headers } = this.#incoming;
    const length = this.#isJudged ? this.#sent.length : announcedLength(headers);
    return { httpVersion, headers: rawHeaders, payload: this.#payload, length };
  }

  #passedResponse(answer: IncomingMessage): PassedResponse {
    const { httpVersion, rawHeaders: headers, statusCode = 0, statusMessage = "" } = answer;
    const payload = this.#answeredPayload(answer);
    return {
      httpVersion,
      headers,
      payload,
      length: this.#answered.length,
      status: statusCode,
      statusText: statusMessage,
    };
  }
}

const { maxBodyBytes: MAX_SIGNED } = protocol.signature;

/** How a call ended. */
interface Ending {
  /** All of it was there. */
  readonly answer?: IncomingMessage;
  readonly status?: number | undefined;
  readonly fault?: string | undefined;
  readonly findings?: readonly Finding[] | undefined;
}

/** An absolute URL can hold a password. */
function withoutUser(url: string): string {
  return url.startsWith("/") ? url : url.replace(/\/\/[^/?#]*@/, "//");
}

/** -1 where it is not known. */
function announcedLength(headers: IncomingHttpHeaders): number {
  return headers["transfer-encoding"] === undefined ? Number(headers["content-length"] ?? 0) : -1;
}

function breach(findings: readonly Finding[]): Refusal {
  return { ...malformed("Not forwarded: the request breaks the contract; findings tell how."), findings };
}
