// Prism's validation on the same description: finds the operation of an answer, as its proxy does, and validates it.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { inRoot } from "../support/servers.mjs";
import { timeEach } from "../support/timing.mjs";

const require = createRequire(import.meta.url);
const { getHttpOperationsFromSpec } = require("@stoplight/prism-http");
const { default: route } = require("@stoplight/prism-http/dist/router");
const { validateOutput } = require("@stoplight/prism-http/dist/validator");

const definition = JSON.parse(readFileSync(inRoot("spec/dist/elb.openapi.json"), "utf8"));
const resources = await getHttpOperationsFromSpec(definition);

function find({ method, url }) {
  const found = route({ resources, input: { method: method.toLowerCase(), url: { path: url } } });
  if (found._tag === "Left") throw found.left;
  return found.right;
}

function validate(resource, { status, headers, body }) {
  return validateOutput({ resource, element: { statusCode: status, headers, body } })._tag === "Right";
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
    for (const [resource, answer] of known) validate(resource, answer);
  };
  return timeEach(all, milliseconds, 1) / answers.length;
}
