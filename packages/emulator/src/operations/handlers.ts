import type { OperationId } from "@elb-classic/spec/operations";
import type { Handler, Handlers } from "./call.ts";
import { jobHandlers } from "./jobs.ts";
import { listenerHandlers } from "./listeners.ts";
import { loadBalancerHandlers } from "./load-balancers.ts";
import { memberHandlers } from "./members.ts";

const handlers: Handlers = {
  ...loadBalancerHandlers,
  ...listenerHandlers,
  ...memberHandlers,
  ...jobHandlers,
};

/** The handler of an operation, or undefined for one that the emulator does not have. */
export function handlerOf<Id extends OperationId>(operationId: Id): Handler<Id> | undefined {
  return handlers[operationId] as Handler<Id> | undefined;
}
