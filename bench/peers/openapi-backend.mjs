// openapi-backend on the same description: finds the operation of an answer and validates its body.
import { readFileSync } from "node:fs";
import { OpenAPIBackend } from "openapi-backend";
import { inRoot } from "../support/servers.mjs";
import { timeEach } from "../support/timing.mjs";

const definition = JSON.parse(readFileSync(inRoot("spec/dist/elb.openapi.json"), "utf8"));
const backend = new OpenAPIBackend({ definition, quick: true, ajvOpts: { strict: false } });
await backend.init();

function find({ method, url, headers }) {
  return backend.matchOperation({ method, path: url, headers });
}

function validate(operation, { status, body }) {
  return backend.validateResponse(body, operation, status).valid;
}

export function verdicts(answers) {
  return answers.map((answer) => validate(find(answer), answer));
}

/** Microseconds for one answer, the search for its operation included. */
export function time(answers, milliseconds) {
  const all = () => {
    for (const answer of answers) validate(find(answer), answer);
  };
  return timeEach(all, milliseconds, 1) / answers.length;
}

/** Microseconds for one answer whose operation is known. */
export function timeValidation(answers, milliseconds) {
  const known = answers.map((answer) => [find(answer), answer]);
  const all = () => {
    for (const [operation, answer] of known) validate(operation, answer);
  };
  return timeEach(all, milliseconds, 1) / answers.length;
}
