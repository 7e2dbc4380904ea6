import { checkResponse } from "@elb-classic/contract";
import { operations } from "@elb-classic/spec/operations";
import { SeedError } from "./seed.ts";

type ReadOperation =
  | "getLoadBalancer"
  | "getListener"
  | "listMembers"
  | "getHealthCheck"
  | "listCertificates";

/**
 * Makes sure that what a seed says about a resource can be answered by the API, so that the emulator keeps the contract.
 * @param body the answer that the operation would give
 */
export function checkWire(operationId: ReadOperation, body: unknown, place: string): void {
  const { method, path, success } = operations[operationId];
  const { findings } = checkResponse({ method, url: path, status: success, body });
  const [first] = findings;
  if (first === undefined) return;
  const field = first.pointer.replace(/^(?:\/certificates)?\/0(?=\/|$)/, "").replaceAll("/", ".");
  throw new SeedError(`${place}${field}`, `does not fit: expected ${first.expected}, found ${first.actual}.`);
}
