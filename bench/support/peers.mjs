// What is compared inside a process: each peer in one of its own, so that none runs in code that another has warmed.
import { fork } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { inRoot, node } from "./servers.mjs";

/**
 * Starts a module of bench/peers, run by the same Node as the servers.
 * @returns `call`, which calls one of the functions that the module exports and resolves to what it returns
 */
export function startPeer(name) {
  if (!existsSync(inRoot("bench/node_modules/@huaweicloud"))) {
    throw new Error("The vendor's SDK is missing: npm ci --prefix bench --ignore-scripts");
  }
  const child = fork(inRoot("bench/support/peer.mjs"), [inRoot("bench/peers", `${name}.mjs`)], {
    execPath: node,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const ended = once(child, "exit");
  return {
    async call(exported, ...given) {
      child.send({ exported, given });
      const answer = await Promise.race([once(child, "message"), ended]);
      const { result, failure = `${name} has ended.` } = Object(answer[0]);
      if (result === undefined) throw new Error(failure);
      return result;
    },
    async stop() {
      child.kill();
      await ended;
    },
  };
}

/** Starts several, hands their `call` functions to `use`, and stops them. */
export async function withPeers(names, use) {
  const peers = names.map(startPeer);
  try {
    return await use(...peers.map(({ call }) => call));
  } finally {
    await Promise.all(peers.map(({ stop }) => stop()));
  }
}
