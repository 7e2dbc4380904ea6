import { answerOf, operations, payloadOf } from "./support/description.mjs";
import { inTurn, median, ratio } from "./support/figures.mjs";
import { withPeers } from "./support/peers.mjs";
import { startBare } from "./support/servers.mjs";

export const question = "How many signed calls a second, 50 at a time, to a bare node:http server?";
export const target = "at least 0.95 of plain fetch, and 2.5 times the vendor's client";
export const head = ["call", "client", "calls/s", "of fetch", "times the vendor's"];

const load = { concurrency: 50, seconds: 0.3 };

/** A budget that is kept account of, but never used up. */
const huge = { requests: 1_000_000, seconds: 300, concurrency: 50 };

const listener_id = "248425d7b97dc26920eb23720115e068";
const calls = [
  { id: "listListeners", args: {} },
  { id: "addMembers", args: { listener_id, body: payloadOf("addMembers") } },
];

const peerNames = ["own-client", "own-client", "own-client", "plain-fetch", "vendor-client"];
const names = ["this, no budget", "this, huge budget", "this, undiciFetch()", "plain fetch", "the vendor's"];

/** Each is sent to a server of its own, and answered with what the description shows. */
export async function run() {
  return withPeers(peerNames, async (...peers) => {
    const rows = [];
    for (const call of calls) rows.push(...(await compare(call, peers)));
    return rows;
  });
}

async function compare({ id, args }, [free, budgeted, undici, plain, vendor]) {
  const { method, path } = operations[id];
  const server = await startBare(JSON.stringify(answerOf(id)));
  const endpoint = `http://127.0.0.1:${server.port}`;
  const raw = { endpoint, method, path: path.replace("{listener_id}", listener_id), data: args.body };
  const measurements = [
    () => free("rate", { endpoint, id, args, budget: false }, load),
    () => budgeted("rate", { endpoint, id, args, budget: huge }, load),
    () => undici("rate", { endpoint, id, args, budget: huge, undici: true }, load),
    () => plain("rate", raw, load),
    () => vendor("rate", raw, load),
  ];
  try {
    await inTurn(4, measurements);
    const figures = await inTurn(21, measurements);
    const [fetched, vendors] = figures.slice(-2);
    return figures.map((figure, index) => [
      id,
      names[index],
      Math.round(median(figure)),
      ratio(figure, fetched).toFixed(2),
      ratio(figure, vendors).toFixed(1),
    ]);
  } finally {
    await server.stop();
  }
}
