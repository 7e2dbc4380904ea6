import { describe, expect, test } from "vitest";
import { createApi, LISTENER, PRIVATE, PROJECT, PUBLIC, SEED, UNKNOWN } from "../testing/api.ts";

const LISTENERS = "/elbaas/listeners";
const HTTP = {
  name: "web",
  loadbalancer_id: PUBLIC,
  protocol: "HTTP",
  port: 80,
  backend_protocol: "HTTP",
  backend_port: 8080,
  lb_algorithm: "roundrobin",
};

const CERTIFICATE = "5b8f908b5495452aa13beede0afc5d99";
const WITH_CERTIFICATE = {
  seed: { projects: { [PROJECT]: { ...SEED, certificates: [{ id: CERTIFICATE }] } } },
};
const HTTPS = { ...HTTP, protocol: "HTTPS", certificate_id: CERTIFICATE };

describe("creating", () => {
  test("takes effect at once and leaves out what was not set (D26)", async () => {
    const { call } = createApi();
    const { body } = await call("POST", LISTENERS, HTTP);
    const keys = Object.keys(HTTP).concat("id", "status", "create_time", "update_time", "tcp_draining");
    expect(Object.keys(body).sort()).toEqual(keys.sort());
    expect(body).toMatchObject({ ...HTTP, status: "ACTIVE", create_time: "2026-01-15 10:30:00" });
    expect(body.id).toMatch(/^[0-9a-f]{32}$/);
  });

  test("by the documents the answer is complete", async () => {
    const { call } = createApi({ quirks: "documented" });
    const { body } = await call("POST", LISTENERS, HTTP);
    expect(body).toMatchObject({ description: null, admin_state_up: true, session_sticky: false });
  });

  test.each<[string, object, object]>([
    ["TCP (D77)", { protocol: "TCP", backend_protocol: "TCP" }, { tcp_timeout: 1, tcp_draining: false }],
    ["HTTP with sticky sessions", { session_sticky: true }, { sticky_session_type: "insert" }],
    [
      "HTTPS with sticky sessions",
      { protocol: "HTTPS", certificate_id: CERTIFICATE, session_sticky: true },
      { sticky_session_type: "insert", ssl_protocols: "TLSv1.2" },
    ],
    [
      "HTTPS",
      { protocol: "HTTPS", certificate_id: CERTIFICATE },
      { ssl_protocols: "TLSv1.2", ssl_ciphers: "Default" },
    ],
  ])("defaults of %s", async (_, changes, defaults) => {
    const { call } = createApi(WITH_CERTIFICATE);
    expect((await call("POST", LISTENERS, { ...HTTP, ...changes })).body).toMatchObject(defaults);
  });

  test("settings of other protocols are kept as sent (D28)", async () => {
    const { call } = createApi();
    const settings = { tcp_draining: true, tcp_draining_timeout: 5 };
    expect((await call("POST", LISTENERS, { ...HTTP, ...settings })).body).toMatchObject(settings);
  });

  test("the port has to be free on the load balancer, and only there", async () => {
    const { call } = createApi();
    expect(await call("POST", LISTENERS, { ...HTTP, port: 88 })).toMatchObject({
      status: 400,
      code: "ELB.6101",
    });
    expect(await call("POST", LISTENERS, { ...HTTP, port: 88, loadbalancer_id: PRIVATE })).toMatchObject({
      status: 200,
    });
  });

  test("a load balancer has 5 listeners at most, or as many as the emulator is told (ELB.6091)", async () => {
    for (const [options, most] of [
      [{}, 5],
      [{ quotas: { listeners: 2 } }, 2],
    ] as const) {
      const { call } = createApi(options);
      for (let port = 1; port < most; port++)
        expect(await call("POST", LISTENERS, { ...HTTP, port })).toMatchObject({ status: 200 });
      expect(await call("POST", LISTENERS, HTTP)).toMatchObject({ status: 403, code: "ELB.6091" });
      expect(await call("POST", LISTENERS, { ...HTTP, loadbalancer_id: PRIVATE })).toMatchObject({
        status: 200,
      });
      await call("DELETE", `${LISTENERS}/${LISTENER}`);
      expect(await call("POST", LISTENERS, HTTP)).toMatchObject({ status: 200 });
    }
  });

  test.each<[string, object]>([
    ["certificate_id", { certificate_id: UNKNOWN }],
    ["certificates (D34)", { certificates: [CERTIFICATE, UNKNOWN] }],
  ])("the certificate that an HTTPS listener names in %s has to exist", async (_, changes) => {
    const { call } = createApi(WITH_CERTIFICATE);
    const refused = { status: 400, code: "ELB.6001", reason: expect.stringContaining(UNKNOWN) };
    expect(await call("POST", LISTENERS, { ...HTTPS, ...changes })).toMatchObject(refused);
    const { body } = await call("POST", LISTENERS, HTTPS);
    if ("certificate_id" in changes)
      expect(await call("PUT", `${LISTENERS}/${body.id}`, changes)).toMatchObject(refused);
    expect(await call("PUT", `${LISTENERS}/${body.id}`, { certificate_id: CERTIFICATE })).toMatchObject({
      status: 200,
    });
  });

  test("another listener ignores a certificate", async () => {
    const { call } = createApi();
    expect(await call("POST", LISTENERS, { ...HTTP, certificate_id: UNKNOWN })).toMatchObject({
      status: 200,
    });
  });

  test("a private load balancer cannot have a UDP listener", async () => {
    const { call } = createApi();
    const udp = { ...HTTP, protocol: "UDP", backend_protocol: "UDP" };
    expect(await call("POST", LISTENERS, { ...udp, loadbalancer_id: PRIVATE })).toMatchObject({
      status: 400,
      code: "ELB.6061",
    });
    expect(await call("POST", LISTENERS, udp)).toMatchObject({ status: 200 });
  });

  test.each<[string, object, string]>([
    ["no name", { name: undefined }, "ELB.6001"],
    ["an empty name", { name: "" }, "ELB.6001"],
    ["a name of 65 characters", { name: "n".repeat(65) }, "ELB.6011"],
    ["a name with a dot", { name: "a.b" }, "ELB.6021"],
    ["a name that is null", { name: null }, "ELB.6001"],
    ["a description that is too long", { description: "d".repeat(129) }, "ELB.6031"],
    ["a description with >", { description: ">" }, "ELB.0002"],
    ["no load balancer", { loadbalancer_id: undefined }, "ELB.6001"],
    ["an unknown load balancer", { loadbalancer_id: UNKNOWN }, "ELB.6040"],
    ["no protocol", { protocol: undefined }, "ELB.6001"],
    ["another protocol", { protocol: "QUIC" }, "ELB.6061"],
    ["another back-end protocol", { backend_protocol: "QUIC" }, "ELB.6071"],
    ["UDP to HTTP", { protocol: "UDP" }, "ELB.6071"],
    ["HTTPS without a certificate", { protocol: "HTTPS" }, "ELB.6001"],
    ["port 0", { port: 0 }, "ELB.6041"],
    ["port 65536", { backend_port: 65_536 }, "ELB.6041"],
    ["a port as text", { port: "80" }, "ELB.6041"],
    ["another algorithm", { lb_algorithm: "random" }, "ELB.6051"],
    ["another kind of cookie", { sticky_session_type: "rewrite" }, "ELB.6081"],
    ["a timeout out of range", { tcp_timeout: 1441 }, "ELB.0002"],
  ])("%s is refused", async (_, changes, code) => {
    const { call } = createApi();
    expect(await call("POST", LISTENERS, { ...HTTP, ...changes })).toMatchObject({ status: 400, code });
  });

  test("the message names the field that is missing", async () => {
    const { call } = createApi();
    const { body } = await call("POST", LISTENERS, { ...HTTP, backend_port: undefined });
    expect(body.error.message).toBe("Request parameters error, backend_port is nil.");
  });
});

describe("reading", () => {
  test("what was never set is null", async () => {
    const { call } = createApi();
    const { body } = await call("GET", `${LISTENERS}/${LISTENER}`);
    const nulls = {
      description: null,
      cookie_timeout: null,
      certificate_id: null,
      healthcheck_id: null,
      udp_timeout: null,
    };
    expect(body).toMatchObject({ ...nulls, id: LISTENER, member_number: 0 });
  });

  test.each([
    [UNKNOWN, "ELB.6010"],
    ["short", "ELB.6000"],
  ])("the unknown id %s", async (id, code) => {
    const { call } = createApi();
    expect(await call("GET", `${LISTENERS}/${id}`)).toMatchObject({ status: 400, code });
    expect(await call("PUT", `${LISTENERS}/${id}`, { name: "n" })).toMatchObject({ status: 400, code });
  });

  test.each([
    [`loadbalancer_id=${PUBLIC}`, ["listener1", "web"]],
    [`loadbalancer_id=${PRIVATE}`, []],
    ["protocol=HTTP&port=80", ["web"]],
    ["tcp_timeout=1", ["listener1"]],
    ["status=ACTIVE&backend_port=80", ["listener1"]],
    ["name=web&name=listener1", ["web"]],
    ["member_number=0", undefined],
    ["session_sticky=true", undefined],
    ["port=http", undefined],
  ])("the list filtered by %s", async (query, names) => {
    const { call } = createApi({ quirks: "documented" });
    await call("POST", LISTENERS, HTTP);
    const answer = await call("GET", `${LISTENERS}?${query}`);
    if (names === undefined) expect(answer).toMatchObject({ status: 400, code: "ELB.6003" });
    else expect(answer.body.map(({ name }: { name: string }) => name)).toEqual(names);
  });

  test("an empty list is an array (D03)", async () => {
    const { call } = createApi();
    expect((await call("GET", `${LISTENERS}?name=nobody`)).body).toEqual([]);
  });
});

describe("updating", () => {
  test("takes effect at once; the answer lacks the number of members (D31)", async () => {
    const { call, clock } = createApi();
    clock.advance(60_000);
    const changes = {
      name: "lis",
      description: "",
      port: 9090,
      backend_port: 9090,
      lb_algorithm: "leastconn",
      tcp_timeout: 5,
    };
    const { body } = await call("PUT", `${LISTENERS}/${LISTENER}`, changes);
    expect(body).toMatchObject({
      ...changes,
      create_time: "2026-01-15 10:30:00",
      update_time: "2026-01-15 10:31:00",
    });
    expect(body).not.toHaveProperty("member_number");
    expect((await call("GET", `${LISTENERS}/${LISTENER}`)).body).toMatchObject(changes);
  });

  test("the administrative state can be sent (D25)", async () => {
    const { call } = createApi();
    expect(
      (await call("PUT", `${LISTENERS}/${LISTENER}`, { admin_state_up: false })).body.admin_state_up,
    ).toBe(false);
  });

  test.each<[string, object]>([
    ["protocol", { protocol: "HTTP" }],
    ["backend_protocol", { backend_protocol: "HTTP" }],
    ["loadbalancer_id", { loadbalancer_id: PRIVATE }],
    ["session_sticky", { session_sticky: true, backend_port: 81 }],
    ["sticky_session_type", { sticky_session_type: "insert" }],
    ["cookie_timeout", { cookie_timeout: 5 }],
    ["id", { id: UNKNOWN }],
  ])("%s cannot be changed", async (_, changes) => {
    const { call } = createApi();
    expect(await call("PUT", `${LISTENERS}/${LISTENER}`, changes)).toMatchObject({
      status: 400,
      code: "ELB.6015",
    });
    expect((await call("GET", `${LISTENERS}/${LISTENER}`)).body.backend_port).toBe(80);
  });

  test("a fixed property that stays the same is no change", async () => {
    const { call } = createApi();
    const same = {
      protocol: "TCP",
      session_sticky: false,
      cookie_timeout: null,
      name: "renamed",
      unheard_of: 1,
    };
    expect(await call("PUT", `${LISTENERS}/${LISTENER}`, same)).toMatchObject({
      status: 200,
      body: { name: "renamed" },
    });
  });

  test("a port stays unique, and a listener may keep its own", async () => {
    const { call } = createApi();
    await call("POST", LISTENERS, HTTP);
    expect(await call("PUT", `${LISTENERS}/${LISTENER}`, { port: 80 })).toMatchObject({
      status: 400,
      code: "ELB.6101",
    });
    expect(await call("PUT", `${LISTENERS}/${LISTENER}`, { port: 88 })).toMatchObject({ status: 200 });
  });

  test.each<[string, object, string]>([
    ["a name that is too long", { name: "n".repeat(65) }, "ELB.6025"],
    ["a name with a dot", { name: "a.b" }, "ELB.6035"],
    ["a description that is too long", { description: "d".repeat(129) }, "ELB.6045"],
    ["a description that is null", { description: null }, "ELB.6015"],
    ["a description with <", { description: "<" }, "ELB.6015"],
    ["a timeout out of range", { tcp_timeout: 1441 }, "ELB.6015"],
    ["an array", [], "ELB.0002"],
    ["nothing", undefined as never, "ELB.0002"],
    ["port 0", { port: 0 }, "ELB.6041"],
    ["another algorithm", { lb_algorithm: "random" }, "ELB.6051"],
  ])("%s is refused", async (_, changes, code) => {
    const { call } = createApi();
    expect(await call("PUT", `${LISTENERS}/${LISTENER}`, changes)).toMatchObject({ status: 400, code });
  });
});

describe("deleting", () => {
  test("answers 204 without a body, and the listener is gone with its members", async () => {
    const { call, finish } = createApi();
    await finish("POST", `${LISTENERS}/${LISTENER}/members`, [{ server_id: "s", address: "172.16.0.31" }]);
    expect(await call("DELETE", `${LISTENERS}/${LISTENER}`)).toMatchObject({ status: 204, body: undefined });
    expect(await call("GET", `${LISTENERS}/${LISTENER}`)).toMatchObject({ status: 400 });
    expect(await call("GET", `${LISTENERS}/${LISTENER}/members`)).toMatchObject({
      status: 400,
      code: "ELB.2020",
    });
    expect((await finish("DELETE", `/elbaas/loadbalancers/${PUBLIC}`)).status).toBe("SUCCESS");
  });

  test("an unknown one is 503 (D95)", async () => {
    const { call } = createApi();
    expect(await call("DELETE", `${LISTENERS}/${UNKNOWN}`)).toMatchObject({ status: 503, code: "ELB.6002" });
  });
});
