import type { Writable } from "node:stream";
import { pathOf } from "../report/path.ts";
import type { Passed } from "./passed.ts";

/** Lines on what has passed: one for each call, and one below it for each finding. */
export interface Log {
  passed(call: Passed): void;
  /** Something beside the calls. `text` is one sentence. */
  say(text: string): void;
  /** Writes what waits. */
  flush(): void;
}

/**
 * Lines are gathered while there is work to do: one write for each would cost more than the check.
 * @param quiet Whether calls are left out.
 */
export function createLog(stderr: Writable, quiet: boolean): Log {
  let waiting = "";
  const flush = () => {
    if (waiting !== "") stderr.write(waiting);
    waiting = "";
  };
  const add = (text: string) => {
    if (waiting === "") setImmediate(flush);
    waiting += text;
  };
  return {
    passed(call) {
      if (!quiet) add(linesOf(call));
    },
    say: (text) => add(`elb-contract: ${oneLine(text)}\n`),
    flush,
  };
}

function linesOf({
  startedAt,
  method,
  path,
  status,
  milliseconds,
  operationId,
  fault,
  findings,
}: Passed): string {
  const time = new Date(startedAt).toISOString();
  const head = `${time} ${method} ${pathOf(path)} ${status ?? "---"} ${Math.round(milliseconds)}ms`;
  const notes = [operationId, fault].filter((note) => note !== undefined);
  const first = `${oneLine([head, ...notes].join(" - "))}\n`;
  return (
    first +
    findings
      .map(({ severity, code, message }) => `  ${oneLine(`${severity} ${code}: ${message}`)}\n`)
      .join("")
  );
}

/** What comes from a call must not look like a line of its own, or steer a terminal. */
function oneLine(text: string): string {
  const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escaped);
}
