/** A public client in Go, as it is published, logs in at the emulator and runs the life of a load balancer. */
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { goClient, noGo, withoutNetwork } from "./support/go.ts";
import { inRoot, type Server, startEmulator } from "./support/processes.ts";

const run = promisify(execFile);
const seedFile = inRoot("tests/src/support/go-seed.json");

interface User {
  name: string;
  password: string;
  accessKeys: [{ ak: string; sk: string }];
}

const { domain, users } = JSON.parse(readFileSync(seedFile, "utf8")) as {
  domain: { name: string };
  users: [User];
};

describe.skipIf(noGo)(`client in Go ${noGo ?? ""}`, () => {
  const folder = mkdtempSync(join(tmpdir(), "elb-go-"));
  const program = join(folder, "go-client");
  let emulator: Server;

  // A cold cache of builds takes its time.
  beforeAll(async () => {
    emulator = await startEmulator("--seed", seedFile, "--job-seconds", "0.1");
    await run("go", ["build", "-o", program, "."], { cwd: goClient, env: withoutNetwork() });
  }, 300_000);
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await emulator.stop();
  });

  test.each(["password", "keys"])("logged in by %s, it creates, uses and deletes", async (way) => {
    const [{ name, password, accessKeys }] = users;
    const [{ ak, sk }] = accessKeys;
    const env = { ELB_DOMAIN: domain.name, ELB_USER: name, ELB_PASSWORD: password, ELB_AK: ak, ELB_SK: sk };
    const { stdout } = await run(program, [way, emulator.url], { env });
    expect(stdout.trim().split("\n")).toEqual([
      `logged in by ${way}`,
      "load balancer by-go is ACTIVE",
      "listener on port 80",
      "health check by TCP with threshold 1",
      "member 172.16.0.31 is ACTIVE",
      "member removed",
      "load balancer deleted",
    ]);
  });
});
