import { type Description, follow, join, type Located, type Schema } from "./description.ts";

/** Keywords that say nothing about validity, besides every `x-` extension. */
const annotations = new Set([
  "title",
  "description",
  "default",
  "example",
  "examples",
  "deprecated",
  "readOnly",
  "writeOnly",
  "externalDocs",
  "discriminator",
  "$comment",
]);

export function isAnnotation(keyword: string): boolean {
  return annotations.has(keyword) || keyword.startsWith("x-");
}

/** The keywords of a schema that decide about validity. */
export function assertions(schema: Schema): string[] {
  return Object.keys(schema).filter((keyword) => !isAnnotation(keyword));
}

/** The schemas below a keyword that holds a list of them. */
export function branches({ node, pointer }: Located, keyword: "allOf" | "anyOf" | "oneOf"): Located[] {
  const list = (node[keyword] ?? []) as readonly Schema[];
  return list.map((schema, index) => ({ node: schema, pointer: join(pointer, keyword, index) }));
}

/** Whether a schema says nothing about validity but what it refers to. */
export function isOnlyReference(node: Schema): boolean {
  return assertions(node).join() === "$ref";
}

/** Names of the properties that a schema itself describes. */
export function ownNames({ node }: Located): string[] {
  return Object.keys((node.properties ?? {}) as object);
}

export function properties({ node, pointer }: Located): [name: string, schema: Located][] {
  const schemas = (node.properties ?? {}) as Readonly<Record<string, Schema>>;
  return Object.entries(schemas).map(([name, schema]) => [
    name,
    { node: schema, pointer: join(pointer, "properties", name) },
  ]);
}

/** This schema and all that certainly apply to the same value: the target of its reference and its `allOf`. */
export function together(description: Description, located: Located): Located[] {
  const target = typeof located.node.$ref === "string" ? [follow<Schema>(description, located)] : [];
  return [
    located,
    ...[...target, ...branches(located, "allOf")].flatMap((part) => together(description, part)),
  ];
}

/** {@link together}, and every alternative as well. */
export function inPlace(description: Description, located: Located): Located[] {
  return together(description, located).flatMap((part) => [
    part,
    ...[...branches(part, "anyOf"), ...branches(part, "oneOf")].flatMap((branch) =>
      inPlace(description, branch),
    ),
  ]);
}

/** The JSON types that a schema allows, `undefined` where it does not say. */
export function typesOf(description: Description, located: Located): readonly string[] | undefined {
  for (const { node } of together(description, located)) {
    if (node.type !== undefined) return [node.type].flat() as string[];
  }
  return undefined;
}

export function requiredOf(description: Description, located: Located): string[] {
  const all = together(description, located).flatMap(({ node }) => (node.required ?? []) as string[]);
  return [...new Set(all)];
}

/** The only values that a property can have in an object of this schema, `undefined` where they are not closed. */
export function constantsOf(
  description: Description,
  located: Located,
  name: string,
): readonly unknown[] | undefined {
  for (const part of together(description, located)) {
    const property = properties(part).find(([key]) => key === name)?.[1];
    if (property === undefined) continue;
    for (const { node } of together(description, property)) {
      if (node.const !== undefined) return [node.const];
      if (Array.isArray(node.enum)) return node.enum;
    }
  }
  return undefined;
}
