import { readFileSync } from "node:fs";
import { inRoot, type Outcome, runNode, type Server, startEmulator } from "./processes.ts";

interface Seed {
  projects: Record<string, { accessKeys: { ak: string; sk: string }[]; listeners: { id: string }[] }>;
}

const seed = JSON.parse(readFileSync(inRoot("examples", "seed.json"), "utf8")) as Seed;
const [[projectId, project]] = Object.entries(seed.projects) as [[string, Seed["projects"][string]]];

/** What the seed of the examples holds. */
export const seeded = {
  projectId,
  accessKey: project.accessKeys[0] as { ak: string; sk: string },
  listenerId: (project.listeners[0] as { id: string }).id,
};

/** The emulator as the examples need it; jobs take a second, to keep tests short. */
export const startSeededEmulator = (...args: string[]): Promise<Server> =>
  startEmulator("--seed", inRoot("examples", "seed.json"), ...args);

/** Runs examples/add-members.ts against an endpoint. */
export function runExample(endpoint: string, env: Record<string, string | undefined> = {}): Promise<Outcome> {
  return runNode("examples/add-members.ts", [], {
    ELB_ENDPOINT: endpoint,
    ELB_LISTENER_ID: seeded.listenerId,
    HUAWEICLOUD_SDK_PROJECT_ID: seeded.projectId,
    HUAWEICLOUD_SDK_AK: seeded.accessKey.ak,
    HUAWEICLOUD_SDK_SK: seeded.accessKey.sk,
    ...env,
  });
}
