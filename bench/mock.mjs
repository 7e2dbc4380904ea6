import { inTurn, median, ratio } from "./support/figures.mjs";
import { load } from "./support/load.mjs";
import { get, seeded, seedFile, signedGet } from "./support/requests.mjs";
import { startEmulator, startPrism } from "./support/servers.mjs";

export const question = "How much faster is it than a mock server that is made from the same description?";
export const target = "at least 10 times Prism";
export const head = ["server", "requests/s", "times Prism"];

/** The emulator checks a signature meanwhile; Prism takes any token. */
export async function run() {
  const path = `/v1.0/${seeded.projectId}/elbaas/loadbalancers`;
  const emulator = await startEmulator("--seed", seedFile);
  const prism = await startPrism("mock");
  const ours = () => load({ port: emulator.port, request: signedGet(emulator.port, path) });
  const theirs = () => load({ port: prism.port, request: get(prism.port, path, { "X-Auth-Token": "any" }) });
  try {
    await inTurn(1, [ours, theirs]);
    const [emulated, mocked] = await inTurn(5, [ours, theirs]);
    return [
      ["elb-emulator, signature checked", Math.round(median(emulated)), ratio(emulated, mocked).toFixed(1)],
      ["Prism mock", Math.round(median(mocked)), "1"],
    ];
  } finally {
    await Promise.all([emulator.stop(), prism.stop()]);
  }
}
