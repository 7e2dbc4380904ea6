/** Samples of a call in four languages, generated from the examples of the description. */
import type { Call } from "../data/call.ts";
import type { Operation } from "../data/description.ts";
import { curlSample } from "./curl.ts";
import { goSample } from "./go.ts";
import { pythonSample } from "./python.ts";
import { typescriptSample } from "./typescript.ts";

export interface Sample {
  title: string;
  /** Name of the language, as fences spell it. */
  fence: string;
  code: string;
}

export const samplesOf = (operation: Operation, call: Call): Sample[] => [
  { title: "curl, elb-sign", fence: "sh", code: curlSample(call) },
  { title: "TypeScript, @elb-classic/client", fence: "ts", code: typescriptSample(operation) },
  { title: "Go", fence: "go", code: goSample(call) },
  { title: "Python", fence: "python", code: pythonSample(call) },
];
