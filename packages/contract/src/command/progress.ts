import { type Io, isTerminal } from "./io.ts";
import type { Input } from "./read/input.ts";

/** Says on a terminal how far a long reading is. */
export interface Progress {
  show(input: Input, calls: number): void;
  /** Takes away what was said. */
  clear(): void;
}

const EVERY = 200;
const CLEAR = "\r\u001b[K";

/** Silent where nobody looks: on no terminal, and in continuous integration. */
export function createProgress({ stderr, env }: Io, now: () => number = Date.now): Progress {
  const isShown = isTerminal(stderr) && (env.CI ?? "") === "";
  // What is done at once needs no progress.
  let last = now();
  let isSaid = false;
  return {
    show({ name, size, consumed }, calls) {
      if (!isShown || now() - last < EVERY) return;
      last = now();
      isSaid = true;
      const share = size === undefined ? "" : `${Math.floor((consumed() / Math.max(1, size)) * 100)} %, `;
      stderr.write(`${CLEAR}${name}: ${share}${calls} calls`);
    },
    clear() {
      if (isSaid) stderr.write(CLEAR);
      isSaid = false;
    },
  };
}
