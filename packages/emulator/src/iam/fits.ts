import { resolveSchema } from "./description.ts";

/** A schema, with the keywords that the requests of IAM are described with. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/**
 * Finds the first place where a value does not fit its description.
 * @returns its path such as `auth.identity.methods`, undefined where all fits
 */
export function firstFault(schema: Schema, value: unknown, place = ""): string | undefined {
  if (schema.$ref !== undefined) return firstFault(resolveSchema(schema.$ref), value, place);
  if (!fitsType(schema, value) || !fitsLimits(schema, value)) return place;
  if (schema.anyOf !== undefined) return faultOfVariants(schema.anyOf, value, place);
  if (Array.isArray(value)) return faultOfItems(schema, value, place);
  return isObject(value) ? faultOfMembers(schema, value, place) : undefined;
}

/** Of several variants, the one that fits furthest is the one that was meant. */
function faultOfVariants(variants: readonly Schema[], value: unknown, place: string): string | undefined {
  const faults = variants.map((variant) => firstFault(variant, value, place));
  if (faults.includes(undefined)) return undefined;
  return faults.reduce((a = "", b = "") => (depth(b) > depth(a) ? b : a), place);
}

function depth(place: string): number {
  return place === "" ? 0 : place.split(".").length;
}

function faultOfMembers(schema: Schema, value: object, place: string): string | undefined {
  const { required = [], properties = {} } = schema;
  const within = (name: string) => (place === "" ? name : `${place}.${name}`);
  for (const [name, member] of Object.entries(value)) {
    if (!Object.hasOwn(properties, name)) continue;
    const fault = firstFault(properties[name] ?? {}, member, within(name));
    if (fault !== undefined) return fault;
  }
  const missing = required.find((name) => !Object.hasOwn(value, name));
  return missing === undefined ? undefined : within(missing);
}

function faultOfItems({ items }: Schema, values: readonly unknown[], place: string): string | undefined {
  if (items === undefined) return undefined;
  const faults = values.map((value, index) => firstFault(items, value, `${place}[${index}]`));
  return faults.find((fault) => fault !== undefined);
}

function fitsType({ type, enum: allowed }: Schema, value: unknown): boolean {
  if (allowed !== undefined && !allowed.includes(value)) return false;
  return type === undefined || [type].flat().some((name) => isOfType(name, value));
}

function isOfType(name: string, value: unknown): boolean {
  switch (name) {
    case "array":
      return Array.isArray(value);
    case "object":
      return isObject(value);
    case "integer":
      return Number.isInteger(value);
    case "null":
      return value === null;
    default:
      return typeof value === name;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function fitsLimits(schema: Schema, value: unknown): boolean {
  const { minItems = 0, maxItems = Number.POSITIVE_INFINITY, minLength = 0 } = schema;
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = schema;
  if (Array.isArray(value)) return value.length >= minItems && value.length <= maxItems;
  if (typeof value === "string") return value.length >= minLength;
  return typeof value !== "number" || (value >= minimum && value <= maximum);
}
