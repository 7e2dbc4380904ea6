/** A text for people inside a YAML or JSON document. */
export interface Text {
  /** Where it stands, as a JSON pointer. */
  pointer: string;
  text: string;
}

const textKeys = new Set(["title", "summary", "description", "x-displayName"]);
// What stands below these keys is data, in which a key called `description` is a field and not a text.
const dataKeys = new Set(["value", "example", "default", "enum", "const", "mapping", "required"]);

/** Escapes one part of a JSON pointer (RFC 6901). */
export const escapePointer = (part: string): string => part.replaceAll("~", "~0").replaceAll("/", "~1");

/** Finds every title, summary, description and display name of an OpenAPI source file or bundle, in document order. */
export function* textsOf(node: unknown, pointer = "", keys: ReadonlySet<string> = textKeys): Generator<Text> {
  if (typeof node !== "object" || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    const below = `${pointer}/${escapePointer(key)}`;
    if (typeof value === "string") {
      if (keys.has(key)) yield { pointer: below, text: value };
    } else if (!dataKeys.has(key) && !isExampleArray(key, value)) {
      yield* textsOf(value, below, keys);
    }
  }
}

// `examples` is a map of texts and values in a media type, but a bare list of values in a schema.
const isExampleArray = (key: string, value: unknown): boolean => key === "examples" && Array.isArray(value);

/** The object that holds the text at `pointer`, and the key under which it does. */
export function holderOf(
  document: unknown,
  pointer: string,
): { holder: Record<string, unknown>; key: string } {
  const parts = pointer
    .slice(1)
    .split("/")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  const key = parts.pop() ?? "";
  const holder = parts.reduce<unknown>((node, part) => (node as Record<string, unknown>)[part], document);
  return { holder: holder as Record<string, unknown>, key };
}
