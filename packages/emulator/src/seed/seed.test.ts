import { expect, test } from "vitest";
import { createEmulator, type Seed, SeedError } from "../index.ts";
import { createApi, LISTENER, PROJECT, PUBLIC } from "../testing/api.ts";
import { parseSeed } from "./parse.ts";

const plant = (project: object) => createEmulator({ seed: { projects: { p: project } } as Seed });

test("what is missing is filled in", async () => {
  const project = {
    loadbalancers: [{ id: PUBLIC }, { type: "Internal" }],
    listeners: [{ id: LISTENER, loadbalancer_id: PUBLIC, protocol: "UDP", port: 53 }],
    members: [{ listener_id: LISTENER, server_address: "172.16.0.1" }],
  };
  const { call } = createApi({ seed: { projects: { [PROJECT]: project } } });
  const { body } = await call("GET", "/elbaas/loadbalancers");
  expect(body.loadbalancers).toMatchObject([
    { id: PUBLIC, type: "External", status: "ACTIVE", bandwidth: 1, security_group_id: null },
    { type: "Internal", bandwidth: null, security_group_id: expect.any(String) },
  ]);
  const listener = {
    protocol: "UDP",
    backend_protocol: "UDP",
    backend_port: 53,
    member_number: 1,
    name: "listener",
  };
  expect((await call("GET", `/elbaas/listeners/${LISTENER}`)).body).toMatchObject(listener);
  const members = await call("GET", `/elbaas/listeners/${LISTENER}/members`);
  expect(members.body).toMatchObject([{ server_address: "172.16.0.1", health_status: "UNAVAILABLE" }]);
});

test("a health that the seed gives stays", async () => {
  const member = { listener_id: LISTENER, server_address: "172.16.0.1", health_status: "ABNORMAL" };
  const project = {
    loadbalancers: [{ id: PUBLIC }],
    listeners: [{ id: LISTENER, loadbalancer_id: PUBLIC }],
    members: [member],
  };
  const { call, clock } = createApi({ seed: { projects: { [PROJECT]: project } } });
  clock.advance(86_400_000);
  expect((await call("GET", `/elbaas/listeners/${LISTENER}/members`)).body).toMatchObject([
    { health_status: "ABNORMAL" },
  ]);
});

const balancer = { id: PUBLIC, vip_address: "192.0.2.1" };
const listener = { id: LISTENER, loadbalancer_id: PUBLIC, port: 80 };
const member = { listener_id: LISTENER, server_id: "s", server_address: "172.16.0.1" };

test("health checks and certificates belong to their listeners", async () => {
  const project = {
    loadbalancers: [{ id: PUBLIC }],
    listeners: [
      { id: LISTENER, loadbalancer_id: PUBLIC, healthcheck_id: "h" },
      { loadbalancer_id: PUBLIC, protocol: "HTTPS", port: 443, certificate_id: "c" },
    ],
    healthchecks: [{ id: "h", listener_id: LISTENER, healthcheck_interval: 7 }],
    certificates: [{ id: "c", domain: "www.example.com" }],
  };
  const { call } = createApi({ seed: { projects: { [PROJECT]: project } } });
  expect((await call("GET", `/elbaas/listeners/${LISTENER}`)).body.healthcheck_id).toBe("h");
  expect((await call("GET", "/elbaas/healthcheck/h")).body).toMatchObject({
    healthcheck_interval: 7,
    healthcheck_protocol: "TCP",
  });
  expect((await call("GET", "/elbaas/certificate")).body.certificates).toMatchObject([
    { id: "c", domain: "www.example.com", private_key: expect.stringContaining("PRIVATE KEY") },
  ]);
});

test.each<[object, string]>([
  [
    { listeners: [{ loadbalancer_id: "x" }] },
    "projects.p.listeners[0].loadbalancer_id names no load balancer",
  ],
  [{ loadbalancers: [balancer, { id: PUBLIC }] }, `projects.p.loadbalancers[1].id ${PUBLIC} occurs twice`],
  [
    { loadbalancers: [balancer, { vip_address: "192.0.2.1" }] },
    "projects.p.loadbalancers[1].vip_address 192.0.2.1 belongs to",
  ],
  [
    { loadbalancers: [{ bandwidth: "wide" }] },
    "projects.p.loadbalancers[0].bandwidth does not fit: expected an integer or null",
  ],
  [{ loadbalancers: [{ nmae: "n" }] }, "projects.p.loadbalancers[0].nmae does not fit"],
  [
    { loadbalancers: [balancer], listeners: [listener, { ...listener, id: "2" }] },
    "projects.p.listeners[1].port 80 is taken",
  ],
  [{ members: [member] }, "projects.p.members[0].listener_id names no listener"],
  [
    { loadbalancers: [balancer], listeners: [listener], members: [{ listener_id: LISTENER }] },
    "projects.p.members[0].server_address is missing",
  ],
  [
    { loadbalancers: [balancer], listeners: [{ ...listener, protocol: "HTTPS", certificate_id: "c" }] },
    "projects.p.listeners[0] uses the certificate c, which is none of the project",
  ],
  [
    { loadbalancers: [balancer], listeners: [{ ...listener, healthcheck_id: "h" }] },
    "projects.p.listeners[0].healthcheck_id names no health check of the listener",
  ],
  [{ healthchecks: [{ listener_id: "x" }] }, "projects.p.healthchecks[0].listener_id names no listener"],
  [
    {
      loadbalancers: [balancer],
      listeners: [listener],
      healthchecks: [{ listener_id: LISTENER }, { listener_id: LISTENER }],
    },
    "projects.p.healthchecks[1] is the second health check",
  ],
  [
    { certificates: [{ private_key: 5 }] },
    "projects.p.certificates[0].private_key does not fit: expected a string, found a value that is kept secret",
  ],
  [
    { loadbalancers: [balancer], listeners: [listener], members: [member, member] },
    "projects.p.members[1] is the same server",
  ],
])("a seed that contradicts itself: %j", (project, message) => {
  expect(() => plant(project)).toThrow(SeedError);
  expect(() => plant(project)).toThrow(message);
});

test("a seed is read from JSON", () => {
  const seed = {
    projects: {
      p: {
        accessKeys: [{ ak: "A", sk: "S" }],
        tokens: ["t"],
        loadbalancers: [{}],
        listeners: [],
        members: [],
      },
    },
  };
  expect(parseSeed(JSON.stringify(seed))).toEqual(seed);
});

test.each<[string, string]>([
  ["{", "the file is not JSON"],
  ["[]", "the top level has to be an object"],
  ["null", "the top level has to be an object"],
  ["{}", "projects has to be an object"],
  ['{"projects":{},"project":{}}', 'the top level has a property "project"'],
  ['{"projects":{"p":[]}}', "projects.p has to be an object"],
  ['{"projects":{"p":{"loadBalancers":[]}}}', 'projects.p has a property "loadBalancers"'],
  ['{"projects":{"p":{"listeners":{}}}}', "projects.p.listeners has to be an array"],
  ['{"projects":{"p":{"members":[1]}}}', "projects.p.members[0] has to be an object"],
  ['{"projects":{"p":{"tokens":[""]}}}', "projects.p.tokens[0] has to be a text"],
  ['{"projects":{"p":{"accessKeys":[{"ak":"A"}]}}}', "projects.p.accessKeys[0].sk has to be a text"],
  ['{"projects":{"p":{"accessKeys":null}}}', "projects.p.accessKeys has to be an array"],
  ['{"projects":{"p":null}}', "projects.p has to be an object"],
  ['{"projects":{"p":{"loadbalancers":[null]}}}', "projects.p.loadbalancers[0] has to be an object"],
  ['{"projects":{"p":{"name":""}}}', "projects.p.name has to be a text"],
  ['{"projects":{},"domain":[]}', "domain has to be an object"],
  ['{"projects":{},"domain":{"name":5}}', "domain.name has to be a text"],
  ['{"projects":{},"users":{}}', "users has to be an array"],
  ['{"projects":{},"users":[{}]}', "users[0].name has to be a text"],
  ['{"projects":{},"users":[{"name":"u","pasword":"x"}]}', 'users[0] has a property "pasword"'],
  ['{"projects":{},"users":[{"name":"u","password":5}]}', "users[0].password has to be a text"],
  ['{"projects":{},"users":[{"name":"u","projects":["p"]}]}', "users[0].projects[0] names no project"],
  [
    '{"projects":{},"users":[{"name":"u","administrator":1}]}',
    "users[0].administrator has to be true or false",
  ],
  ['{"projects":{},"users":[{"name":"u"},{"name":"u"}]}', "users[1].name occurs twice"],
  ['{"projects":{},"users":[{"id":"i","name":"u"},{"id":"i","name":"v"}]}', "users[1].id occurs twice"],
  ['{"projects":{},"users":[{"name":"u","accessKeys":[{"ak":"A"}]}]}', "users[0].accessKeys[0].sk has to be"],
  ['{"projects":{},"agencies":[{"name":"a","projects":["p"]}]}', "agencies[0].projects[0] names no project"],
  ['{"projects":{},"agencies":[{"name":"a"},{"name":"a"}]}', "agencies[1].name occurs twice"],
])("what is no seed, from a file or handed over: %s", (text, message) => {
  expect(() => parseSeed(text)).toThrow(`seed: ${message}`);
  if (message.startsWith("the file")) return;
  expect(() => createEmulator({ seed: JSON.parse(text) })).toThrow(SeedError);
  expect(() => createEmulator({ seed: JSON.parse(text) })).toThrow(`seed: ${message}`);
});

test("a key belongs to one user, or to projects", () => {
  const accessKeys = [{ ak: "A", sk: "S" }];
  const users = [{ name: "u", accessKeys }];
  const create = (seed: Seed) => () => createEmulator({ seed });
  const fault = "seed: users[0].accessKeys[0].ak belongs to a project or to another user already.";
  expect(create({ users, projects: { p: { accessKeys } } })).toThrow(fault);
  expect(create({ users: [...users, { name: "v", accessKeys }], projects: {} })).toThrow(
    fault.replace("[0]", "[1]"),
  );
});

const COMPLETE: Seed = {
  domain: { id: "d", name: "IAMDomain" },
  users: [
    { id: "i", name: "u", password: "fake", accessKeys: [{ ak: "U", sk: "S" }], projects: ["p"] },
    { name: "v", administrator: true },
  ],
  agencies: [{ name: "a", projects: ["p"] }],
  projects: {
    p: {
      name: "cn-north-1",
      accessKeys: [{ ak: "A", sk: "S", securityToken: "T" }],
      tokens: ["t"],
      loadbalancers: [{ id: PUBLIC, vip_address: "192.0.2.1", admin_state_up: 1 }, { type: "Internal" }],
      listeners: [
        { id: LISTENER, loadbalancer_id: PUBLIC, healthcheck_id: "h" },
        { loadbalancer_id: PUBLIC, protocol: "HTTPS", port: 443, certificate_id: "c", certificates: ["c"] },
      ],
      members: [member],
      healthchecks: [{ id: "h", listener_id: LISTENER, healthcheck_protocol: "HTTP", healthcheck_uri: "/" }],
      certificates: [{ id: "c", domain: "www.example.com" }],
    },
  },
};

/** Copies of a value in which one place is replaced. */
function* spoilt(value: unknown, by: unknown): Generator<unknown> {
  yield by;
  if (typeof value !== "object" || value === null) return;
  for (const key of Object.keys(value)) {
    for (const inner of spoilt((value as Record<string, unknown>)[key], by)) {
      const copy = structuredClone(value);
      yield Object.assign(copy, { [key]: inner });
    }
  }
}

test.each<{ by: unknown }>([
  { by: null },
  { by: 5 },
  { by: "" },
  { by: "constructor" },
  { by: true },
  { by: {} },
  { by: [] },
  { by: [null] },
  { by: { toString: 1 } },
])("a seed with $by somewhere is planted or refused with a sentence", ({ by }) => {
  for (const seed of spoilt(COMPLETE, by)) {
    try {
      createEmulator({ seed: seed as Seed });
    } catch (error) {
      expect(error, JSON.stringify(seed)).toBeInstanceOf(SeedError);
    }
  }
});
