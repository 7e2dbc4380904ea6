// openapi-backend on the same description: finds the operation of an answer and validates its body.
import { readFileSync } from "node:fs";
import { OpenAPIBackend } from "openapi-backend";
import { inRoot } from "../support/servers.mjs";
import { checkOfAnswers } from "../support/timing.mjs";

const definition = JSON.parse(readFileSync(inRoot("spec/dist/elb.openapi.json"), "utf8"));
const backend = new OpenAPIBackend({ definition, quick: true, ajvOpts: { strict: false } });
await backend.init();

function find({ method, url, headers }) {
  return backend.matchOperation({ method, path: url, headers });
}

function validate(operation, { status, body }) {
  return backend.validateResponse(body, operation, status).valid;
}

export const { verdicts, time, timeValidation } = checkOfAnswers(find, validate);
