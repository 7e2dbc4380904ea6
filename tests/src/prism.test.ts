/** Prism, a mock server by others, serves the bundle; the client talks to it. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { createElbClient } from "@elb-classic/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seeded } from "./support/example.ts";
import { noPeers } from "./support/peers.ts";
import { inRoot, type Server, stop } from "./support/processes.ts";

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}

async function startPrism(): Promise<Server> {
  const port = await freePort();
  const cli = inRoot("tests/peers/node_modules/@stoplight/prism-cli/dist/index.js");
  const args = [
    "mock",
    "--errors",
    "--host",
    "127.0.0.1",
    "--port",
    String(port),
    inRoot("spec/dist/elb.openapi.yaml"),
  ];
  const child = spawn(process.execPath, [cli, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.includes("Prism is listening")) break;
  }
  child.stdout.resume();
  return { url: `http://127.0.0.1:${port}`, process: child, stop: () => stop(child) };
}

describe.skipIf(noPeers)(`Prism ${noPeers ?? ""}`, () => {
  let prism: Server;
  beforeAll(async () => {
    prism = await startPrism();
  }, 60_000);
  afterAll(() => prism.stop());

  test("accepts the example's requests and answers with the examples of the description", async () => {
    const client = createElbClient({
      endpoint: prism.url,
      projectId: seeded.projectId,
      credentials: seeded.accessKey,
    });
    const listener_id = seeded.listenerId;
    const job = await client.addMembers({
      listener_id,
      body: [
        { server_id: "dbecb618-2259-405f-ab17-9b68c4f541b0", address: "172.16.0.31" },
        { server_id: "97444148-7afb-47cc-b4a3-6e1c94d1ade4", address: "172.16.0.16" },
      ],
    });
    expect(job.id).toBe("4010b39b4fd3d5ff014fd3ec3ed8002d");
    expect((await job.wait()).status).toBe("SUCCESS");
    expect(await client.listMembers({ listener_id })).toHaveLength(2);
  });

  test("refuses a member without address", async () => {
    const response = await fetch(
      `${prism.url}/v1.0/${seeded.projectId}/elbaas/listeners/${seeded.listenerId}/members`,
      {
        method: "POST",
        headers: { "content-type": "application/json", "x-auth-token": "t" },
        body: JSON.stringify([{ server_id: "dbecb618-2259-405f-ab17-9b68c4f541b0" }]),
      },
    );
    expect(response.status).toBe(400);
  });
});
