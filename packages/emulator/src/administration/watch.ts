import type { Incoming } from "../http/incoming.ts";
import { entryOf, type RequestEntry, type Trace } from "./request-entry.ts";
import type { RequestLog } from "./request-log.ts";

/** Tells of a request that is done; status null for one whose connection was dropped. */
export type Watch = (incoming: Incoming, trace: Trace, status: number | null, now: number) => void;

/** Hands requests on to the log and to whoever asked to be told of them. Undefined where neither is there. */
export function createWatch(
  log: RequestLog | undefined,
  onRequest: ((entry: RequestEntry) => void) | undefined,
): Watch | undefined {
  if (log === undefined && onRequest === undefined) return undefined;
  return (incoming, trace, status, now) => {
    const entry = entryOf(incoming, trace, status, now);
    log?.add(entry, incoming.headers, trace.body);
    onRequest?.(entry);
  };
}
