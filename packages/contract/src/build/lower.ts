import { choiceBetween, deciding, isBare } from "./choice.ts";
import { type Description, follow, join, type Located, type Schema } from "./description.ts";
import {
  assertions,
  branches,
  inPlace,
  isOnlyReference,
  ownNames,
  properties,
  requiredOf,
  together,
  typesOf,
} from "./facts.ts";
import type { Alternatives } from "./keywords/alternatives.ts";
import type { TagChoice, TypeChoice } from "./keywords/choice.ts";
import type { Known } from "./keywords/known.ts";
import type { Part } from "./keywords/parts.ts";

/** A schema in the form that is compiled: references replaced, and the keywords of `keywords/` in it. */
export type Lowered = Record<string, unknown>;

/**
 * Rewrites schemas of the description for the compiler.
 *
 * References are inlined, each part with its pointer into the description, so that an error names the place where the
 * rule is written. Alternatives become choices. Objects get the list of the properties that the description knows.
 */
export class Lowering {
  /** Schemas that contain themselves, by the id under which the lowered ones refer to them. */
  readonly recursive = new Map<string, Lowered>();
  readonly #description: Description;
  readonly #open: string[] = [];

  constructor(description: Description) {
    this.#description = description;
  }

  /** Lowers the schema of a whole payload, or of one value in it. */
  value(located: Located): Lowered {
    return { "elb:parts": [this.#part(located, [])] };
  }

  #part(located: Located, outer: readonly string[] | undefined): Part {
    return { pointer: located.pointer, schema: this.#schema(located, outer) };
  }

  /**
   * @param outer Names of the properties that the schemas around this one know, where this one has to say which
   * properties are unknown; `undefined` where another one does.
   */
  #schema(located: Located, outer: readonly string[] | undefined): Lowered {
    const result: Lowered = {};
    const parts: Part[] = [];
    const delegate = isOnlyReference(located.node) || choosing(this.#description, located);
    const inner =
      delegate && outer ? [...outer, ...together(this.#description, located).flatMap(ownNames)] : undefined;
    for (const keyword of assertions(located.node)) {
      this.#keyword({ located, keyword, result, parts, outer: inner });
    }
    if (outer !== undefined && !delegate) this.#addKnown(located, outer, result);
    if (parts.length > 0) result["elb:parts"] = parts;
    return result;
  }

  #keyword(step: Step): void {
    const { located, keyword, result, parts } = step;
    const value = located.node[keyword];
    switch (keyword) {
      case "$ref":
        this.#reference(step);
        break;
      case "allOf":
        parts.push(...branches(located, "allOf").map((branch) => this.#part(branch, undefined)));
        break;
      case "anyOf":
      case "oneOf":
        this.#alternatives(step, keyword);
        break;
      case "properties":
        result.properties = Object.fromEntries(
          properties(located).map(([name, property]) => [name, this.#schema(property, [])]),
        );
        break;
      case "items":
        result.items = this.#schema({ node: value as Schema, pointer: join(located.pointer, "items") }, []);
        break;
      case "type":
        if (Array.isArray(value)) parts.push(leaf(located, "type"));
        else result.type = value;
        break;
      case "enum":
        parts.push(leaf(located, "enum"));
        break;
      default:
        if (!copied.has(keyword))
          throw new Error(`${located.pointer}: the validators cannot express "${keyword}" yet.`);
        result[keyword] = value;
    }
  }

  #reference({ located, result, parts, outer }: Step): void {
    const target = follow<Schema>(this.#description, located);
    if (!this.#open.includes(target.pointer)) {
      this.#open.push(target.pointer);
      parts.push(this.#part(target, outer));
      this.#open.pop();
      return;
    }
    const id = `urn:elb:${target.pointer.slice(1).replaceAll("/", ":")}`;
    result.$ref = id;
    if (this.recursive.has(id)) return;
    this.recursive.set(id, {});
    const open = this.#open.splice(0, this.#open.length, target.pointer);
    this.recursive.set(id, { $id: id, "elb:parts": [this.#part(target, [])] });
    this.#open.splice(0, this.#open.length, ...open);
  }

  #alternatives({ located, result, parts, outer }: Step, keyword: "anyOf" | "oneOf"): void {
    const list = deciding(this.#description, located, keyword);
    const [only] = list;
    if (only !== undefined && list.length === 1 && isBare(only)) {
      parts.push(this.#part(only, outer));
      return;
    }
    const choice = choiceBetween(this.#description, located, list);
    const path = choice?.by === "tag" ? "discriminator" : keyword;
    if (choice?.by === "tag") {
      const cases = choice.cases.map(({ values, branch }) => ({ values, part: this.#part(branch, outer) }));
      const shared = takeShared(cases.map(({ part }) => part));
      const byTag: Part = {
        pointer: located.pointer,
        schema: {
          "elb:tag": {
            tag: choice.tag,
            cases,
            shared,
            otherwise: outer && this.#known(located, outer),
            path,
          } satisfies TagChoice,
        },
      };
      // Only the branches say that it is an object, so a value of another type breaks the choice between them.
      result["elb:type"] = {
        cases: [{ types: ["object"], part: byTag }],
        path: keyword,
      } satisfies TypeChoice;
    } else if (choice?.by === "type") {
      const cases = choice.cases.map(({ types, branch }) => {
        return { types, part: this.#part(branch, outer), isEmpty: allowsOnlyEmpty(branch) };
      });
      result["elb:type"] = { cases, path } satisfies TypeChoice;
    } else {
      result["elb:alternatives"] = this.#tried(list, keyword);
    }
  }

  #tried(list: readonly Located[], keyword: "anyOf" | "oneOf"): Alternatives {
    const needs = list.map((branch) => requiredOf(this.#description, branch));
    const branchList = list.map((branch, index) => ({
      part: this.#part(branch, undefined),
      title: follow<Schema>(this.#description, branch).node.title as string | undefined,
      types: typesOf(this.#description, branch),
      needs: needs[index]!.filter((name) => !needs.every((names) => names.includes(name))),
    }));
    return { exactlyOne: keyword === "oneOf", branches: branchList, path: keyword };
  }

  /** Only that: the properties of all branches are known. */
  #known(located: Located, outer: readonly string[]): Part {
    const schema: Lowered = {};
    this.#addKnown(located, outer, schema);
    return { pointer: located.pointer, schema };
  }

  #addKnown(located: Located, outer: readonly string[], result: Lowered): void {
    const names = new Set([...outer, ...inPlace(this.#description, located).flatMap(ownNames)]);
    if (names.size > 0) {
      result["elb:known"] = {
        names: [...names],
        pointer:
          located.node.properties === undefined ? located.pointer : join(located.pointer, "properties"),
      } satisfies Known;
    }
  }
}

/** The wire's empty list, as a branch beside the list itself. */
function allowsOnlyEmpty({ node }: Located): boolean {
  return node.type === "object" && node.maxProperties === 0;
}

interface Step {
  readonly located: Located;
  readonly keyword: string;
  readonly result: Lowered;
  readonly parts: Part[];
  readonly outer: readonly string[] | undefined;
}

const copied = new Set([
  "const",
  "required",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minLength",
  "maxLength",
  "pattern",
  "format",
  "minItems",
  "maxItems",
  "minProperties",
  "maxProperties",
]);

function choosing(description: Description, located: Located): boolean {
  return (["anyOf", "oneOf"] as const).some((keyword) => {
    const list = deciding(description, located, keyword);
    return list.length > 0 && choiceBetween(description, located, list) !== undefined;
  });
}

/**
 * Takes out of alternatives what is said in all of them, so that it is compiled once: what is loaded is smaller by a
 * tenth.
 */
function takeShared(alternatives: readonly Part[]): Part[] {
  const schemas = alternatives.map((part) => target(part).schema);
  const [first = [], ...others] = schemas.map((schema) => partsOf(schema).map(target));
  const shared = first.filter(({ pointer }) => {
    return others.every((parts) => parts.some((part) => part.pointer === pointer));
  });
  const isShared = (part: Part) => shared.some(({ pointer }) => pointer === target(part).pointer);
  for (const schema of schemas) {
    const rest = partsOf(schema).filter((part) => !isShared(part));
    if (rest.length > 0) schema["elb:parts"] = rest;
    else delete schema["elb:parts"];
  }
  return shared;
}

/** What is meant by a part that says nothing but where to look. */
function target(part: Part): Part {
  const parts = partsOf(part.schema);
  return parts.length === 1 && Object.keys(part.schema).length === 1 ? target(parts[0]!) : part;
}

function partsOf(schema: Lowered): readonly Part[] {
  return (schema["elb:parts"] ?? []) as readonly Part[];
}

/**
 * Stands apart, since the compiler keeps the schema around such a keyword as data: so that is only this keyword.
 */
function leaf({ node, pointer }: Located, keyword: string): Part {
  return { pointer, schema: { [keyword]: node[keyword] } };
}
