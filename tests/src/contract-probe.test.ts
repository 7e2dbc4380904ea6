/** The probe of `elb-contract` tells two emulators apart: one that answers as was observed, one as the pages say. */
import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { createEmulator, type Seed } from "@elb-classic/emulator";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inRoot } from "./support/processes.ts";

const PROJECT = "55300f3c8f764c06b1a32e2302edc305";
const TOKEN = "token-of-the-seed";
const PUBLIC = "0b07acf06d243925bc24a0ac7445267a";
const LISTENER = "248425d7b97dc26920eb23720115e068";

const seed: Seed = {
  projects: {
    [PROJECT]: {
      tokens: [TOKEN],
      loadbalancers: [{ id: PUBLIC, type: "External", bandwidth: 1 }, { type: "Internal" }],
      listeners: [
        { id: LISTENER, loadbalancer_id: PUBLIC, protocol: "TCP", port: 80 },
        { loadbalancer_id: PUBLIC, protocol: "HTTP", port: 81 },
      ],
      members: ["10.0.0.5", "10.0.0.6"].map((server_address, index) => ({
        listener_id: LISTENER,
        server_address,
        server_id: `f54a3ffd-7a55-4568-9e3d-f0ff2d46a10${index}`,
      })),
      healthchecks: [{ listener_id: LISTENER }],
      certificates: [{ name: "cert" }],
    },
  },
};

interface Row {
  readonly id: string;
  readonly verdict: string;
  readonly reason?: string;
}

interface Outcome {
  readonly code: number;
  readonly rows: Readonly<Record<string, Row>>;
  readonly differences: readonly unknown[];
  readonly calls: number;
}

async function serve(quirks: "observed" | "documented"): Promise<Server> {
  const emulator = createEmulator({ quirks, seed });
  const server = createServer(async (request, response) => {
    const { method, url, headers } = request;
    const answer = await emulator.fetch(
      new Request(`http://127.0.0.1${url}`, { method: method!, headers: headers as Record<string, string> }),
    );
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

/** Runs the command as it is installed. */
async function probe(server: Server): Promise<Outcome> {
  const { port } = server.address() as { port: number };
  const args = ["probe", "--endpoint", `http://127.0.0.1:${port}`, "--format", "json"];
  const env = { ...process.env, ELB_TOKEN: TOKEN, ELB_PROJECT_ID: PROJECT };
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [inRoot("packages/contract/bin/elb-contract.js"), ...args],
      { env, maxBuffer: 2 ** 24 },
      (error, stdout, stderr) => {
        if (stdout === "") return reject(new Error(stderr));
        const { rows, ...rest } = JSON.parse(stdout) as {
          rows: Row[];
          differences: unknown[];
          calls: number;
        };
        const byId = Object.fromEntries(rows.map((row) => [row.id, row]));
        resolve({ code: (error?.code as number | undefined) ?? 0, rows: byId, ...rest });
      },
    );
  });
}

describe("elb-contract probe", () => {
  let servers: Server[];
  let observed: Outcome;
  let documented: Outcome;

  beforeAll(async () => {
    servers = await Promise.all([serve("observed"), serve("documented")]);
    [observed, documented] = (await Promise.all(servers.map(probe))) as [Outcome, Outcome];
  });

  afterAll(() => {
    for (const server of servers) server.close();
  });

  test.each(["D01", "D02", "D87"])("%s is confirmed where it is as was observed, else refuted", (id) => {
    expect([observed.rows[id]?.verdict, documented.rows[id]?.verdict]).toEqual(["confirmed", "refuted"]);
  });

  test("the use of listeners is an empty text in one, and missing in the other", () => {
    expect([observed.rows.D86?.verdict, documented.rows.D86?.verdict]).toEqual(["refuted", "not seen"]);
  });

  test.each(["D10", "D26"])("%s, which is in answers to changes, is in neither", (id) => {
    const expected = { verdict: "not seen", reason: "change" };
    expect(observed.rows[id]).toMatchObject(expected);
    expect(documented.rows[id]).toMatchObject(expected);
  });

  test("every other row is the same", () => {
    const verdictOf = ({ rows }: Outcome) =>
      Object.entries(rows).map(([id, { verdict }]) => `${id} ${verdict}`);
    const other = verdictOf(documented);
    const apart = verdictOf(observed).filter((row) => !other.includes(row));
    expect(apart.map((row) => row.split(" ")[0])).toEqual(["D01", "D02", "D86", "D87"]);
  });

  test("most of what reading can show is shown, within the budget, without a departure", () => {
    const seen = Object.values(observed.rows).filter(({ verdict }) => verdict !== "not seen");
    expect(seen.length).toBeGreaterThan(40);
    expect(observed.calls).toBeLessThanOrEqual(30);
    expect([observed.differences, documented.differences]).toEqual([[], []]);
    expect([observed.code, documented.code]).toEqual([1, 1]);
  });
});
