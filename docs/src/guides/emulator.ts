/** The emulator that the code of a guide runs against: what `npm start` serves, and besides it a user who can log in. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { repository } from "../data/repository.ts";

interface Seed {
  projects: Record<string, { accessKeys: { ak: string; sk: string }[] }>;
}

const seed = JSON.parse(readFileSync(join(repository, "examples", "seed.json"), "utf8")) as Seed;
const [[projectId, { accessKeys }]] = Object.entries(seed.projects) as [[string, Seed["projects"][string]]];
const domain = { name: "account-of-the-guides" };
const user = { name: "user-of-the-guides", password: "password-of-the-guides-not-a-secret" };

export interface RunningEmulator {
  url: string;
  /** The variables that the guides read. */
  env: Record<string, string>;
  stop(): Promise<void>;
}

/** @param folder where its seed is written */
export async function startEmulator(folder: string): Promise<RunningEmulator> {
  const file = join(folder, "seed.json");
  writeFileSync(file, JSON.stringify({ ...seed, domain, users: [user] }));
  const bin = join(repository, "packages", "emulator", "bin", "elb-emulator.js");
  const options = [
    "--port",
    "0",
    "--seed",
    file,
    "--job-seconds",
    "1",
    "--administration",
    "--quiet",
    "--ready-json",
  ];
  const child = spawn(process.execPath, [bin, ...options], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "close");
  const [line] = await Promise.race([once(createInterface({ input: child.stdout }), "line"), ended]);
  if (typeof line !== "string") throw new Error(`The emulator has ended with ${line}.`);
  const { url } = JSON.parse(line) as { url: string };
  return {
    url,
    env: {
      ELB_ENDPOINT: url,
      ELB_PROJECT_ID: projectId,
      ELB_AK: accessKeys[0]?.ak ?? "",
      ELB_SK: accessKeys[0]?.sk ?? "",
      IAM_ENDPOINT: url,
      IAM_ACCOUNT: domain.name,
      IAM_USER: user.name,
      IAM_PASSWORD: user.password,
    },
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}
