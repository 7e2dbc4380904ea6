import { describe, expect, test } from "vitest";
import { createApi, LISTENER, PROJECT, PUBLIC, SEED, UNKNOWN } from "../testing/api.ts";

const MEMBERS = `/elbaas/listeners/${LISTENER}/members`;
const SERVERS = ["172.16.0.31", "172.16.0.32", "172.16.0.33"].map((address, index) => ({
  server_id: `dbecb618-2259-405f-ab17-9b68c4f541b${index}`,
  address,
}));
const [FIRST, SECOND] = SERVERS;

describe("adding", () => {
  test("members appear when the job succeeds, under a floating address (D67)", async () => {
    const { call, clock } = createApi();
    await call("POST", MEMBERS, SERVERS);
    clock.advance(1999);
    expect((await call("GET", MEMBERS)).body).toEqual({});
    clock.advance(1);
    const { body } = await call("GET", MEMBERS);
    expect(body.map((member: { server_address: string }) => member.server_address)).toEqual(
      SERVERS.map((s) => s.address),
    );
    expect(body[0]).toMatchObject({
      server_id: FIRST?.server_id,
      server_name: null,
      listeners: [{ id: LISTENER }],
    });
    expect(body[0].address).toMatch(/^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./);
    expect(body[0].create_time).toBe("2026-01-15 10:30:02");
  });

  test("the entities of the job give the ids (D20)", async () => {
    const { call, finish } = createApi();
    const { entities, job_type } = await finish("POST", MEMBERS, [FIRST]);
    expect(job_type).toBe("createMember");
    const [{ id, address }] = (await call("GET", MEMBERS)).body;
    const member = { id, address, server_id: FIRST?.server_id, listener_id: LISTENER, status: "ACTIVE" };
    expect(entities).toEqual({ members: [member] });
  });

  test("a member becomes healthy on its own, after the job", async () => {
    const { call, finish, clock } = createApi();
    await finish("POST", MEMBERS, [FIRST]);
    expect((await call("GET", MEMBERS)).body).toMatchObject([
      { status: "ACTIVE", health_status: "UNAVAILABLE" },
    ]);
    clock.advance(5000);
    expect((await call("GET", MEMBERS)).body).toMatchObject([{ health_status: "NORMAL" }]);
  });

  test("the listener counts its members", async () => {
    const { call, finish } = createApi();
    await finish("POST", MEMBERS, SERVERS);
    expect((await call("GET", `/elbaas/listeners/${LISTENER}`)).body.member_number).toBe(3);
  });

  test("a server is added once: not again, not while it is being added, not twice by one call", async () => {
    const { call, finish } = createApi();
    const refused = { status: 400, code: "ELB.2021" };
    expect(await call("POST", MEMBERS, [FIRST, SECOND, FIRST])).toMatchObject(refused);
    await call("POST", MEMBERS, [FIRST]);
    expect(await call("POST", MEMBERS, [FIRST])).toMatchObject(refused);
    await finish("POST", MEMBERS, [SECOND]);
    expect(await call("POST", MEMBERS, [FIRST])).toMatchObject({
      ...refused,
      reason: expect.stringContaining("already"),
    });
  });

  test("a server that was removed can be added again", async () => {
    const { finish } = createApi();
    const { entities } = await finish("POST", MEMBERS, [FIRST]);
    await finish("POST", `${MEMBERS}/action`, { removeMember: [{ id: entities.members[0].id }] });
    expect((await finish("POST", MEMBERS, [FIRST])).status).toBe("SUCCESS");
  });

  test("a listener has as many members as the emulator is told, those that are being added included (ELB.2001)", async () => {
    const { call, finish } = createApi({ quotas: { members: 2 } });
    const refused = { status: 403, code: "ELB.2001" };
    expect(await call("POST", MEMBERS, SERVERS)).toMatchObject(refused);
    expect((await call("GET", MEMBERS)).body).toEqual({});
    const { entities } = await finish("POST", MEMBERS, [FIRST]);
    await call("POST", MEMBERS, [SECOND]);
    expect(await call("POST", MEMBERS, SERVERS.slice(2))).toMatchObject(refused);
    await finish("POST", `${MEMBERS}/action`, { removeMember: [{ id: entities.members[0].id }] });
    expect(await call("POST", MEMBERS, SERVERS.slice(2))).toMatchObject({ status: 200 });
  });

  test("an unknown listener", async () => {
    const { call } = createApi();
    expect(await call("POST", `/elbaas/listeners/${UNKNOWN}/members`, [FIRST])).toMatchObject({
      status: 400,
      code: "ELB.2011",
    });
  });

  test("a listener that goes before the job ends makes it fail", async () => {
    const { call, clock } = createApi();
    const { body } = await call("POST", MEMBERS, [FIRST]);
    await call("DELETE", `/elbaas/listeners/${LISTENER}`);
    clock.advance(2000);
    const job = await call("GET", `/jobs/${body.job_id}`);
    expect(job.body).toMatchObject({ status: "FAIL", error_code: "ELB.2011" });
  });

  test.each<[string, unknown, string]>([
    ["no server_id", [{ address: "172.16.0.31" }], "ELB.2021"],
    ["no address", [{ server_id: "s" }], "ELB.2021"],
    ["an empty list", [], "ELB.0002"],
    ["an object", { members: [] }, "ELB.0002"],
    ["nothing", undefined, "ELB.0002"],
  ])("%s is refused", async (_, body, code) => {
    const { call } = createApi();
    expect(await call("POST", MEMBERS, body)).toMatchObject({ status: 400, code });
  });
});

describe("removing", () => {
  test("members leave when the job succeeds", async () => {
    const { call, finish, clock } = createApi();
    const { entities } = await finish("POST", MEMBERS, SERVERS);
    const [first, second] = entities.members;
    const { body } = await call("POST", `${MEMBERS}/action`, {
      removeMember: [{ id: first.id }, { id: second.id }],
    });
    expect((await call("GET", MEMBERS)).body).toHaveLength(3);
    clock.advance(2000);
    const job = await call("GET", `/jobs/${body.job_id}`);
    const expected = { listener_id: LISTENER, members: [{ id: first.id }, { id: second.id }] };
    expect(job.body).toMatchObject({ status: "SUCCESS", job_type: "removeMember", entities: expected });
    expect((await call("GET", MEMBERS)).body).toMatchObject([{ server_address: "172.16.0.33" }]);
  });

  test("an unknown member is refused, and the others stay", async () => {
    const { call, finish } = createApi();
    const { entities } = await finish("POST", MEMBERS, [FIRST]);
    const removeMember = [{ id: entities.members[0].id }, { id: UNKNOWN }];
    expect(await call("POST", `${MEMBERS}/action`, { removeMember })).toMatchObject({
      status: 400,
      code: "ELB.2012",
    });
    expect((await call("GET", MEMBERS)).body).toHaveLength(1);
  });

  test("of two removals the second fails", async () => {
    const { call, finish } = createApi();
    const { entities } = await finish("POST", MEMBERS, [FIRST]);
    const body = { removeMember: [{ id: entities.members[0].id }] };
    await call("POST", `${MEMBERS}/action`, body);
    expect(await finish("POST", `${MEMBERS}/action`, body)).toMatchObject({
      status: "FAIL",
      error_code: "ELB.2012",
    });
  });

  test.each<[string, unknown, string]>([
    ["no list", {}, "ELB.2002"],
    ["an empty list", { removeMember: [] }, "ELB.2002"],
    ["an entry without id", { removeMember: [{}] }, "ELB.2002"],
    ["a bare array", [{ id: UNKNOWN }], "ELB.0002"],
  ])("%s is refused", async (_, body, code) => {
    const { call } = createApi();
    expect(await call("POST", `${MEMBERS}/action`, body)).toMatchObject({ status: 400, code });
  });
});

describe("listing", () => {
  const members = [1, 2, 3, 4, 5].map((number) => ({
    listener_id: LISTENER,
    id: String(number).repeat(32),
    server_id: `server-${number}`,
    server_address: `172.16.0.${number}`,
    health_status: number === 5 ? "ABNORMAL" : "NORMAL",
  }));
  const many = { seed: { projects: { [PROJECT]: { ...SEED, members } } }, quirks: "documented" } as const;
  const numbers = (body: { id: string }[]) => body.map(({ id }) => Number(id[0]));

  test.each([
    ["", [1, 2, 3, 4, 5]],
    ["limit=2", [1, 2]],
    ["limit=10&marker=0", [1, 2, 3, 4, 5]],
    ["limit=2&marker=", [1, 2]],
    [`limit=2&marker=${"2".repeat(32)}`, [3, 4]],
    [`limit=2&marker=${"4".repeat(32)}`, [5]],
    [`marker=${"5".repeat(32)}`, []],
    ["limit=0", []],
    ["health_status=ABNORMAL", [5]],
    ["server_address=172.16.0.3", [3]],
    ["server_id=server-2&status=ACTIVE", [2]],
    [`health_status=NORMAL&limit=1&marker=${"1".repeat(32)}`, [2]],
  ])("the page %j", async (query, expected) => {
    const { call } = createApi(many);
    expect(numbers((await call("GET", `${MEMBERS}?${query}`)).body)).toEqual(expected);
  });

  test.each(["limit=-1", "limit=all", "server_name=a", "listeners=a", "create_time=a"])(
    "the query %s is refused",
    async (query) => {
      const { call } = createApi(many);
      expect(await call("GET", `${MEMBERS}?${query}`)).toMatchObject({ status: 400, code: "ELB.2003" });
    },
  );

  test.each([
    [UNKNOWN, "ELB.2020"],
    [PUBLIC.slice(1), "ELB.2010"],
  ])("the unknown listener %s", async (id, code) => {
    const { call } = createApi();
    expect(await call("GET", `/elbaas/listeners/${id}/members`)).toMatchObject({ status: 400, code });
    expect(
      await call("POST", `/elbaas/listeners/${id}/members/action`, { removeMember: [{ id: "m" }] }),
    ).toMatchObject({ code });
  });
});
