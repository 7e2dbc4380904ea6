import { connect } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { createService } from "../emulator.ts";
import type { FaultRule } from "../index.ts";
import { PROJECT, SEED } from "../testing/api.ts";
import { type RunningServer, startServer } from "./server.ts";

const LIST = `/v1.0/${PROJECT}/elbaas/loadbalancers`;
const BODY = JSON.stringify({ name: "n", type: "External", vpc_id: "v", bandwidth: 1, admin_state_up: 1 });

const servers: RunningServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

/** By `way`, requests are served as ordinary ones, or as any that is not. */
async function start(way: string, rule: FaultRule) {
  const faults = [{ operations: ["createLoadBalancer"], ...rule } as FaultRule];
  const service = createService({ auth: "off", seed: { projects: { [PROJECT]: SEED } }, faults });
  const respond = way === "short" ? service.respond : undefined;
  const server = await startServer(service.fetch, "127.0.0.1", 0, respond);
  servers.push(server);
  const create = () => fetch(server.url + LIST, { method: "POST", body: BODY });
  const count = async () => {
    const body = (await (await fetch(server.url + LIST)).json()) as { instance_num: string };
    return Number(body.instance_num);
  };
  return { ...server, create, count };
}

/** Sends a request and returns every byte that comes back until the connection ends. */
function exchange(port: number, request: string): Promise<string> {
  return new Promise((resolve) => {
    let received = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(request));
    socket.on("data", (chunk) => {
      received += chunk;
    });
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(received));
  });
}

const CREATE = `POST ${LIST} HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${BODY.length}\r\n\r\n${BODY}`;

describe.each(["short", "long"])("over HTTP, the %s way", (way) => {
  test.each([
    ["before", 2],
    ["after", 3],
  ] as const)(
    "a connection that is dropped %s acceptance is closed without a byte",
    async (drop, balancers) => {
      const { port, count, create } = await start(way, { drop });
      expect(await exchange(port, CREATE)).toBe("");
      expect(await count()).toBe(balancers);
      await expect(create()).rejects.toThrow(TypeError);
    },
  );

  test("a body that is cut off is shorter than it is said to be", async () => {
    const { port, count, create } = await start(way, { truncate: true });
    const received = await exchange(port, CREATE);
    const [head = "", body = ""] = received.split("\r\n\r\n");
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1]);
    expect(head).toMatch(/^HTTP\/1\.1 200 /);
    expect(body.length).toBe(Math.floor(length / 2));
    expect(await count()).toBe(3);
    const response = await create();
    await expect(response.text()).rejects.toThrow(TypeError);
  });

  test("what comes on a connection after one that was dropped is served", async () => {
    const { count, create } = await start(way, { drop: "before", first: 1 });
    await expect(create()).rejects.toThrow(TypeError);
    expect((await create()).status).toBe(200);
    expect(await count()).toBe(3);
  });

  test("a budget that is used up says when to come back", async () => {
    const { create } = await start(way, { budget: { calls: 0, seconds: 60 } });
    const response = await create();
    expect(response.status).toBe(429);
    expect(response.headers.get("Retry-After")).toBe("60");
  });
});
