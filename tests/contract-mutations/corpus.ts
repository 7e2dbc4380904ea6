/** Payloads that differ from a valid one in one place, with what JSON Schema says of them. */
import { type Target, targets } from "./description.ts";
import { mutate, type Operator } from "./operators.ts";
import { payloadsOf } from "./payloads.ts";
import { isEqual, isValid } from "./reference.ts";

export interface Case {
  readonly target: Target;
  readonly operator: Operator | "none";
  readonly pointer: string;
  readonly body: unknown;
  /** Whether it can be several faults at once. */
  readonly several: boolean;
  /** Whether the description forbids it. */
  readonly forbidden: boolean;
}

/** The corpus, the same each time: valid payloads, each followed by its mutations. */
export function corpus(): Case[] {
  return targets.flatMap((target) => {
    const cases = new Map<string, Case>();
    const add = (one: Omit<Case, "target" | "forbidden">) => {
      const key = JSON.stringify(one.body);
      if (!cases.has(key)) cases.set(key, { target, ...one, forbidden: !isValid(target.schema, one.body) });
    };
    for (const body of payloadsOf(target)) {
      add({ operator: "none", pointer: "", body, several: false });
      for (const mutation of mutate([target.schema], body)) if (!isEqual(mutation.body, body)) add(mutation);
    }
    return [...cases.values()];
  });
}

/** An address that the operation has. */
export function urlOf({ path }: Target): string {
  const filled = path.replace("{api_version}", "v1.0").replaceAll(/\{(\w+)\}/g, "$1-1");
  return `https://elb.example.com${filled}`;
}
