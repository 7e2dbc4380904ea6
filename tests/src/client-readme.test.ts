/** The client's README: every program in it compiles, and runs against the emulator where it can. */
import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import type { Seed, SeedProject, SeedUser } from "@elb-classic/emulator";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seeded, startSeededEmulator } from "./support/example.ts";
import { inRoot } from "./support/processes.ts";

const run = promisify(execFile);
const readme = readFileSync(inRoot("packages/client/README.md"), "utf8");

/** A block of code, the heading above it, and why it cannot be run where a comment before it says so. */
interface Block {
  heading: string;
  code: string;
  onlyCompiled: string | undefined;
}

function blocksOf(language: string): Block[] {
  const pattern = new RegExp(`(?:<!-- only compiled: (.*?) -->\n)?^\`\`\`${language}\n(.*?)^\`\`\`$`, "gms");
  return [...readme.matchAll(pattern)].map(({ index, 1: onlyCompiled, 2: code = "" }) => ({
    heading:
      readme
        .slice(0, index)
        .match(/^#+ .*$/gm)
        ?.at(-1) ?? "",
    code,
    onlyCompiled,
  }));
}

const programs = blocksOf("ts").map((block, at) => ({ ...block, file: `block-${at}.ts` }));
// Within this package, so that the packages that it depends on are found.
const folder = mkdtempSync(join(inRoot("tests"), ".build-readme-"));
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(() => {
  for (const { file, code } of programs) writeFileSync(join(folder, file), code);
});

test("every program compiles", async () => {
  const require = createRequire(import.meta.url);
  const tsc = join(require.resolve("typescript/package.json"), "..", "bin", "tsc");
  const config = {
    extends: inRoot("tsconfig.base.json"),
    compilerOptions: { types: ["node"] },
    files: programs.map(({ file }) => file),
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  const { stdout } = await run(process.execPath, [tsc, "--project", folder]).catch((error) => error);
  expect(stdout).toBe("");
  expect(programs.length).toBeGreaterThan(7);
});

/** What a program of the README finds in its environment: a token where it asks for one, else keys and a user. */
function environmentFor(code: string): Record<string, string | undefined> {
  const { domain, users, projects } = JSON.parse(
    readFileSync(inRoot("tests/src/support/readme-seed.json"), "utf8"),
  ) as Required<Seed>;
  const [{ accessKeys, tokens }] = Object.values(projects) as [Required<SeedProject>];
  const [user] = users as [SeedUser];
  const own = code.includes("ELB_TOKEN")
    ? { ELB_TOKEN: tokens[0] }
    : { ELB_AK: accessKeys[0]?.ak, ELB_SK: accessKeys[0]?.sk };
  const login = { IAM_ACCOUNT: domain.name, IAM_USER: user.name, IAM_PASSWORD: user.password };
  return { ...own, ...login, HOME: folder, PATH: process.env.PATH };
}

describe("a program runs against the emulator, which stands in for the hosts of the cloud", () => {
  test.each(programs.filter(({ onlyCompiled }) => onlyCompiled === undefined))(
    "$file below $heading",
    async ({ file, code }) => {
      const preload = inRoot("tests/src/support/emulated-cloud.ts");
      const args = ["--import", preload, join(folder, file)];
      const { stderr } = await run(process.execPath, args, { env: environmentFor(code), timeout: 30_000 });
      expect(stderr).toBe("");
    },
  );
});

const noCurl = (() => {
  try {
    execFileSync("curl", ["--version"]);
    return process.platform === "win32" ? "skipped: no shell for it" : undefined;
  } catch {
    return "skipped: no curl";
  }
})();

describe.skipIf(noCurl)(`curl ${noCurl ?? ""}`, () => {
  test("sends what elb-sign has signed, with its payload to the byte", async () => {
    const [recipe] = blocksOf("sh").filter(({ heading }) => heading === "## Signing for curl");
    const work = mkdtempSync(join(tmpdir(), "elb-sign-"));
    const emulator = await startSeededEmulator("--job-seconds", "0");
    try {
      mkdirSync(join(work, "bin"));
      symlinkSync(inRoot("packages/client/bin/elb-sign.js"), join(work, "bin", "elb-sign"));
      symlinkSync(process.execPath, join(work, "bin", "node"));
      const env = {
        HOME: work,
        PATH: [join(work, "bin"), process.env.PATH].join(delimiter),
        ELB_ENDPOINT: emulator.url,
        ELB_PROJECT_ID: seeded.projectId,
        ELB_LISTENER_ID: seeded.listenerId,
        ELB_AK: seeded.accessKey.ak,
        ELB_SK: seeded.accessKey.sk,
      };
      const script = ["--norc", "-e", "-o", "pipefail", "-c", recipe?.code ?? ""];
      const { stdout, stderr } = await run("bash", script, { cwd: work, env });
      expect(stderr).toBe("");
      expect(stdout).toMatch(/^\{"uri":".*","job_id":"\w{32}"\}\s*\[\{.*"server_address":"172\.16\.0\.31"/);
      expect(stdout + stderr).not.toContain(seeded.accessKey.sk);
    } finally {
      await emulator.stop();
      rmSync(work, { recursive: true });
    }
  });
});
