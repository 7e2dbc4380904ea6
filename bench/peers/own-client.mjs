import { keys, projectId } from "../support/keys.mjs";
import { inRoot } from "../support/servers.mjs";
import { callsPerSecond } from "../support/timing.mjs";

const { createElbClient } = await import(inRoot("packages/client/dist/index.js"));
const { undiciFetch } = await import(inRoot("packages/client/dist/node.js"));

/**
 * @param budget as the client's option
 * @param undici whether to send by undiciFetch() in place of the runtime's own `fetch`
 */
export async function rate({ endpoint, id, args, budget, undici }, load) {
  const fetch = undici ? undiciFetch() : undefined;
  const client = createElbClient({ endpoint, projectId, credentials: keys, budget, fetch });
  const result = await callsPerSecond(() => client[id](args), load);
  await fetch?.close();
  return result;
}
