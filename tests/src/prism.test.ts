/** Prism, a mock server by others, serves the bundle; the client talks to it. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
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

interface Exchange {
  method: string;
  path: string;
  body: unknown;
  status: number;
  answers: unknown[];
}

type Examples = Record<string, { value: unknown }>;
interface Operation {
  operationId: string;
  parameters?: { $ref: string }[];
  requestBody?: { content: { "application/json": { examples: Examples } } };
  responses: Record<string, { content?: { "application/json": { examples: Examples } } }>;
}

const description = JSON.parse(readFileSync(inRoot("spec/dist/elb.openapi.json"), "utf8")) as {
  paths: Record<string, Record<string, Operation>>;
  components: { parameters: Record<string, { name: string; example?: string }> };
};

/** One exchange per operation and example of its payload, with the examples of its answer. */
function exchanges(): [name: string, exchange: Exchange][] {
  return Object.entries(description.paths).flatMap(([template, item]) =>
    Object.entries(item).flatMap(([method, operation]) => {
      const path = template.replace(
        /\{(\w+)\}/g,
        (_, name: string) => description.components.parameters[name]?.example ?? name,
      );
      const [status = "", response] =
        Object.entries(operation.responses).find(([code]) => code < "300") ?? [];
      const answers = valuesOf(response?.content?.["application/json"].examples);
      const payloads = operation.requestBody
        ? Object.entries(operation.requestBody.content["application/json"].examples)
        : [["", { value: undefined }] as const];
      return payloads.map(([name, { value }]): [string, Exchange] => [
        `${operation.operationId} ${name}`,
        { method: method.toUpperCase(), path, body: value, status: Number(status), answers },
      ]);
    }),
  );
}

const valuesOf = (examples: Examples = {}): unknown[] =>
  Object.values(examples).map((example) => example.value);

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

  test.each(exchanges())("serves the examples of %s", async (_, { method, path, body, status, answers }) => {
    const response = await fetch(prism.url + path, {
      method,
      headers: { "content-type": "application/json", "x-auth-token": "t" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    expect(response.status).toBe(status);
    if (status === 204) return;
    expect(answers).toContainEqual(await response.json());
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
