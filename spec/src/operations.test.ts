import { expect, test } from "vitest";
import type { OpenApiDocument, Operation, Schema } from "./document.ts";
import { inPackage, readJson } from "./files.ts";
import { generateOperations, operationRows, protocolOf } from "./operations.ts";

const documentOf = () => readJson<OpenApiDocument>(inPackage("dist", "elb.openapi.json"));

test("a row says how to call the operation and what to make of its answer", async () => {
  expect(operationRows(await documentOf()).listMembers).toEqual({
    method: "GET",
    path: "/v1.0/{project_id}/elbaas/listeners/{listener_id}/members",
    pathParameters: ["project_id", "listener_id"],
    queryParameters: [
      "marker",
      "limit",
      "id",
      "server_id",
      "server_address",
      "address",
      "status",
      "health_status",
    ],
    body: false,
    success: 200,
    statuses: [200, 400, 401, 403, 404, 500, 503],
    repeat: "safe",
    paging: { marker: "marker", limit: "limit", id: "id" },
    read: [["", "list"]],
  });
});

test("read marks are found below properties, elements and alternatives, and end at recursion", async () => {
  const rows = operationRows(await documentOf());
  expect(rows.listListeners?.read).toEqual([
    ["", "list"],
    ["*.tcp_draining", "boolean"],
  ]);
  expect(rows.listLoadBalancers?.read).toContainEqual(["loadbalancers.*.admin_state_up", "integer"]);
  expect(rows.getJob?.read).toEqual([
    ["end_time", "absent"],
    ["sub_jobs", "list"],
  ]);
});

test("launching operations name their job, and only GET may be repeated", async () => {
  const rows = Object.entries(operationRows(await documentOf()));
  expect(rows.filter(([, row]) => row.job).map(([id, row]) => `${id} ${row.job}`)).toEqual([
    "createLoadBalancer createELB",
    "updateLoadBalancer updateELB",
    "deleteLoadBalancer deleteELB",
    "deleteLoadBalancerKeepEip deleteELB",
    "addMembers createMember",
    "removeMembers removeMember",
  ]);
  for (const [, row] of rows) expect(row.repeat).toBe(row.method === "GET" ? "safe" : "never");
});

test("secret fields are found in answers and in payloads", async () => {
  const rows = Object.entries(operationRows(await documentOf()));
  const secret = rows.filter(([, row]) => row.secrets || row.bodySecrets);
  expect(secret.map(([id, { secrets, bodySecrets }]) => [id, secrets, bodySecrets])).toEqual([
    ["listCertificates", ["certificates.*.private_key"], undefined],
    ["createCertificate", ["private_key"], ["private_key"]],
    ["updateCertificate", ["private_key"], undefined],
  ]);
});

test("each launching operation says what its job has worked on", async () => {
  const module = generateOperations(await documentOf());
  expect(module).toContain(
    'removeMember: Required<Pick<NonNullable<Schemas["JobEntities"]>, "listener_id" | "members">>;',
  );
  expect(module.match(/ job: JobTypes\["\w+"\];/g)).toHaveLength(6);
  expect(module.match(/ job: never;/g)).toHaveLength(21);
});

test("a type of job without entities, or with ones that no job has, is refused", async () => {
  const document = await documentOf();
  const entities = document.components.schemas.JobEntities as Schema;
  entities["x-elb-job-entities"] = { ...entities["x-elb-job-entities"], deleteELB: ["elbid"] };
  expect(() => generateOperations(document)).toThrow("JobEntities has no `elbid`");
  delete entities["x-elb-job-entities"].deleteELB;
  expect(() => generateOperations(document)).toThrow("does not tell the entities of deleteELB");
});

test("the protocol's facts come from the security schemes", async () => {
  const protocol = protocolOf(await documentOf());
  expect(protocol.headers).toMatchObject({
    token: "X-Auth-Token",
    date: "X-Sdk-Date",
    requestId: "X-Request-Id",
  });
  expect(protocol.jobStatuses).toEqual({ waiting: ["INIT", "RUNNING"], success: "SUCCESS", failure: "FAIL" });
});

test("a comment of an operation cannot end the comment around it", async () => {
  const document = await documentOf();
  const operation = document.paths["/v1.0/{project_id}/jobs/{job_id}"]?.get as Operation;
  operation.description = "Ends */ here.";
  expect(generateOperations(document)).toContain("Ends *\\/ here.");
});

test("an operation without a status of success is refused", async () => {
  const document = await documentOf();
  const operation = document.paths["/v1.0/{project_id}/jobs/{job_id}"]?.get as Operation;
  operation.responses = { "400": { description: "No." } };
  expect(() => operationRows(document)).toThrow("getJob documents no status of success");
});
