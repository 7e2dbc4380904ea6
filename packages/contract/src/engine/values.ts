const shown = 60;

/**
 * A value in a few words. Of a composite only the kind, as what is in it may be secret, and nothing of a private key,
 * which can stand where a certificate belongs.
 */
export function describe(value: unknown): string {
  if (typeof value === "string") {
    if (value.includes("PRIVATE KEY-----")) return "a private key, which is kept secret";
    return JSON.stringify(value.length > shown ? `${value.slice(0, shown)}…` : value);
  }
  if (Array.isArray(value))
    return value.length === 1 ? "an array of 1 element" : `an array of ${value.length} elements`;
  return typeof value === "object" && value !== null ? "an object" : String(value);
}

const kinds: Readonly<Record<string, string>> = {
  array: "an array",
  boolean: "a boolean",
  integer: "an integer",
  null: "null",
  number: "a number",
  object: "an object",
  string: "a string",
};

/** JSON types in words. */
export function describeTypes(types: string | readonly string[]): string {
  return typeof types === "string" ? kinds[types]! : orList(types.map((type) => kinds[type]!));
}

export function orList(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

export function andList(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** The JSON type of a value, in the words of JSON Schema; whole numbers are `integer`. */
export function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value === "number" && Number.isInteger(value) ? "integer" : typeof value;
}

/** The value to which a JSON pointer leads. */
export function valueAt(root: unknown, pointer: string): unknown {
  let value = root;
  for (const segment of pointer.split("/").slice(1)) {
    value = (value as Record<string, unknown> | undefined)?.[
      segment.replaceAll("~1", "/").replaceAll("~0", "~")
    ];
  }
  return value;
}

export function childPointer(pointer: string, name: string): string {
  return `${pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
