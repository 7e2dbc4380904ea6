import type { RequestEntry } from "../administration/request-entry.ts";

/** A request as one line: time, method, path, status, duration, and what there is to say of it. */
export function requestLine(entry: RequestEntry): string {
  const { time, method, path, status, milliseconds, operationId, code, reason, fault } = entry;
  const notes = [operationId, code, reason, fault && `fault: ${fault}`].filter((note) => note !== null);
  const head = `${time} ${method} ${path} ${status ?? "dropped"} ${milliseconds}ms`;
  return `${oneLine([head, ...notes].join(" - "))}\n`;
}

/** What comes from a request must not look like a line of its own, or steer a terminal. */
function oneLine(text: string): string {
  const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escaped);
}

/**
 * Writes a line for every request. Lines are gathered while there is work to do: one write for each would cost more
 * than what the emulator does for the request.
 */
export function createRequestLines(write: (text: string) => void): (entry: RequestEntry) => void {
  let waiting = "";
  const flush = () => {
    const text = waiting;
    waiting = "";
    if (text !== "") write(text);
  };
  process.once("exit", flush);
  return (entry) => {
    if (waiting === "") setImmediate(flush);
    waiting += requestLine(entry);
  };
}
