import { type OperationTypes, operations } from "@elb-classic/spec/operations";
import { expect, it } from "vitest";
import { type BalancerMemory, createBalancerMemory } from "./balancer-memory.ts";

type Id = keyof OperationTypes;

const keyOf = (memory: BalancerMemory, id: Id, args: Record<string, unknown> = {}): string | undefined =>
  memory.keyOf(id, args, operations[id]);

it("finds the load balancer in the path and in the payload", () => {
  const memory = createBalancerMemory();
  expect(keyOf(memory, "updateLoadBalancer", { loadbalancer_id: "b", body: { name: "x" } })).toBe("b");
  expect(keyOf(memory, "deleteLoadBalancerKeepEip", { loadbalancer_id: "b" })).toBe("b");
  expect(keyOf(memory, "createListener", { body: { loadbalancer_id: "b" } })).toBe("b");
});

it("takes the resource itself where no answer has told its load balancer", () => {
  const memory = createBalancerMemory();
  expect(keyOf(memory, "addMembers", { listener_id: "l", body: [{ server_id: "s" }] })).toBe("l");
  expect(keyOf(memory, "createHealthCheck", { body: { listener_id: "l" } })).toBe("l");
  expect(keyOf(memory, "deleteHealthCheck", { healthcheck_id: "h" })).toBe("h");
});

it("has none for reads and for what belongs to no load balancer", () => {
  const memory = createBalancerMemory();
  expect(keyOf(memory, "getLoadBalancer", { loadbalancer_id: "b" })).toBeUndefined();
  expect(keyOf(memory, "listListeners", { loadbalancer_id: "b" })).toBeUndefined();
  expect(keyOf(memory, "createLoadBalancer", { body: { name: "x" } })).toBeUndefined();
  expect(keyOf(memory, "updateCertificate", { certificate_id: "c", body: { name: "x" } })).toBeUndefined();
  expect(keyOf(memory, "createCertificate")).toBeUndefined();
});

it.each<[Id, unknown]>([
  ["createListener", { id: "l", loadbalancer_id: "b" }],
  ["getListener", { id: "l", loadbalancer_id: "b", healthcheck_id: null }],
  [
    "listListeners",
    [
      { id: "other", loadbalancer_id: "c" },
      { id: "l", loadbalancer_id: "b" },
    ],
  ],
])("remembers the load balancer of a listener from %s", (id, answer) => {
  const memory = createBalancerMemory();
  memory.learn(id, {}, answer);
  expect(keyOf(memory, "deleteListener", { listener_id: "l" })).toBe("b");
  expect(keyOf(memory, "removeMembers", { listener_id: "l", body: {} })).toBe("b");
});

it("remembers the load balancer of a health check, by way of its listener", () => {
  const memory = createBalancerMemory();
  memory.learn("createHealthCheck", {}, { id: "h", listener_id: "l" });
  expect(keyOf(memory, "updateHealthCheck", { healthcheck_id: "h", body: {} })).toBe("l");
  memory.learn("getListener", {}, { id: "l", loadbalancer_id: "b", healthcheck_id: "h2" });
  expect(keyOf(memory, "updateHealthCheck", { healthcheck_id: "h", body: {} })).toBe("b");
  expect(keyOf(memory, "deleteHealthCheck", { healthcheck_id: "h2" })).toBe("b");
});

it("takes no harm from answers of another shape, or that go round in circles", () => {
  const memory = createBalancerMemory();
  for (const answer of [undefined, null, "text", [null, 1], { id: 1, loadbalancer_id: 2 }, { quotas: {} }]) {
    memory.learn("getListener", {}, answer);
  }
  memory.learn("getListener", {}, { id: "a", loadbalancer_id: "b" });
  memory.learn("getListener", {}, { id: "b", loadbalancer_id: "a" });
  expect(keyOf(memory, "deleteListener", { listener_id: "a" })).toBe("a");
});

it("forgets the oldest of very many", () => {
  const memory = createBalancerMemory();
  const listeners = Array.from({ length: 10_001 }, (_, index) => ({ id: `l${index}`, loadbalancer_id: "b" }));
  memory.learn("listListeners", {}, listeners);
  expect(keyOf(memory, "deleteListener", { listener_id: "l0" })).toBe("l0");
  expect(keyOf(memory, "deleteListener", { listener_id: "l1" })).toBe("b");
});
