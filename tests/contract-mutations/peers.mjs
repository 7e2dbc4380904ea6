/** Validators by others. Each takes the cases and gives the number of errors of each; `undefined`: it does not look. */
import { execFile } from "node:child_process";
import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { checkRequest, checkResponse } from "@elb-classic/contract";
import { urlOf } from "./corpus.ts";
import { follow } from "./description.ts";

const inRoot = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const requirePeer = createRequire(inRoot("tests/peers/package.json"));
const requireSpec = createRequire(inRoot("spec/package.json"));
const JSON_HEADERS = { "content-type": "application/json", "x-auth-token": "token" };
const file = inRoot("spec/dist/elb.openapi.json");
/** Peers change what they are given. */
const fresh = () => JSON.parse(readFileSync(file, "utf8"));

export function elbContract(cases) {
  return cases.map(({ target, body }) => {
    const { method, status } = target;
    const message = { method, url: urlOf(target), headers: JSON_HEADERS, body: JSON.stringify(body) };
    const { findings } = status === undefined ? checkRequest(message) : checkResponse({ ...message, status });
    return findings.filter(({ severity }) => severity === "error").length;
  });
}

export async function prism(cases) {
  const { getHttpOperationsFromSpec } = requirePeer("@stoplight/prism-http");
  const { validateInput, validateOutput } = requirePeer("@stoplight/prism-http/dist/validator");
  const operations = new Map(
    (await getHttpOperationsFromSpec(fresh())).map((operation) => [operation.iid, operation]),
  );
  return cases.map(({ target, body }) => {
    const resource = operations.get(target.operationId);
    const text = JSON.stringify(body);
    const headers = { ...JSON_HEADERS, "content-length": String(text.length) };
    const { pathname } = new URL(urlOf(target));
    const result =
      target.status === undefined
        ? validateInput({
            resource,
            element: { method: target.method, url: { path: pathname }, headers, body },
          })
        : validateOutput({ resource, element: { statusCode: target.status, headers, body } });
    return result._tag === "Left" ? result.left.filter(({ severity }) => severity === 0).length : 0;
  });
}

export async function openapiBackend(cases) {
  const { OpenAPIBackend } = requirePeer("openapi-backend");
  const backend = new OpenAPIBackend({ definition: fresh(), quick: true, ajvOpts: { strict: false } });
  await backend.init();
  return cases.map(({ target, body }) => {
    const { method, operationId, status } = target;
    if (status !== undefined) return errorsOf(backend.validateResponse(body, operationId, status));
    const { pathname: path } = new URL(urlOf(target));
    const request = { method, path, headers: JSON_HEADERS, body: JSON.stringify(body) };
    return errorsOf(backend.validateRequest(request, operationId));
  });
}

const errorsOf = ({ valid, errors }) => (valid ? 0 : errors.length);

export function openapiResponseValidator(cases) {
  const { default: Validator } = requirePeer("openapi-response-validator");
  const { components, paths } = fresh();
  const validators = new Map(
    Object.values(paths)
      .flatMap(Object.values)
      .map(({ operationId, responses }) => {
        const own = Object.entries(responses).map(([status, response]) => [status, follow(response)]);
        return [operationId, new Validator({ responses: Object.fromEntries(own), components })];
      }),
  );
  return cases.map(({ target: { operationId, status }, body }) => {
    if (status === undefined) return undefined;
    return (
      validators.get(operationId).validateResponse(String(status), structuredClone(body))?.errors.length ?? 0
    );
  });
}

/** `redocly drift` over a recording with an exchange for each case. */
export async function redoclyDrift(cases) {
  const folder = mkdtempSync(join(tmpdir(), "drift-"));
  try {
    const recording = join(folder, "cases.har");
    const report = join(folder, "report.csv");
    writeFileSync(recording, JSON.stringify({ log: { version: "1.2", entries: cases.map(entryOf) } }));
    const cli = requireSpec.resolve("@redocly/cli/bin/cli.js");
    const options = [
      "--server",
      "https://elb.example.com",
      "--format",
      "csv",
      "--min-severity",
      "error",
      "-o",
      report,
    ];
    const env = { ...process.env, REDOCLY_TELEMETRY: "off" };
    await promisify(execFile)(process.execPath, [cli, "drift", recording, "--api", file, ...options], {
      env,
    }).catch(
      // It ends with 1 where it finds anything.
      (error) => error.code === 1 || Promise.reject(error),
    );
    return await countErrors(report, cases);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function entryOf({ target, body }) {
  const isRequest = target.status === undefined;
  const headers = Object.entries(JSON_HEADERS).map(([name, value]) => ({ name, value }));
  const content = { mimeType: "application/json", text: JSON.stringify(isRequest ? {} : body) };
  const payload = isRequest ? { postData: { mimeType: "application/json", text: JSON.stringify(body) } } : {};
  return {
    startedDateTime: "2024-01-01T00:00:00.000Z",
    time: 1,
    request: {
      method: target.method,
      url: urlOf(target),
      httpVersion: "HTTP/1.1",
      headers,
      queryString: [],
      ...payload,
    },
    response: { status: target.status ?? 200, statusText: "", httpVersion: "HTTP/1.1", headers, content },
  };
}

/** The report has a line for each finding: its exchange, and whether it is about the request or the answer. */
async function countErrors(report, cases) {
  const errors = cases.map(() => 0);
  for await (const line of createInterface({ input: createReadStream(report) })) {
    const index = /^[\w-]+,[\w-]+,(\d+),error,/.exec(line)?.[1];
    if (index === undefined) continue;
    const side = /,(request|response),[^,]*,[^,]*$/.exec(line)?.[1];
    if (side === (cases[index].target.status === undefined ? "request" : "response")) errors[index] += 1;
  }
  return errors;
}
