import { keys, projectId } from "../support/keys.mjs";
import { inRoot } from "../support/servers.mjs";
import { callsPerSecond } from "../support/timing.mjs";

const { createElbClient } = await import(inRoot("packages/client/dist/index.js"));

/** @param budget as the client's option */
export function rate({ endpoint, id, args, budget }, load) {
  const client = createElbClient({ endpoint, projectId, credentials: keys, budget });
  return callsPerSecond(() => client[id](args), load);
}
