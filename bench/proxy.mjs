import { inTurn, median, ratio } from "./support/figures.mjs";
import { ask, load } from "./support/load.mjs";
import { get, seeded, seedFile, signedGet } from "./support/requests.mjs";
import { inRoot, start, startBare, startEmulator, startPrism } from "./support/servers.mjs";

export const question =
  "What is left of a proxy that looks at nothing, with both ways of every call checked?";
export const target = "at least 0.65 of the bare proxy, and 7 times Prism's";
export const head = ["proxy", "requests/s", "of bare", "times Prism"];

/** All stand before a server that answers with the same bytes, and are asked for the same list. */
export async function run() {
  const path = `/v1.0/${seeded.projectId}/elbaas/loadbalancers`;
  const service = await startBare(await listOf(path));
  const proxies = await Promise.all(
    [startOurs, startPassThrough, startPrismProxy].map((begin) => begin(service.port)),
  );
  const headers = { "Content-Type": "application/json", "X-Auth-Token": "any" };
  const measurements = proxies.map(
    ({ port }) =>
      () =>
        load({ port, request: get(port, path, headers) }),
  );
  try {
    await inTurn(1, measurements);
    const [ours, bare, prism] = await inTurn(7, measurements);
    const row = (name, figures) => [
      name,
      Math.round(median(figures)),
      ratio(figures, bare).toFixed(2),
      ratio(figures, prism).toFixed(1),
    ];
    return [row("elb-contract proxy", ours), row("bare node:http proxy", bare), row("Prism proxy", prism)];
  } finally {
    await Promise.all([service, ...proxies].map(({ stop }) => stop()));
  }
}

/** What the emulator answers with. */
async function listOf(path) {
  const emulator = await startEmulator("--seed", seedFile);
  const { body } = await ask(emulator.port, signedGet(emulator.port, path));
  await emulator.stop();
  return body;
}

function startOurs(port) {
  const command = inRoot("packages/contract/bin/elb-contract.js");
  const args = ["proxy", "--target", `http://127.0.0.1:${port}`, "--port", "0", "--ready-json", "--quiet"];
  return start([command, ...args], (line) => JSON.parse(line).port);
}

function startPassThrough(port) {
  return start([inRoot("bench/support/pass-through.cjs"), String(port)], Number);
}

/** With its answer where a call breaks the description, as ours has its header. */
const startPrismProxy = (port) => startPrism("proxy", `http://127.0.0.1:${port}`);
