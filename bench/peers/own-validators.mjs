// The validators that the build of @elb-classic/contract compiles, one for each payload.

import { inRoot } from "../support/servers.mjs";
import { timeEach } from "../support/timing.mjs";

const { table } = await import(inRoot("packages/contract/.build-validators/table.js"));
const { validators } = await import(inRoot("packages/contract/.build-validators/validators.js"));
const unknown = [];

function validatorOf(operationId, isRequest) {
  const { request, responses } = table.operations.find(({ id }) => id === operationId);
  return validators[(isRequest ? request : responses[0]).payload.validator];
}

export function verdicts({ operationId, isRequest, bodies }) {
  const check = validatorOf(operationId, isRequest);
  return bodies.map((body) => check.call([], body));
}

/** Microseconds for one payload. */
export function time({ operationId, isRequest, bodies }, milliseconds) {
  const check = validatorOf(operationId, isRequest);
  const all = () => {
    for (const body of bodies) {
      unknown.length = 0;
      check.call(unknown, body);
    }
  };
  return timeEach(all, milliseconds) / bodies.length;
}
