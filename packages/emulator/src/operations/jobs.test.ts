import { expect, test } from "vitest";
import { createApi, EXTERNAL, INTERNAL, LISTENER, PRIVATE, PROJECT, UNKNOWN } from "../testing/api.ts";

const MEMBERS = `/elbaas/listeners/${LISTENER}/members`;
const SERVER = { server_id: "dbecb618-2259-405f-ab17-9b68c4f541b0", address: "172.16.0.31" };

test("a job goes from INIT through RUNNING to SUCCESS", async () => {
  const { call, clock } = createApi();
  const { body: launched } = await call("POST", MEMBERS, [SERVER]);
  const job = async () => (await call("GET", `/jobs/${launched.job_id}`)).body;
  const begun = { job_id: launched.job_id, job_type: "createMember", begin_time: "2026-01-15T10:30:00.000Z" };
  const nothing = { error_code: null, fail_reason: null };
  expect(await job()).toEqual({ ...begun, ...nothing, status: "INIT", entities: {}, end_time: "" });
  clock.advance(399);
  expect((await job()).status).toBe("INIT");
  clock.advance(1);
  expect(await job()).toMatchObject({ status: "RUNNING", end_time: "" });
  clock.advance(1599);
  expect((await job()).status).toBe("RUNNING");
  clock.advance(1);
  expect(await job()).toMatchObject({ ...nothing, status: "SUCCESS", end_time: "2026-01-15T10:30:02.000Z" });
});

test("entities are complete while the job still runs (D21)", async () => {
  const { call, clock } = createApi();
  const { body: launched } = await call("POST", MEMBERS, [SERVER]);
  clock.advance(1000);
  const { body } = await call("GET", `/jobs/${launched.job_id}`);
  expect(body).toMatchObject({
    status: "RUNNING",
    entities: { members: [{ server_id: SERVER.server_id, status: "PENDING" }] },
  });
});

test("how long a job takes can be chosen", async () => {
  const { call, clock } = createApi({ jobDurationMs: 90_000 });
  const { body: launched } = await call("POST", MEMBERS, [SERVER]);
  clock.advance(89_999);
  expect((await call("GET", `/jobs/${launched.job_id}`)).body.status).toBe("RUNNING");
  clock.advance(1);
  expect((await call("GET", `/jobs/${launched.job_id}`)).body.status).toBe("SUCCESS");
});

test.each([
  ["a public load balancer half a minute", { ...EXTERNAL, name: "a" }, 26_000],
  ["a private one minutes", { ...INTERNAL, name: "b" }, 180_000],
])("realistic jobs take their time: %s", async (_, body, duration) => {
  const { call, clock } = createApi({ jobDurationMs: "realistic" });
  const { body: launched } = await call("POST", "/elbaas/loadbalancers", body);
  clock.advance(duration - 1);
  expect((await call("GET", `/jobs/${launched.job_id}`)).body.status).toBe("RUNNING");
  clock.advance(1);
  expect((await call("GET", `/jobs/${launched.job_id}`)).body.status).toBe("SUCCESS");
});

test("a job can take no time at all", async () => {
  const { call } = createApi({ jobDurationMs: 0 });
  await call("POST", MEMBERS, [SERVER]);
  expect((await call("GET", MEMBERS)).body).toHaveLength(1);
});

test("the uri of a launched job names another version, and works as it stands (D10)", async () => {
  const { call, emulator } = createApi();
  const { body } = await call("DELETE", `/elbaas/loadbalancers/${PRIVATE}`);
  expect(body.uri).toBe(`/v1/${PROJECT}/jobs/${body.job_id}`);
  const response = await emulator.fetch(new Request(`http://elb.test${body.uri}`));
  expect(await response.json()).toMatchObject({ job_id: body.job_id, job_type: "deleteELB" });
});

test("by the documents the uri is the documented path", async () => {
  const { call } = createApi({ quirks: "documented" });
  const { body } = await call("DELETE", `/elbaas/loadbalancers/${PRIVATE}`);
  expect(body.uri).toBe(`/v1.0/${PROJECT}/jobs/${body.job_id}`);
});

test("jobs end in order, however far the clock jumps", async () => {
  const { call, clock, emulator } = createApi();
  for (const name of ["a", "b", "c"]) {
    await call("PUT", `/elbaas/loadbalancers/${PRIVATE}`, { name });
    clock.advance(100);
  }
  clock.advance(3_600_000);
  expect((await call("GET", `/elbaas/loadbalancers/${PRIVATE}`)).body).toMatchObject({
    name: "c",
    update_time: "2026-01-15 10:30:02",
  });
  expect(emulator.state().projects[PROJECT]?.jobs.map(({ status }) => status)).toEqual([
    "SUCCESS",
    "SUCCESS",
    "SUCCESS",
  ]);
});

test("an unknown job is 404, also one of another project", async () => {
  const { call, emulator } = createApi();
  expect(await call("GET", `/jobs/${UNKNOWN}`)).toMatchObject({ status: 404 });
  const { body } = await call("DELETE", `/elbaas/loadbalancers/${PRIVATE}`);
  const response = await emulator.fetch(new Request(`http://elb.test/v1.0/other/jobs/${body.job_id}`));
  expect(response.status).toBe(404);
});
