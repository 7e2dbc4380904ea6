import { inTurn, median, ratio } from "./support/figures.mjs";
import { seedFile } from "./support/requests.mjs";
import { startBare, startEmulator } from "./support/servers.mjs";

export const question = "How long until it is ready?";
export const target = "at most 2.5 times a bare server";
export const head = ["server", "ms to ready", "of bare"];

/** From the start of the process to the line that says that it listens. */
export async function run() {
  const measure = (startServer) => async () => {
    const { milliseconds, stop } = await startServer();
    await stop();
    return milliseconds;
  };
  const emulator = measure(() => startEmulator("--seed", seedFile));
  const bare = measure(() => startBare());
  await inTurn(2, [emulator, bare]);
  const [ours, theirs] = await inTurn(15, [emulator, bare]);
  return [
    ["elb-emulator", Math.round(median(ours)), ratio(ours, theirs).toFixed(2)],
    ["bare node:http", Math.round(median(theirs)), "1"],
  ];
}
