import { type Answer, elementsOf, idOf, type Read, reads } from "./reads.ts";

/** Ids that answers have told, by the name of the path parameter that takes them. */
export class KnownIds {
  readonly #resources = new Map<string, Map<string, unknown>>();

  add(parameter: string, id: string, resource?: unknown): void {
    // A path with one of these would be another path.
    if (["", ".", ".."].includes(id) || id.includes("/")) return;
    const own = this.#resources.get(parameter) ?? new Map<string, unknown>();
    this.#resources.set(parameter, own);
    if (!own.has(id)) own.set(id, resource);
  }

  /** Takes from an answer what other calls can ask about. */
  learn({ call, status, body }: Answer): void {
    if (status !== 200) return;
    const parameter = parameterBelow(call.read);
    if (parameter !== undefined) {
      for (const element of elementsOf(body)) this.add(parameter, idOf(element), element);
    }
    this.#learnNames(body);
  }

  /** Some of the ids, of different kinds first. */
  some(parameter: string, count: number): string[] {
    const seen = new Map<string, number>();
    const ranked = [...(this.#resources.get(parameter) ?? [])].map(([id, resource]) => {
      const kind = kindOf(resource);
      const rank = seen.get(kind) ?? 0;
      seen.set(kind, rank + 1);
      return { id, rank };
    });
    const sorted = ranked.toSorted((a, b) => a.rank - b.rank);
    return sorted.slice(0, count).map(({ id }) => id);
  }

  #learnNames(value: unknown): void {
    if (typeof value !== "object" || value === null) return;
    for (const [name, inner] of Object.entries(value)) {
      if (typeof inner === "object") this.#learnNames(inner);
      else if (typeof inner === "string" && parameters.has(name)) this.add(name, inner);
    }
  }
}

const parameters = new Set(reads.flatMap(({ ids }) => ids));

/** Name of the path parameter that takes ids of this list: `/listeners` has `/listeners/{listener_id}` below it. */
export function parameterBelow({ path }: Read): string | undefined {
  const prefix = path.endsWith("/") ? path : `${path}/`;
  const below = reads.find(
    (read) => read.path.startsWith(prefix) && /^\{\w+\}$/.test(read.path.slice(prefix.length)),
  );
  return below?.path.slice(prefix.length + 1, -1);
}

/** Resources of different kinds show different things. */
function kindOf(resource: unknown): string {
  const { type, protocol } = Object(resource) as { readonly type?: unknown; readonly protocol?: unknown };
  return `${type} ${protocol}`;
}
