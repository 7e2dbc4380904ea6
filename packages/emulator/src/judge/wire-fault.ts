import { checkResponse } from "@elb-classic/contract";
import { operations } from "@elb-classic/spec/operations";

/** Operations that answer with one resource, or with a list that is given one. */
type ReadOperation =
  | "getLoadBalancer"
  | "getListener"
  | "listMembers"
  | "getHealthCheck"
  | "listCertificates"
  | "getJob";

/** Where a resource does not fit, as `.field`, and a sentence's end that says what was expected. */
export interface WireFault {
  readonly field: string;
  readonly text: string;
}

/**
 * Finds what keeps a resource from being answered by the API.
 * @param body the answer that the operation would give
 */
export function wireFault(operationId: ReadOperation, body: unknown): WireFault | undefined {
  const { method, path, success } = operations[operationId];
  // An answer about a job has to be about the job that the path names.
  const url = path.replace("{job_id}", encodeURIComponent(String(Object(body).job_id)));
  const { findings } = checkResponse({ method, url, status: success, body });
  // A field that the description does not have is a slip here, though a service may send it.
  const first = findings.find(
    ({ severity, code }) => severity === "error" || code === "response.body.property",
  );
  if (first === undefined) return undefined;
  const field = first.pointer.replace(/^(?:\/certificates)?\/0(?=\/|$)/, "").replaceAll("/", ".");
  return { field, text: `does not fit: expected ${first.expected}, found ${first.actual}.` };
}
