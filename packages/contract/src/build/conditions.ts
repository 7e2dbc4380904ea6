import type { Condition, PropertyConditions, Test } from "../table.ts";
import { type Description, follow, join, type Located, type Schema } from "./description.ts";
import { inPlace, properties } from "./facts.ts";
import { isSettled, type Provenance } from "./provenance.ts";

/** An entry of `x-elb-conditions`. */
interface Written {
  readonly when: Readonly<Record<string, unknown>>;
  /** Whether other sources contradict the pages here. */
  readonly disputed?: boolean;
  readonly [effect: string]: unknown;
}

const keyword = "x-elb-conditions";
const effects = ["required", "ignored", "effective", "only", "not"] as const;

/**
 * The conditions on the properties of a request. Those on what the request does not hold, such as
 * `loadbalancer.type`, cannot be judged and are left out.
 */
export function conditionsOf(
  description: Description,
  provenance: Provenance,
  operationId: string,
  root: Located,
): PropertyConditions[] {
  const parts = inPlace(description, root);
  const byName = new Map<string, PropertyConditions>();
  for (const [name, property] of parts.flatMap(properties)) {
    const found = statement(description, property);
    const list = found === undefined ? [] : readAll(found);
    if (found === undefined || list.length === 0) continue;
    const other = byName.get(name);
    if (other !== undefined && other.pointer !== found.pointer) {
      throw new Error(`${found.pointer}: the engine expects the conditions on "${name}" in one place.`);
    }
    const isDisputed = found.written.some(({ disputed }) => disputed === true);
    const settled = !isDisputed && isSettled(provenance, `${operationId}.request.body.${name}`);
    const severity = settled ? "warning" : "note";
    const needed = list.some(({ effect }) => effect === "required");
    byName.set(name, { name, pointer: found.pointer, severity, needed, list });
  }
  return [...byName.values()];
}

/** What stands at the property itself goes before what stands where it refers to. */
function statement(
  description: Description,
  property: Located,
): { readonly written: readonly Written[]; readonly pointer: string } | undefined {
  for (const { node, pointer } of [property, follow<Schema>(description, property)]) {
    const written = node[keyword] as readonly Written[] | undefined;
    if (written !== undefined) return { written, pointer: join(pointer, keyword) };
  }
  return undefined;
}

function readAll({ written, pointer }: { written: readonly Written[]; pointer: string }): Condition[] {
  return written.flatMap((one, index) => {
    if (Object.keys(one.when).some((name) => name.includes("."))) return [];
    const effect = effects.find((name) => one[name] !== undefined);
    if (effect === undefined) throw new Error(`${join(pointer, index)}: the engine knows no such condition.`);
    const when = Object.entries(one.when).map(testOf);
    const values = effect === "only" || effect === "not" ? { values: one[effect] as unknown[] } : {};
    return [{ index, when, effect, ...values }];
  });
}

function testOf([name, wanted]: [name: string, wanted: unknown]): Test {
  if (wanted === "present") return [name, "present", []];
  if (typeof wanted === "object" && wanted !== null && "not" in wanted) {
    return [name, "out", [wanted.not].flat()];
  }
  return [name, "in", [wanted].flat()];
}
