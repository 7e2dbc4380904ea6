import { type JudgeOptions, judge } from "./judge.ts";
import type { Order } from "./thread.ts";

const { parentPort, workerData } = process.getBuiltinModule("node:worker_threads");
const options = workerData as JudgeOptions;

parentPort?.on("message", ({ bytes, values }: Order) => {
  let start = 0;
  const judged = values.map(({ end, ...place }) => {
    const value = { ...place, bytes: Buffer.from(bytes, start, end - start) };
    start = end;
    return judge(value, options);
  });
  parentPort.postMessage(judged);
});
