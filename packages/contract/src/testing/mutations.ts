export interface Mutation {
  /** What was done, and where. */
  readonly name: string;
  readonly body: unknown;
  /** Whether this can be several faults at once: an object without any of its properties. */
  readonly several: boolean;
}

const single: readonly unknown[] = [null, true, -1, 0, 1.5, 70000, "", "x", "<b>", "x".repeat(201), []];
const replacements = [
  ...single.map((body) => ({ body, several: false })),
  ...[{}, [{}]].map((body) => ({ body, several: true })),
];

/** Copies of a payload that differ from it in one place: a value replaced, or a property left out or added. */
export function* mutations(body: unknown, path = ""): Generator<Mutation> {
  for (const one of replacements)
    yield { name: `${path || "/"} = ${JSON.stringify(one.body).slice(0, 20)}`, ...one };
  if (Array.isArray(body)) {
    for (const [index, element] of body.entries()) {
      for (const inner of mutations(element, `${path}/${index}`)) {
        yield { ...inner, body: body.with(index, inner.body) };
      }
    }
  } else if (typeof body === "object" && body !== null) {
    yield* objectMutations(body as Record<string, unknown>, path);
  }
}

function* objectMutations(body: Record<string, unknown>, path: string): Generator<Mutation> {
  yield { name: `${path}/undocumented added`, body: { ...body, undocumented: 1 }, several: false };
  for (const [key, value] of Object.entries(body)) {
    const { [key]: _, ...rest } = body;
    yield { name: `${path}/${key} left out`, body: rest, several: false };
    for (const inner of mutations(value, `${path}/${key}`)) {
      yield { ...inner, body: { ...body, [key]: inner.body } };
    }
  }
}
