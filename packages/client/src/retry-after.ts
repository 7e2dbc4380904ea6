/** Longest time that a server is believed to need: it may be wrong, and holds up the whole client. */
const longest = 600_000;

/**
 * Milliseconds until a server wants to be asked again, as its `Retry-After` says in seconds or as a date; at most ten
 * minutes. Undefined where it says nothing that can be read.
 *
 * A date is taken relative to the answer's own `Date`, so that this machine's clock does not matter.
 */
export function retryAfter(headers: Headers): number | undefined {
  const value = headers.get("retry-after") ?? "";
  const ms = /^\d+$/.test(value)
    ? Number(value) * 1000
    : Date.parse(value) - Date.parse(headers.get("date") ?? new Date().toUTCString());
  return ms >= 0 ? Math.min(ms, longest) : undefined;
}
