/** What has become of a change whose answer was lost: every change of the API, lost on the way there and back. */
import { type ElbClient, OutcomeUnknownError } from "@elb-classic/client";
import { reconcile } from "@elb-classic/client/reconcile";
import { type OperationId, operations } from "@elb-classic/spec/operations";
import { describe, expect, test } from "vitest";
import { type Driven, drivenEmulator, id, projectId } from "./support/driven-emulator.ts";

const seeded = {
  loadbalancers: [
    { id: id("b"), name: "public" },
    { id: id("e"), name: "empty" },
  ],
  listeners: [
    { id: id("1"), name: "with-members", loadbalancer_id: id("b"), port: 80 },
    { id: id("2"), name: "without-check", loadbalancer_id: id("b"), port: 81 },
  ],
  members: [{ id: id("a"), listener_id: id("1"), server_id: "s", server_address: "10.0.0.1" }],
  healthchecks: [{ id: id("f"), listener_id: id("1") }],
  certificates: [{ id: id("c"), name: "old" }],
};

const listener = {
  name: "new",
  loadbalancer_id: id("b"),
  protocol: "HTTP",
  port: 8080,
  backend_protocol: "HTTP",
  backend_port: 80,
  lb_algorithm: "roundrobin",
  session_sticky: true,
  sticky_session_type: "insert",
  cookie_timeout: 100,
  tcp_draining: true,
  tcp_draining_timeout: 5,
};
const pem = (label: string): string => `-----BEGIN ${label}-----\nbmV3\n-----END ${label}-----\n`;

/** One call of each operation that changes something, by the arguments it is made with. */
const changes: Partial<Record<OperationId, object>> = {
  createLoadBalancer: {
    body: {
      name: "new",
      type: "External",
      vpc_id: "vpc",
      admin_state_up: true,
      bandwidth: 5,
      charge_mode: "traffic",
    },
  },
  updateLoadBalancer: {
    loadbalancer_id: id("b"),
    body: { name: "renamed", bandwidth: 7, admin_state_up: 0 },
  },
  deleteLoadBalancer: { loadbalancer_id: id("e") },
  deleteLoadBalancerKeepEip: { loadbalancer_id: id("e") },
  createListener: { body: listener },
  updateListener: { listener_id: id("1"), body: { name: "renamed", port: 82, description: "" } },
  deleteListener: { listener_id: id("2") },
  addMembers: { listener_id: id("1"), body: [{ server_id: "t", address: "10.0.0.2" }] },
  removeMembers: { listener_id: id("1"), body: { removeMember: [{ id: id("a") }] } },
  createHealthCheck: { body: { listener_id: id("2"), healthcheck_protocol: "TCP", healthcheck_uri: "" } },
  updateHealthCheck: {
    healthcheck_id: id("f"),
    body: { healthcheck_interval: 9, healthcheck_protocol: "http" },
  },
  deleteHealthCheck: { healthcheck_id: id("f") },
  createCertificate: {
    body: { name: "new", certificate: pem("CERTIFICATE"), private_key: pem("RSA PRIVATE KEY") },
  },
  updateCertificate: { certificate_id: id("c"), body: { name: "renamed" } },
  deleteCertificate: { certificate_id: id("c") },
};

test("every operation that changes something is here", () => {
  const changing = Object.entries(operations).filter(([, { method }]) => method !== "GET");
  expect(Object.keys(changes).toSorted()).toEqual(changing.map(([name]) => name).toSorted());
});

/** Makes a change whose answer is lost, and then reconciles it. */
async function lose(
  operation: OperationId,
  drop: "before" | "after",
  prepare?: (cloud: Driven) => Promise<unknown>,
) {
  const faults = [{ operations: [operation], drop }];
  const cloud = drivenEmulator({
    seed: { projects: { [projectId]: seeded } },
    faults,
    jobDurationMs: "realistic",
  });
  const { client, clock, drive } = cloud;
  await prepare?.(cloud);
  const state = JSON.stringify(cloud.project());
  const error: unknown = await drive(call(client, operation).catch((reason) => reason));
  if (!(error instanceof OutcomeUnknownError)) throw error;
  const changed = [...cloud.changes];
  const result = await drive(reconcile(client, error, { clock }));
  expect(cloud.changes, "only reads").toEqual(changed);
  return { result, cloud, unchanged: JSON.stringify(cloud.project()) === state };
}

function call(client: ElbClient, operation: OperationId): Promise<unknown> {
  const method = client[operation] as (args?: object) => Promise<unknown>;
  return method(changes[operation]);
}

describe.each(Object.keys(changes) as OperationId[])("%s", (operation) => {
  test("that has happened is found", async () => {
    const { result, unchanged } = await lose(operation, "after");
    expect(unchanged).toBe(false);
    expect(result).toMatchObject({ outcome: "happened" });
    const creates = operations[operation].method === "POST" && operation !== "removeMembers";
    if (creates) expect(result.resource ?? result.members).toBeDefined();
  });

  test("that has not is told", async () => {
    const { result } = await lose(operation, "before");
    expect(result).toMatchObject({ outcome: "did not happen" });
  });
});

test("a creation is not mistaken for one of the same kind that was answered", async () => {
  const twin = async ({ client, drive }: Driven): Promise<void> => {
    await drive(client.createCertificate(changes.createCertificate as never).catch(() => {}));
  };
  const { result, cloud } = await lose("createCertificate", "after", twin);
  expect(result.outcome).toBe("cannot tell");
  for (const { id: each, name } of cloud.project().certificates) {
    if (name === "new") expect(result.evidence).toContain(each);
  }
});

test("a load balancer whose job fails is found in the status ERROR", async () => {
  const cloud = drivenEmulator({
    seed: { projects: { [projectId]: seeded } },
    faults: [
      { operations: ["createLoadBalancer"], failJob: { code: "ELB.1009" } },
      { operations: ["createLoadBalancer"], drop: "after" },
    ],
    jobDurationMs: 0,
  });
  const error = await cloud.drive(call(cloud.client, "createLoadBalancer").catch((reason) => reason));
  const { outcome, resource, evidence } = await cloud.drive(
    reconcile(cloud.client, error as OutcomeUnknownError, { clock: cloud.clock }),
  );
  expect(outcome).toBe("happened");
  expect(resource).toMatchObject({ status: "ERROR" });
  expect(evidence).toContain("ERROR");
});
