import description from "@elb-classic/spec/iam.openapi.json" with { type: "json" };
import { expect, test } from "vitest";
import { PROJECT } from "../testing/api.ts";
import { byPassword, createIam, USER } from "../testing/iam.ts";
import { firstFault, type Schema } from "./fits.ts";
import { iamCallNames } from "./names.ts";

type Responses = Readonly<
  Record<string, { content?: { "application/json": { schema: Schema } }; $ref?: string }>
>;
type Item = Readonly<Record<string, { operationId: string; responses: Responses }>>;
const items = Object.entries(description.paths as unknown as Readonly<Record<string, Item>>);
const operations = items.flatMap(([path, item]) =>
  Object.entries(item).map(([method, { operationId, responses }]) => ({
    path,
    method,
    operationId,
    responses,
  })),
);

const PAYLOADS: Readonly<Record<string, unknown>> = {
  createToken: { auth: { identity: byPassword(USER), scope: { project: { id: PROJECT } } } },
  createTemporaryKeys: { auth: { identity: { methods: ["token"] } } },
};

test.each(operations)(
  "$operationId answers as described",
  async ({ path, method, operationId, responses }) => {
    const { call, logIn } = createIam();
    const token = await logIn();
    const headers = { "X-Auth-Token": token, "X-Subject-Token": token };
    const { status, body } = await call(method.toUpperCase(), path, headers, PAYLOADS[operationId]);
    const schema = responses[status]?.content?.["application/json"].schema;
    expect(schema).toBeDefined();
    expect(firstFault(schema ?? {}, body)).toBeUndefined();
  },
);

test.each(operations)(
  "$operationId refuses as described",
  async ({ path, method, responses, operationId }) => {
    const { call } = createIam();
    const body =
      PAYLOADS[operationId] === undefined ? undefined : { auth: { identity: { methods: ["token"] } } };
    const answer = await call(method.toUpperCase(), path, {}, body);
    expect(Object.keys(responses)).toContain(String(answer.status));
    expect(firstFault({ $ref: "#/components/schemas/IamError" }, answer.body)).toBeUndefined();
  },
);

test("every operation of the description is known by its name, for faults and logs", () => {
  for (const { operationId } of operations) expect(iamCallNames).toContain(operationId);
});
