import type { Description, Located } from "./description.ts";
import { assertions, branches, constantsOf, requiredOf, typesOf } from "./facts.ts";

/**
 * How the branch of a `oneOf` or `anyOf` is found without trying all of them, so that a finding can be about the branch
 * that was meant: by the constant of a property, or by the JSON type.
 */
export type Choice =
  | { readonly by: "tag"; readonly tag: string; readonly cases: readonly TagCase[] }
  | { readonly by: "type"; readonly cases: readonly TypeCase[] };

export interface TagCase {
  readonly values: readonly unknown[];
  readonly branch: Located;
}

export interface TypeCase {
  readonly types: readonly string[];
  readonly branch: Located;
}

/** The branches that can decide: one that allows less than another that allows every value of its type cannot. */
export function deciding(description: Description, located: Located, keyword: "anyOf" | "oneOf"): Located[] {
  const all = branches(located, keyword);
  if (keyword === "oneOf") return all;
  return all.filter(
    (branch) => !all.some((other) => other !== branch && isBare(other) && covers(description, other, branch)),
  );
}

/** Whether nothing but the type is said. */
export function isBare({ node }: Located): boolean {
  const keywords = assertions(node);
  return keywords.length === 1 && keywords[0] === "type";
}

/** The choice between these branches, `undefined` where only trying them tells. */
export function choiceBetween(
  description: Description,
  located: Located,
  list: readonly Located[],
): Choice | undefined {
  return byTag(description, located, list) ?? byType(description, list);
}

function covers(description: Description, wide: Located, narrow: Located): boolean {
  const allowed = typesOf(description, wide) ?? [];
  const types = typesOf(description, narrow);
  return types?.every((type) => allowed.includes(type)) ?? false;
}

function byTag(description: Description, located: Located, list: readonly Located[]): Choice | undefined {
  const tag = (located.node.discriminator as { propertyName: string } | undefined)?.propertyName;
  if (tag === undefined) return undefined;
  const cases = list.map((branch) => ({ branch, values: constantsOf(description, branch, tag) ?? [] }));
  const values = cases.flatMap((one) => one.values);
  const decided =
    new Set(values).size === values.length &&
    cases.every((one) => one.values.length > 0 && needs(description, one.branch, tag));
  if (!decided) {
    throw new Error(
      `${located.pointer}: every branch must be an object that requires "${tag}" with a constant of its own.`,
    );
  }
  return { by: "tag", tag, cases };
}

function needs(description: Description, branch: Located, property: string): boolean {
  const types = typesOf(description, branch);
  return types?.join() === "object" && requiredOf(description, branch).includes(property);
}

function byType(description: Description, list: readonly Located[]): Choice | undefined {
  const cases: TypeCase[] = [];
  for (const branch of list) {
    const types = typesOf(description, branch);
    if (types === undefined) return undefined;
    cases.push({ types, branch });
  }
  const kinds = cases.flatMap(({ types }) => types.map((type) => (type === "integer" ? "number" : type)));
  return new Set(kinds).size === kinds.length ? { by: "type", cases } : undefined;
}
