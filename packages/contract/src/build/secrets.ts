import { type Description, join, type Located, type Schema } from "./description.ts";
import { inPlace, properties } from "./facts.ts";

/** Whether the description marks a value as one that no message may show. */
export function isSecret(schema: Schema): boolean {
  return schema["x-elb-secret"] === true || schema.format === "password";
}

/** Paths of the secret values in a payload, with `*` for every element of an array. */
export function secretPaths(description: Description, root: Located): string[] {
  const found = new Set<string>();
  const open: string[] = [];
  const walk = (located: Located, path: string): void => {
    for (const part of inPlace(description, located)) {
      if (open.includes(part.pointer)) continue;
      if (isSecret(part.node)) found.add(path);
      open.push(part.pointer);
      for (const [name, property] of properties(part)) walk(property, join(path, name));
      if (part.node.items !== undefined) {
        walk({ node: part.node.items as Schema, pointer: join(part.pointer, "items") }, `${path}/*`);
      }
      open.pop();
    }
  };
  walk(root, "");
  return [...found];
}
