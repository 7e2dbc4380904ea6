import type { OperationId } from "@elb-classic/spec/operations";
import type { Handler, Handlers } from "./call.ts";
import { certificateHandlers } from "./certificates.ts";
import { healthCheckHandlers } from "./health-checks.ts";
import { jobHandlers } from "./jobs.ts";
import { listenerHandlers } from "./listeners.ts";
import { loadBalancerHandlers } from "./load-balancers.ts";
import { memberHandlers } from "./members.ts";
import { metricHandlers } from "./metrics.ts";
import { quotaHandlers } from "./quotas.ts";
import { versionHandlers } from "./versions.ts";

const handlers: Handlers = {
  ...loadBalancerHandlers,
  ...listenerHandlers,
  ...memberHandlers,
  ...jobHandlers,
  ...healthCheckHandlers,
  ...certificateHandlers,
  ...quotaHandlers,
  ...metricHandlers,
  ...versionHandlers,
};

/** The handler of an operation. */
export function handlerOf<Id extends OperationId>(operationId: Id): Handler<Id> {
  return handlers[operationId];
}
