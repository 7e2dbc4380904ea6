import { expect, test } from "vitest";
import { createApi, LISTENER, PRIVATE, PROJECT, PUBLIC } from "../testing/api.ts";

const METRICS = "/elbaas/monitor";
const QUIET = { act_conn: 0, inact_conn: 0, cps: 0, ncps: 0, in_pps: 0, out_pps: 0, in_Bps: 0, out_Bps: 0 };

test("every load balancer is reported, without traffic where there are no members", async () => {
  const { call, finish } = createApi();
  const server = (last: number) => ({ server_id: "s", address: `172.16.0.${last}` });
  await finish("POST", `/elbaas/listeners/${LISTENER}/members`, [server(1), server(2)]);
  const { body } = await call("GET", METRICS);
  const [busy, quiet] = body;
  expect(quiet).toEqual({
    ...QUIET,
    loadbalancer_id: PRIVATE,
    loadbalancer_name: "private",
    loadbalancer_ip: "192.168.2.36",
    create_time: "2026-01-15 10:30:02",
  });
  expect(busy).toMatchObject({ loadbalancer_id: PUBLIC, loadbalancer_ip: "192.144.62.114" });
  expect(busy.act_conn).toBeGreaterThan(0);
  expect(busy.cps).toBe(busy.act_conn + busy.inact_conn);
  expect((await call("GET", METRICS)).body).toEqual(body);
});

test("an empty list is an array (D03)", async () => {
  const { call } = createApi({ seed: { projects: { [PROJECT]: {} } } });
  expect((await call("GET", METRICS)).body).toEqual([]);
});
