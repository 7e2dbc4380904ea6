import { isMap, isScalar, parseDocument, visit } from "yaml";

/** JSON out of a text that may not quite be JSON. */
export interface ReadJson {
  value: unknown;
  /** What was done to the text, or is odd about it. */
  repaired: string[];
}

const repairs: readonly (readonly [name: string, repair: (text: string) => string])[] = [
  ["cut off by dots, open brackets closed", closeAtDots],
  ["line of dots left out", (text) => text.replace(/^\s*(?:\.{3,}|…+)\s*,?\s*$/gm, "")],
  ["full-width quotes replaced", (text) => text.replace(/[“”]/g, '"')],
  ["trailing comma left out", (text) => text.replace(/,(\s*[}\]])/g, "$1")],
  ["missing end added", (text) => text + missingEnd(text)],
];

/** Reads JSON, repairing what the pages are known to get wrong. Undefined where that does not help. */
export function readJson(text: string): ReadJson | undefined {
  let current = text.trim();
  if (!/^[{[]/.test(current)) return undefined;
  const repaired: string[] = [];
  for (const [name, repair] of [["", (same: string) => same] as const, ...repairs]) {
    const next = repair(current);
    if (next !== current) repaired.push(name);
    current = next;
    const value = tryParse(current);
    if (value) return { value: value.value, repaired: [...repaired, ...repeatedKeys(current)] };
  }
  return undefined;
}

function tryParse(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function closeAtDots(text: string): string {
  const cut = text.replace(/,?\s*(?:\.{3,}|…+)\s*$/, "");
  return cut === text ? text : cut + missingEnd(cut);
}

/** The brackets that are open at the end of a text. */
function missingEnd(text: string): string {
  const open: string[] = [];
  for (const bracket of text.replace(/"(?:[^"\\]|\\.)*"/g, "").match(/[[\]{}]/g) ?? []) {
    if (bracket === "{" || bracket === "[") open.unshift(bracket === "{" ? "}" : "]");
    else open.shift();
  }
  return open.join("");
}

/** Keys that stand twice in an object: JSON.parse keeps the last one and says nothing. */
function repeatedKeys(text: string): string[] {
  const found: string[] = [];
  visit(parseDocument(text, { uniqueKeys: false }), {
    Node(_, node) {
      if (!isMap(node)) return;
      const keys = node.items.map(({ key }) => (isScalar(key) ? String(key.value) : ""));
      for (const key of new Set(keys.filter((name, at) => keys.indexOf(name) !== at))) {
        found.push(`key ${key} repeated, last value kept`);
      }
    },
  });
  return found;
}
