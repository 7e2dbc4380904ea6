import { describe, expect, test } from "vitest";
import { createApi, LISTENER, PRIVATE, PROJECT, PUBLIC, SEED, UNKNOWN } from "../testing/api.ts";

const CHECKS = "/elbaas/healthcheck";
const ON_LISTENER = `/elbaas/listeners/${LISTENER}`;
const MEMBERS = `${ON_LISTENER}/members`;
const MINIMAL = { listener_id: LISTENER };
const HTTP = {
  listener_id: LISTENER,
  healthcheck_protocol: "HTTP",
  healthcheck_uri: "/healthy?all=1",
  healthcheck_connect_port: 8080,
  healthcheck_interval: 6,
  healthcheck_timeout: 20,
  healthy_threshold: 2,
  unhealthy_threshold: 4,
};

async function withCheck(body: object = MINIMAL, options = {}) {
  const api = createApi(options);
  const { body: check } = await api.call("POST", CHECKS, body);
  return { ...api, check, path: `${CHECKS}/${check.id}` };
}

describe("creating", () => {
  test("fills in what was observed, and leaves out the port (D73, D76)", async () => {
    const { check } = await withCheck();
    expect(check).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      listener_id: LISTENER,
      healthcheck_protocol: "TCP",
      healthcheck_uri: "",
      healthcheck_interval: 5,
      healthcheck_timeout: 10,
      healthy_threshold: 3,
      unhealthy_threshold: 3,
      create_time: "2026-01-15 10:30:00",
      update_time: "2026-01-15 10:30:00",
    });
  });

  test("by the documents the answer is complete", async () => {
    const { check } = await withCheck(MINIMAL, { quirks: "documented" });
    expect(check).toMatchObject({ healthcheck_uri: "", healthcheck_connect_port: null });
  });

  test("keeps what was sent, and the listener names it", async () => {
    const { check, call, path } = await withCheck(HTTP);
    expect(check).toMatchObject(HTTP);
    expect((await call("GET", path)).body).toEqual(check);
    expect((await call("GET", ON_LISTENER)).body.healthcheck_id).toBe(check.id);
    expect((await call("PUT", ON_LISTENER, { name: "n" })).body.healthcheck_id).toBe(check.id);
  });

  test("a URI has a meaning for HTTP only (D71)", async () => {
    const { healthcheck_uri: _, ...withoutUri } = HTTP;
    const http = await withCheck(withoutUri);
    expect(http.check).not.toHaveProperty("healthcheck_uri");
    expect((await http.call("GET", http.path)).body.healthcheck_uri).toBe(null);
    const tcp = await withCheck({ ...HTTP, healthcheck_protocol: "TCP", healthcheck_uri: "no path" });
    expect(tcp.check.healthcheck_uri).toBe("");
  });

  test("a listener has one health check", async () => {
    const { call, check } = await withCheck();
    expect(await call("POST", CHECKS, MINIMAL)).toMatchObject({
      status: 400,
      code: "ELB.7001",
      reason: expect.stringContaining(check.id),
    });
  });

  test("a private load balancer cannot have a UDP check", async () => {
    const listeners = [{ id: UNKNOWN, loadbalancer_id: PRIVATE }];
    const { call } = createApi({ seed: { projects: { [PROJECT]: { ...SEED, listeners } } } });
    const udp = { listener_id: UNKNOWN, healthcheck_protocol: "UDP" };
    expect(await call("POST", CHECKS, udp)).toMatchObject({ status: 400, code: "ELB.7001" });
    const { body } = await call("POST", CHECKS, { ...udp, healthcheck_protocol: "TCP" });
    expect(await call("PUT", `${CHECKS}/${body.id}`, { healthcheck_protocol: "udp" })).toMatchObject({
      status: 400,
      code: "ELB.7001",
      body: { error: { message: "Healthcheck update condition is not valid." } },
    });
    expect((await withCheck({ listener_id: LISTENER, healthcheck_protocol: "UDP" })).check.id).toBeDefined();
  });

  test.each<[string, unknown, string]>([
    ["no listener", {}, "ELB.7000"],
    ["null for a listener", { listener_id: null }, "ELB.7000"],
    ["an empty listener", { listener_id: "" }, "ELB.7000"],
    ["an unknown listener", { listener_id: UNKNOWN }, "ELB.7010"],
    ["a load balancer for a listener", { listener_id: PUBLIC }, "ELB.7010"],
    ["an interval of 51 seconds", { ...MINIMAL, healthcheck_interval: 51 }, "ELB.7001"],
    ["an interval of 0 seconds", { ...MINIMAL, healthcheck_interval: 0 }, "ELB.7001"],
    ["a timeout of 51 seconds", { ...MINIMAL, healthcheck_timeout: 51 }, "ELB.7001"],
    ["a threshold of 11", { ...MINIMAL, healthy_threshold: 11 }, "ELB.7001"],
    ["port 0", { ...MINIMAL, healthcheck_connect_port: 0 }, "ELB.7001"],
    ["another protocol", { ...MINIMAL, healthcheck_protocol: "SCTP" }, "ELB.7001"],
    ["a relative URI", { ...HTTP, healthcheck_uri: "healthy" }, "ELB.7001"],
    ["a URI of 81 characters", { ...HTTP, healthcheck_uri: `/${"u".repeat(80)}` }, "ELB.7001"],
    ["a list", [], "ELB.0002"],
    ["nothing", undefined, "ELB.0002"],
  ])("%s is refused", async (_, body, code) => {
    const { call } = createApi();
    expect(await call("POST", CHECKS, body)).toMatchObject({ status: 400, code });
    expect((await call("GET", ON_LISTENER)).body.healthcheck_id).toBe(null);
  });
});

describe("updating", () => {
  test("changes what is sent, at once", async () => {
    const { call, clock, check, path } = await withCheck();
    clock.advance(60_000);
    const changes = { healthcheck_interval: 9, healthcheck_connect_port: 88 };
    const { body } = await call("PUT", path, changes);
    expect(body).toEqual({ ...check, ...changes, update_time: "2026-01-15 10:31:00" });
    expect((await call("GET", path)).body).toEqual(body);
  });

  test("takes the protocol in any case (D74)", async () => {
    const { call, path } = await withCheck();
    const { body } = await call("PUT", path, { healthcheck_protocol: "http", healthcheck_uri: "/test" });
    expect(body).toMatchObject({
      healthcheck_protocol: "HTTP",
      healthcheck_uri: "/test",
      healthcheck_connect_port: null,
    });
    expect((await call("PUT", path, { healthcheck_protocol: "Tcp" })).body).toMatchObject({
      healthcheck_protocol: "TCP",
      healthcheck_uri: "",
    });
  });

  test("what a client read can be sent back", async () => {
    const { call, path, check } = await withCheck(HTTP);
    expect(await call("PUT", path, check)).toMatchObject({ status: 200, body: HTTP });
  });

  test.each<[string, object]>([
    ["another listener", { listener_id: UNKNOWN }],
    ["another id", { id: UNKNOWN }],
    ["an interval of 51 seconds", { healthcheck_interval: 51 }],
    ["another protocol", { healthcheck_protocol: "SCTP" }],
    ["a relative URI", { healthcheck_protocol: "HTTP", healthcheck_uri: "healthy" }],
  ])("%s is refused", async (_, changes) => {
    const { call, path, check } = await withCheck(HTTP);
    expect(await call("PUT", path, changes)).toMatchObject({
      status: 400,
      code: "ELB.7001",
      body: { error: { message: "Healthcheck update condition is not valid." } },
    });
    expect((await call("GET", path)).body).toEqual(check);
  });
});

describe("deleting", () => {
  test("answers 204, the listener loses its check and can get another one", async () => {
    const { call, path } = await withCheck();
    expect(await call("DELETE", path)).toMatchObject({ status: 204, body: undefined });
    expect((await call("GET", ON_LISTENER)).body.healthcheck_id).toBe(null);
    expect(await call("POST", CHECKS, MINIMAL)).toMatchObject({ status: 200 });
  });

  test("a listener and a load balancer take their checks with them", async () => {
    const gone = { status: 400, code: "ELB.7020" };
    const first = await withCheck();
    await first.call("DELETE", ON_LISTENER);
    expect(await first.call("GET", first.path)).toMatchObject(gone);
    const second = await withCheck();
    await second.finish("DELETE", `/elbaas/loadbalancers/${PUBLIC}`);
    expect(await second.call("GET", second.path)).toMatchObject(gone);
  });
});

test.each(["GET", "PUT", "DELETE"])("%s of an unknown health check is 400, not 404 (D95)", async (method) => {
  const { call } = createApi();
  const body = method === "PUT" ? { healthcheck_interval: 5 } : undefined;
  expect(await call(method, `${CHECKS}/${UNKNOWN}`, body)).toMatchObject({ status: 400, code: "ELB.7020" });
});

test("a member is healthy after as many checks as have to succeed", async () => {
  const { call, finish, clock, path } = await withCheck(HTTP);
  const health = async () => (await call("GET", MEMBERS)).body[0].health_status;
  await finish("POST", MEMBERS, [{ server_id: "s", address: "172.16.0.31" }]);
  clock.advance(11_999);
  expect(await health()).toBe("UNAVAILABLE");
  clock.advance(1);
  expect(await health()).toBe("NORMAL");
  await call("PUT", path, { healthy_threshold: 3 });
  expect(await health()).toBe("UNAVAILABLE");
  await call("DELETE", path);
  expect(await health()).toBe("NORMAL");
});
