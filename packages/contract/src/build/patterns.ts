/** A pattern of a decision for whole keys: `*` stands for one segment, `**` for any number, `{a,b}` for either. */
export function patternOf(pattern: string): RegExp {
  const source = pattern.replace(/\*\*|\*|\{[^}]*\}|[.[\]()+?^$|\\]/g, (part) => {
    if (part === "**") return ".*";
    if (part === "*") return "[^.#]*";
    if (part.startsWith("{")) return `(?:${part.slice(1, -1).split(",").map(escaped).join("|")})`;
    return `\\${part}`;
  });
  return new RegExp(`^${source}$`, "u");
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
