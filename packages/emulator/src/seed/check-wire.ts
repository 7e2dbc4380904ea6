import { wireFault } from "../judge/wire-fault.ts";
import { SeedError } from "./seed.ts";

/**
 * Makes sure that what a seed says about a resource can be answered by the API, so that the emulator keeps the contract.
 * @param body the answer that the operation would give
 */
export function checkWire(operationId: Parameters<typeof wireFault>[0], body: unknown, place: string): void {
  const fault = wireFault(operationId, body);
  if (fault !== undefined) throw new SeedError(`${place}${fault.field}`, fault.text);
}
