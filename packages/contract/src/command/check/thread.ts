import type { RawValue } from "../read/values.ts";
import type { Judged, JudgeOptions } from "./judge.ts";

/** What a worker is sent: values one behind the other, and where each of them ends. */
export interface Order {
  readonly bytes: ArrayBuffer;
  readonly values: readonly (Omit<RawValue, "bytes"> & { readonly end: number })[];
}

/** A thread that checks calls, in the order in which it is asked. */
export interface Thread {
  judge(values: readonly RawValue[]): Promise<readonly Judged[]>;
  /** How many batches it has not answered yet. */
  waiting(): number;
  close(): Promise<void>;
}

/** In MB. What a batch leaves behind is gone with the next: more would only be memory that is kept for nothing. */
const YOUNG = 8;

export function startThread(options: JudgeOptions): Thread {
  const { Worker } = process.getBuiltinModule("node:worker_threads");
  // Beside this module, as it stands and as it is built.
  const worker = new Worker(new URL("./worker.js", import.meta.url), {
    workerData: options,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  });
  const waiting: { resolve(judged: readonly Judged[]): void; reject(error: unknown): void }[] = [];
  worker.on("message", (judged: readonly Judged[]) => waiting.shift()?.resolve(judged));
  worker.on("error", (error) => {
    for (const { reject } of waiting.splice(0)) reject(error);
  });
  return {
    judge(values) {
      const order = orderOf(values);
      worker.postMessage(order, [order.bytes]);
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    },
    waiting: () => waiting.length,
    close: async () => void (await worker.terminate()),
  };
}

function orderOf(values: readonly RawValue[]): Order {
  const size = values.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const all = Buffer.allocUnsafeSlow(size);
  let end = 0;
  const places = values.map(({ bytes, ...place }) => {
    end += bytes.copy(all, end);
    return { ...place, end };
  });
  return { bytes: all.buffer as ArrayBuffer, values: places };
}
