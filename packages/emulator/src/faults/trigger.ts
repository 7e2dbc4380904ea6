import { createRandom } from "./random.ts";
import type { FaultRule } from "./rules.ts";

/** Says for each call of a rule's operations, in turn, whether the rule applies to it. */
export function createTrigger({ first, every, probability, seed = 1 }: FaultRule): () => boolean {
  let calls = 0;
  if (first !== undefined) return () => calls++ < first;
  if (every !== undefined) return () => ++calls % every === 0;
  if (probability === undefined) return () => true;
  const random = createRandom(seed);
  return () => random() < probability;
}
