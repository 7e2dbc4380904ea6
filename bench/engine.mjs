import { spawn } from "node:child_process";
import { once } from "node:events";
import { answerOf, operations, payloadOf } from "./support/description.mjs";
import { inTurn, median, ratio } from "./support/figures.mjs";
import { withPeers } from "./support/peers.mjs";
import { inRoot, node } from "./support/servers.mjs";

export const question = "How fast is the engine of @elb-classic/contract?";
export const target =
  "at least 0.6 of a hand-written check of the same rules, 8 times openapi-backend and 6 times Prism's validation;" +
  " a first verdict within 1.3 times the start of Node";
export const head = ["what", "ours", "other", "ratio", "unit"];

const headers = { "content-type": "application/json" };
const [listener] = answerOf("listListeners");

/** Payloads whose rules are also written down by hand. */
const byHand = [
  { name: "listListeners, 10 listeners", operationId: "listListeners", bodies: [Array(10).fill(listener)] },
  {
    name: "createListener",
    operationId: "createListener",
    isRequest: true,
    bodies: ["HTTP", "TCP"].map((protocol) => ({
      ...payloadOf("createListener"),
      protocol,
      backend_protocol: protocol,
    })),
  },
];

/** The example of every answer that has a body. */
const answers = Object.entries(operations)
  .filter(([id]) => answerOf(id) !== undefined)
  .map(([id, { method, path, success }]) => {
    const url = path.replace("{api_version}", "v1.0").replaceAll(/\{(\w+)\}/g, "$1-1");
    return { method, url, status: success, headers, body: answerOf(id) };
  });

export async function run() {
  return [...(await validators()), ...(await wholeChecks()), await firstVerdict()];
}

function validators() {
  return withPeers(["own-validators", "hand-written"], async (own, hand) => {
    const rows = [];
    for (const given of byHand) {
      await agree([own, hand], given);
      const wrong = { ...given, bodies: given.bodies.map((body) => (Array.isArray(body) ? [{}] : {})) };
      await agree([own, hand], wrong, false);
      const measure = (call) => () => call("time", given, 200);
      await inTurn(2, [measure(own), measure(hand)]);
      const [ours, theirs] = await inTurn(9, [measure(own), measure(hand)]);
      rows.push(row(`validator: ${given.name}, against by hand`, ours, theirs, "µs"));
    }
    return rows;
  });
}

function wholeChecks() {
  const names = ["own-check-response", "openapi-backend", "prism-validation"];
  return withPeers(names, async (own, backend, prism) => {
    await agree([own, backend, prism], answers);
    const measures = [
      () => own("time", answers, 200),
      ...[backend, prism].flatMap((call) => [
        () => call("time", answers, 200),
        () => call("timeValidation", answers, 200),
      ]),
    ];
    await inTurn(3, measures);
    const [ours, backends, backendsKnown, prisms, prismsKnown] = await inTurn(9, measures);
    return [
      row("checkResponse(), against openapi-backend", ours, backends, "µs"),
      row("  whose operation is known", ours, backendsKnown, "µs"),
      row("checkResponse(), against Prism", ours, prisms, "µs"),
      row("  whose operation is known", ours, prismsKnown, "µs"),
    ];
  });
}

async function firstVerdict() {
  const time = (...args) => {
    return async () => {
      const begin = performance.now();
      const [code] = await once(spawn(node, args, { stdio: "ignore" }), "exit");
      if (code !== 0) throw new Error(`${args.join(" ")} has failed.`);
      return performance.now() - begin;
    };
  };
  const measures = [time(inRoot("bench/support/first-verdict.mjs")), time("-e", "0")];
  await inTurn(3, measures);
  const [ours, bare] = await inTurn(21, measures);
  return [
    "first verdict, of bare Node",
    median(ours).toFixed(1),
    median(bare).toFixed(1),
    ratio(ours, bare).toFixed(2),
    "ms",
  ];
}

/** Times beside each other, and how many times as fast ours is. */
function row(name, ours, theirs, unit) {
  return [name, median(ours).toFixed(2), median(theirs).toFixed(2), ratio(theirs, ours).toFixed(2), unit];
}

/** Peers that differ in their verdict do not do the same work. */
async function agree(calls, given, expected = true) {
  for (const call of calls) {
    const verdicts = await call("verdicts", given);
    if (verdicts.some((verdict) => verdict !== expected))
      throw new Error("The peers do not agree on the examples.");
  }
}
