import type { Fault } from "./value-scanner.ts";

/** A value that is too long to be read at once. */
export function tooLong(where: Pick<Fault, "index" | "offset" | "line">, longest: number): Fault {
  return { ...where, message: `This is longer than the ${longest} bytes that can be read at once.` };
}
