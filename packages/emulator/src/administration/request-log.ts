import type { RequestHeaders } from "../http/incoming.ts";
import { maskBody, maskHeaders } from "./mask.ts";
import type { RequestEntry } from "./request-entry.ts";

/** A request in the log, with what it carried. */
export interface LoggedRequest extends RequestEntry {
  /** Values that could be secret are `***`. */
  readonly headers: Readonly<Record<string, string>>;
  /** The payload where it is JSON, with `***` for secrets; a few words where it is not; null where there is none. */
  readonly body: unknown;
}

const KEPT = 500;

/** The last requests to the API. */
export class RequestLog {
  #requests: LoggedRequest[] = [];

  /** The newest last. */
  get requests(): readonly LoggedRequest[] {
    return this.#requests;
  }

  add(entry: RequestEntry, headers: RequestHeaders, body: Uint8Array | undefined): void {
    this.#requests.push({ ...entry, headers: maskHeaders(headers), body: maskBody(body) });
    if (this.#requests.length > KEPT) this.#requests.shift();
  }

  clear(): void {
    this.#requests = [];
  }
}
