import { inTurn, median, ratio } from "./support/figures.mjs";
import { ask, load } from "./support/load.mjs";
import { seeded, seedFile, signedGet } from "./support/requests.mjs";
import { startBare, startEmulator } from "./support/servers.mjs";

export const question = "How much of a bare node:http server is left, with signatures checked?";
export const target = "at least 0.4 of the bare server";
export const head = ["server", "requests/s", "of bare"];

/** Both are asked for the same list of load balancers, signed, and answer with the same bytes. */
export async function run() {
  const path = `/v1.0/${seeded.projectId}/elbaas/loadbalancers`;
  const emulator = await startEmulator("--seed", seedFile);
  const bare = await startBare((await ask(emulator.port, signedGet(emulator.port, path))).body);
  const measure = (server) => () => load({ port: server.port, request: signedGet(server.port, path) });
  try {
    await inTurn(1, [measure(emulator), measure(bare)]);
    const [ours, theirs] = await inTurn(7, [measure(emulator), measure(bare)]);
    return [
      ["elb-emulator, signature checked", Math.round(median(ours)), ratio(ours, theirs).toFixed(2)],
      ["bare node:http", Math.round(median(theirs)), "1"],
    ];
  } finally {
    await Promise.all([emulator.stop(), bare.stop()]);
  }
}
