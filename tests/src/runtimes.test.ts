/** The packed client on each runtime that it is for. */
import { execFile } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { seeded, startSeededEmulator } from "./support/example.ts";
import { installTarballs, packAll } from "./support/packed.ts";
import { inRoot, type Server } from "./support/processes.ts";

const run = promisify(execFile);
const system = `${process.platform}-${process.arch}`;
const bunSystem = system.replace("arm64", "aarch64");
const installed = (...path: string[]): string => inRoot("tests", "runtimes", "node_modules", ...path);
const offline = ["--no-remote", "--cached-only", "--node-modules-dir=manual"];

/** Program and arguments of each; the binaries, since install scripts that put them elsewhere are not run. */
const runtimes: { name: string; file: string; args?: string[] }[] = [
  { name: `Node ${process.versions.node} (of the tests)`, file: process.execPath },
  ...["20", "22", "26"].map((version) => ({
    name: `Node ${version}`,
    file: installed(`node-${version}-${system}`, "bin", "node"),
  })),
  { name: "Bun", file: installed("@oven", `bun-${bunSystem}`, "bin", "bun"), args: ["run"] },
  {
    name: "Deno",
    file: installed("@deno", `${system}-glibc`, "deno"),
    args: ["run", ...offline, "--allow-net=127.0.0.1", "--allow-env", "--allow-read"],
  },
];

const folder = mkdtempSync(join(tmpdir(), "runtimes-"));
const consumer = join(folder, "consumer");
const program = "add-members.mjs";

beforeAll(async () => {
  await installTarballs(consumer, await packAll(["@elb-classic/client"], join(folder, "tarballs")));
  copyFileSync(inRoot("tests", "runtimes", program), join(consumer, program));
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true }));

let emulator: Server;
beforeEach(async () => {
  emulator = await startSeededEmulator("--job-seconds", "0.1");
});
afterEach(() => emulator.stop());

for (const { name, file, args = [] } of runtimes) {
  const missing = existsSync(file)
    ? ""
    : ", skipped: not installed (npm ci --prefix tests/runtimes --ignore-scripts)";
  test.skipIf(missing !== "")(`${name} runs the packed client${missing}`, async () => {
    const env = {
      PATH: process.env.PATH,
      HOME: folder,
      ELB_ENDPOINT: emulator.url,
      ELB_LISTENER_ID: seeded.listenerId,
      ELB_PROJECT_ID: seeded.projectId,
      ELB_AK: seeded.accessKey.ak,
      ELB_SK: seeded.accessKey.sk,
    };
    const { stdout, stderr } = await run(file, [...args, program], { cwd: consumer, env, timeout: 60_000 });
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toEqual({
      job: "SUCCESS",
      addresses: ["172.16.0.31"],
      raw: 200,
      signature: "e12cd842",
      undici: name === "Bun" ? "ElbConfigurationError" : "made",
      meaning: "APIGW.0101#1",
    });
  });
}
