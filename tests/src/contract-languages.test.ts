/** The examples in other languages, with their calls checked by the proxy and in what it recorded. */
import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { elbContract, runContract, startProxy } from "./support/contract.ts";
import { seeded, startSeededEmulator } from "./support/example.ts";
import { withoutNetwork } from "./support/go.ts";
import { inRoot, type Server } from "./support/processes.ts";

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "elb-languages-"));
const examples = inRoot("examples/contract");
const has = (command: string, version: string) => spawnSync(command, [version]).status === 0;
const python = ["python3", "python"].find((command) => has(command, "--version"));

/** A name that is only known to the proxy: so nothing can go past it. */
const HOST = "elb.example.test";
const PATIENCE = 60_000;
const settings = {
  PATH: process.env.PATH ?? "",
  HUAWEICLOUD_SDK_PROJECT_ID: seeded.projectId,
  HUAWEICLOUD_SDK_AK: seeded.accessKey.ak,
  HUAWEICLOUD_SDK_SK: seeded.accessKey.sk,
  ELB_LISTENER_ID: seeded.listenerId,
};

let emulator: Server;
// Each test adds the same member.
beforeEach(async () => {
  emulator = await startSeededEmulator("--job-seconds", "0.1");
});
afterEach(() => emulator.stop());
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a program with the proxy before the emulator; both it and what it recorded have to find nothing. */
async function checked(
  name: string,
  command: string,
  args: string[],
  env: (proxy: string) => Record<string, string>,
) {
  const har = join(folder, `${name}.har`);
  const proxy = await startProxy(emulator.url, [
    "--signing-host",
    HOST,
    "--har",
    har,
    "--fail-on",
    "warning",
  ]);
  const { stdout } = await run(command, args, {
    env: { ...settings, ...env(proxy.url) },
    timeout: PATIENCE,
  }).finally(async () => {
    const { code, stdout: report, stderr } = await proxy.stop();
    expect(code, report + stderr).toBe(0);
    for (const operation of ["addMembers", "getJob", "listMembers"])
      expect(stderr).toContain(` - ${operation}\n`);
  });
  expect(stdout).toBe("job SUCCESS\nmember 172.16.0.31\n");
  expect(readFileSync(har, "utf8")).not.toContain(seeded.accessKey.ak);
  const again = await runContract("check", har, "--fail-on", "warning");
  expect(again.code, again.stdout).toBe(0);
}

describe.skipIf(!has("go", "version"))(
  `Go ${has("go", "version") ? "" : "skipped: no Go on the PATH"}`,
  () => {
    const program = join(folder, "add-members");
    beforeAll(async () => {
      await run("go", ["build", "-o", program, "."], { cwd: join(examples, "go"), env: withoutNetwork() });
    }, 300_000);

    test("a program that has the proxy in HTTP_PROXY", () =>
      checked("go", program, [], (proxy) => ({ ELB_ENDPOINT: `http://${HOST}`, HTTP_PROXY: proxy })));
  },
);

describe.skipIf(python === undefined)(
  `Python ${python === undefined ? "skipped: no Python on the PATH" : ""}`,
  () => {
    const script = join(examples, "python/add_members.py");

    test("a program that sends to the proxy and signs for the service", () =>
      checked("python", python ?? "", [script], (proxy) => ({
        ELB_ENDPOINT: proxy,
        ELB_SIGNING_HOST: HOST,
      })));
  },
);

describe.skipIf(!has("curl", "--version"))(
  `shell ${has("curl", "--version") ? "" : "skipped: no curl on the PATH"}`,
  () => {
    const script = join(examples, "curl.sh");
    const tools = { ELB_SIGN: inRoot("packages/client/bin/elb-sign.js"), ELB_CONTRACT: elbContract };

    test("curl with elb-sign", () =>
      checked("curl", "sh", [script], (proxy) => ({
        ...tools,
        ELB_ENDPOINT: `http://${HOST}`,
        ELB_PROXY: proxy,
      })));

    const withProxy = (...command: string[]) =>
      run("sh", [join(examples, "with-proxy.sh"), ...command], {
        env: {
          ...settings,
          ...tools,
          ELB_TARGET: emulator.url,
          ELB_ENDPOINT: `http://${HOST}`,
          ELB_HAR: join(folder, "with-proxy.har"),
          ELB_PROXY_OPTIONS: `--signing-host ${HOST}`,
        },
      });

    test("a command in the proxy's company", async () => {
      const { stdout } = await withProxy("sh", script);
      expect(stdout).toContain("member 172.16.0.31\n");
      expect(stdout).not.toContain('"url"');
    });

    test("fails where a call departs from the contract, and where the command fails", async () => {
      const bad = `curl -sS -x "$ELB_PROXY" "$ELB_ENDPOINT/v1.0/$HUAWEICLOUD_SDK_PROJECT_ID/elbaas/pools"`;
      await expect(withProxy("sh", "-c", bad)).rejects.toMatchObject({
        code: 1,
        stdout: expect.stringContaining("operation.unknown"),
      });
      await expect(withProxy("sh", "-c", "exit 7")).rejects.toMatchObject({ code: 7 });
    });
  },
);

test("the snippet for CI runs what is there", () => {
  const { jobs } = parse(readFileSync(join(examples, "ci.yml"), "utf8"));
  const { env, steps } = jobs.contract;
  const commands = steps.flatMap(({ run }: { run?: string }) => run ?? []);
  expect(commands).toContain("sh with-proxy.sh go test ./...");
  const script = readFileSync(join(examples, "with-proxy.sh"), "utf8");
  for (const name of ["ELB_TARGET", "ELB_PROXY_OPTIONS"]) {
    expect(env).toHaveProperty(name);
    expect(script).toContain(name);
  }
});
