// Prism's validation on the same description: finds the operation of an answer, as its proxy does, and validates it.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { inRoot } from "../support/servers.mjs";
import { checkOfAnswers } from "../support/timing.mjs";

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

export const { verdicts, time, timeValidation } = checkOfAnswers(find, validate);
