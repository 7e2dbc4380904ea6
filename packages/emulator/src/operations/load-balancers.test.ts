import { describe, expect, test } from "vitest";
import {
  createApi,
  EXTERNAL,
  INTERNAL,
  LISTENER,
  PRIVATE,
  PROJECT,
  PUBLIC,
  UNKNOWN,
  VPC,
} from "../testing/api.ts";

const BALANCERS = "/elbaas/loadbalancers";
const MEMBERS = `/elbaas/listeners/${LISTENER}/members`;
const SERVER = { server_id: "dbecb618-2259-405f-ab17-9b68c4f541b0", address: "172.16.0.31" };

describe("creating", () => {
  test("a public load balancer is pending until its job succeeds", async () => {
    const { call, clock } = createApi();
    const { body: launched } = await call("POST", BALANCERS, EXTERNAL);
    expect(launched.uri).toBe(`/v1/${PROJECT}/jobs/${launched.job_id}`);
    const { body: pending } = await call("GET", `${BALANCERS}?name=loadbalancer1`);
    expect(pending.loadbalancers).toMatchObject([
      { status: "PENDING_CREATE", bandwidth: 200, admin_state_up: 1 },
    ]);
    clock.advance(2000);
    const { body: active } = await call("GET", `${BALANCERS}?name=loadbalancer1`);
    expect(active).toMatchObject({ loadbalancers: [{ status: "ACTIVE" }], instance_num: "1" });
  });

  test("the entities of the job are the load balancer, with a boolean state (D18, D22)", async () => {
    const { finish } = createApi();
    const job = await finish("POST", BALANCERS, EXTERNAL);
    expect(job).toMatchObject({ status: "SUCCESS", job_type: "createELB" });
    const elb = {
      name: "loadbalancer1",
      type: "External",
      status: "ACTIVE",
      tenant_id: PROJECT,
      admin_state_up: true,
    };
    expect(job.entities.elb).toMatchObject(elb);
  });

  test("a private one keeps subnet and security group, and no bandwidth", async () => {
    const { call, finish } = createApi();
    const { entities } = await finish("POST", BALANCERS, { ...INTERNAL, bandwidth: 5 });
    const { body } = await call("GET", `${BALANCERS}/${entities.elb.id}`);
    expect(body).toMatchObject({
      bandwidth: null,
      vip_subnet_id: VPC,
      security_group_id: "sg",
      admin_state_up: 1,
    });
    expect(body.vip_address).toMatch(/^192\.168\./);
  });

  test("a public one ignores subnet and security group", async () => {
    const { call, finish } = createApi();
    const { entities } = await finish("POST", BALANCERS, { ...INTERNAL, ...EXTERNAL });
    const { body } = await call("GET", `${BALANCERS}/${entities.elb.id}`);
    expect(body).toMatchObject({ vip_subnet_id: null, security_group_id: null });
  });

  test("a project has 5 load balancers at most, or as many as the emulator is told (ELB.1091)", async () => {
    for (const [options, most] of [
      [{}, 5],
      [{ quotas: { loadbalancers: 3 } }, 3],
    ] as const) {
      const { call, finish } = createApi(options);
      for (let count = 2; count < most; count++)
        expect(await call("POST", BALANCERS, EXTERNAL)).toMatchObject({ status: 200 });
      expect(await call("POST", BALANCERS, EXTERNAL)).toMatchObject({ status: 403, code: "ELB.1091" });
      await finish("DELETE", `${BALANCERS}/${PRIVATE}`);
      expect(await call("POST", BALANCERS, EXTERNAL)).toMatchObject({ status: 200 });
    }
  });

  test("vip_address takes the place of bandwidth", async () => {
    const { finish } = createApi();
    const { bandwidth, ...body } = EXTERNAL;
    const { entities } = await finish("POST", BALANCERS, { ...body, vip_address: "192.144.164.74" });
    expect(entities.elb.vip_address).toBe("192.144.164.74");
  });

  test.each<[string, object, string]>([
    ["no name", { name: undefined }, "ELB.1001"],
    ["an empty name", { name: "" }, "ELB.1001"],
    ["a name of 65 characters", { name: "n".repeat(65) }, "ELB.1001"],
    ["a name with a space", { name: "my elb" }, "ELB.1021"],
    ["a description of 129 characters", { description: "d".repeat(129) }, "ELB.1031"],
    ["a description with <", { description: "<" }, "ELB.1001"],
    ["no type", { type: undefined }, "ELB.1001"],
    ["another type", { type: "Public" }, "ELB.1041"],
    ["no administrative state", { admin_state_up: undefined }, "ELB.1001"],
    ["a bandwidth of nothing", { bandwidth: 0 }, "ELB.1051"],
    ["neither bandwidth nor address", { bandwidth: undefined }, "ELB.1051"],
    ["a private one with neither subnet nor address", { type: "Internal" }, "ELB.1061"],
    ["an address that is none", { vip_address: "300.1.1.1" }, "ELB.1071"],
    ["no VPC", { vpc_id: undefined }, "ELB.1081"],
    ["an address in use", { vip_address: "192.144.62.114" }, "ELB.1101"],
  ])("%s is refused", async (_, changes, code) => {
    const { call } = createApi();
    expect(await call("POST", BALANCERS, { ...EXTERNAL, ...changes })).toMatchObject({ status: 400, code });
    expect((await call("GET", BALANCERS)).body.instance_num).toBe("2");
  });

  test("the message speaks of the load balancer, not of the certificate that shares the code", async () => {
    const { call } = createApi();
    const { body } = await call("POST", BALANCERS, { ...EXTERNAL, name: undefined });
    expect(body.error.message).toMatch(/lb type, name, admin_state_up/);
  });
});

describe("reading", () => {
  test("an unknown one is 400, not 404 (D95)", async () => {
    const { call } = createApi();
    expect(await call("GET", `${BALANCERS}/${UNKNOWN}`)).toMatchObject({ status: 400, code: "ELB.1003" });
  });

  test("an empty list is an empty object, or an array by the documents (D01)", async () => {
    const none = { seed: { projects: {} } };
    const observed = await createApi(none).call("GET", BALANCERS);
    expect(observed.body).toEqual({ loadbalancers: {}, instance_num: "0" });
    const documented = await createApi({ ...none, quirks: "documented" }).call("GET", BALANCERS);
    expect(documented.body).toEqual({ loadbalancers: [], instance_num: "0" });
  });

  test.each([
    ["type=Internal", [PRIVATE]],
    [`id=${PUBLIC}`, [PUBLIC]],
    ["bandwidth=1", [PUBLIC]],
    [`vpc_id=${VPC}&status=ACTIVE`, [PUBLIC, PRIVATE]],
    ["name=public&type=Internal", []],
    ["limit=1", [PUBLIC]],
    [`limit=5&marker=${PUBLIC}`, [PRIVATE]],
  ])("the list filtered by %s", async (query, ids) => {
    const { call } = createApi({ quirks: "documented" });
    const { body } = await call("GET", `${BALANCERS}?${query}`);
    expect(body.loadbalancers.map(({ id }: { id: string }) => id)).toEqual(ids);
    expect(body.instance_num).toBe(String(ids.length));
  });

  test.each(["colour=red", "bandwidth=wide"])("the query %s is refused", async (query) => {
    const { call } = createApi();
    expect(await call("GET", `${BALANCERS}?${query}`)).toMatchObject({ status: 400, code: "ELB.1004" });
  });
});

describe("updating", () => {
  test("the changes take effect when the job succeeds", async () => {
    const { call, clock } = createApi();
    const changes = { name: "renamed", description: "new", bandwidth: 300, admin_state_up: false };
    await call("PUT", `${BALANCERS}/${PUBLIC}`, changes);
    expect((await call("GET", `${BALANCERS}/${PUBLIC}`)).body.name).toBe("public");
    clock.advance(2000);
    const { body } = await call("GET", `${BALANCERS}/${PUBLIC}`);
    expect(body).toMatchObject({ ...changes, admin_state_up: 0, update_time: "2026-01-15 10:30:02" });
  });

  test("the bandwidth of a private one stays null", async () => {
    const { call, finish } = createApi();
    await finish("PUT", `${BALANCERS}/${PRIVATE}`, { bandwidth: 5 });
    expect((await call("GET", `${BALANCERS}/${PRIVATE}`)).body.bandwidth).toBeNull();
  });

  test.each<[string, object, string]>([
    ["a fixed property", { type: "Internal" }, "ELB.1005"],
    ["a bandwidth of nothing", { bandwidth: 0 }, "ELB.1005"],
    ["a name that is too long", { name: "n".repeat(65) }, "ELB.1025"],
    ["a name with a space", { name: "my elb" }, "ELB.1035"],
    ["a description that is too long", { description: "d".repeat(129) }, "ELB.1045"],
  ])("%s is refused", async (_, changes, code) => {
    const { call } = createApi();
    expect(await call("PUT", `${BALANCERS}/${PUBLIC}`, changes)).toMatchObject({ status: 400, code });
  });

  test("what a client read and sends back is no change of a fixed property", async () => {
    const { call } = createApi();
    const { body } = await call("GET", `${BALANCERS}/${PUBLIC}`);
    const { description, ...rest } = body;
    expect(await call("PUT", `${BALANCERS}/${PUBLIC}`, { ...rest, name: "renamed" })).toMatchObject({
      status: 200,
    });
  });

  test("one that is still being created cannot be updated", async () => {
    const { call } = createApi();
    await call("POST", BALANCERS, EXTERNAL);
    const { body } = await call("GET", `${BALANCERS}?status=PENDING_CREATE`);
    const [{ id }] = body.loadbalancers;
    expect(await call("PUT", `${BALANCERS}/${id}`, { name: "renamed" })).toMatchObject({
      status: 400,
      code: "ELB.1015",
    });
  });

  test("an unknown one is refused", async () => {
    const { call } = createApi();
    expect(await call("PUT", `${BALANCERS}/${UNKNOWN}`, { name: "renamed" })).toMatchObject({
      status: 400,
      code: "ELB.1003",
    });
  });
});

describe("deleting", () => {
  test.each(["", "/keep-eip"])("an unknown one is 404 (D95): %j", async (suffix) => {
    const { call } = createApi();
    expect(await call("DELETE", `${BALANCERS}/${UNKNOWN}${suffix}`)).toMatchObject({
      status: 404,
      code: "ELB.1002",
    });
  });

  test("a public one goes with its listeners and its elastic IP", async () => {
    const { call, finish, emulator } = createApi();
    const job = await finish("DELETE", `${BALANCERS}/${PUBLIC}`);
    expect(job).toMatchObject({ status: "SUCCESS", job_type: "deleteELB", entities: { elb_id: PUBLIC } });
    expect(await call("GET", `${BALANCERS}/${PUBLIC}`)).toMatchObject({ code: "ELB.1003" });
    expect(await call("GET", `/elbaas/listeners/${LISTENER}`)).toMatchObject({ status: 400 });
    expect(emulator.state().projects[PROJECT]?.elasticIps).toEqual([]);
  });

  test("it is still there while the job runs", async () => {
    const { call } = createApi();
    await call("DELETE", `${BALANCERS}/${PUBLIC}`);
    expect(await call("GET", `${BALANCERS}/${PUBLIC}`)).toMatchObject({ status: 200 });
  });

  test("keep-eip leaves the elastic IP, which another load balancer can take", async () => {
    const { finish, emulator } = createApi();
    await finish("DELETE", `${BALANCERS}/${PUBLIC}/keep-eip`);
    const kept = [{ address: "192.144.62.114", loadbalancer_id: null }];
    expect(emulator.state().projects[PROJECT]?.elasticIps).toEqual(kept);
    const job = await finish("POST", BALANCERS, { ...EXTERNAL, vip_address: "192.144.62.114" });
    expect(job.status).toBe("SUCCESS");
  });

  test("keep-eip cannot delete a private one", async () => {
    const { call } = createApi();
    expect(await call("DELETE", `${BALANCERS}/${PRIVATE}/keep-eip`)).toMatchObject({
      status: 400,
      code: "ELB.1020",
    });
  });

  test.each(["", "/keep-eip"])("the members of a public one have to go first: %j", async (suffix) => {
    const { call, finish } = createApi();
    const { entities } = await finish("POST", MEMBERS, [SERVER]);
    expect(await call("DELETE", `${BALANCERS}/${PUBLIC}${suffix}`)).toMatchObject({
      status: 400,
      code: "ELB.1018",
    });
    await finish("POST", `${MEMBERS}/action`, { removeMember: [{ id: entities.members[0].id }] });
    expect((await finish("DELETE", `${BALANCERS}/${PUBLIC}${suffix}`)).status).toBe("SUCCESS");
  });

  test("a private one takes its members with it", async () => {
    const { call, finish } = createApi();
    const settings = {
      name: "l",
      protocol: "TCP",
      port: 1,
      backend_protocol: "TCP",
      backend_port: 1,
      lb_algorithm: "source",
    };
    const { body } = await call("POST", "/elbaas/listeners", { ...settings, loadbalancer_id: PRIVATE });
    await finish("POST", `/elbaas/listeners/${body.id}/members`, [SERVER]);
    expect((await finish("DELETE", `${BALANCERS}/${PRIVATE}`)).status).toBe("SUCCESS");
  });

  test("members that arrive while it is being deleted make the job fail", async () => {
    const { call, clock } = createApi();
    await call("POST", MEMBERS, [SERVER]);
    const { body } = await call("DELETE", `${BALANCERS}/${PUBLIC}`);
    clock.advance(2000);
    const job = await call("GET", `/jobs/${body.job_id}`);
    expect(job.body).toMatchObject({ status: "FAIL", error_code: "ELB.1018", entities: {} });
    expect(await call("GET", `${BALANCERS}/${PUBLIC}`)).toMatchObject({ status: 200 });
  });

  test("of two deletions the second fails", async () => {
    const { call, finish } = createApi();
    const { body } = await call("DELETE", `${BALANCERS}/${PRIVATE}`);
    const second = await finish("DELETE", `${BALANCERS}/${PRIVATE}`);
    expect(second).toMatchObject({ status: "FAIL", error_code: "ELB.1002" });
    expect((await call("GET", `/jobs/${body.job_id}`)).body.status).toBe("SUCCESS");
  });
});
