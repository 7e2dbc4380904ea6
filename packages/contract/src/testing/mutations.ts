const replacements: readonly unknown[] = [
  ...[null, true, -1, 0, 1.5, 70000, "", "x", "<b>", "x".repeat(201), [], {}, [{}]],
];

/** Copies of a payload that differ from it in one place: a value replaced, or a property left out or added. */
export function* mutations(body: unknown): Generator<unknown> {
  yield* replacements;
  if (Array.isArray(body)) {
    for (const [index, element] of body.entries()) {
      for (const inner of mutations(element)) yield body.with(index, inner);
    }
  } else if (typeof body === "object" && body !== null) {
    yield* objectMutations(body as Record<string, unknown>);
  }
}

function* objectMutations(body: Record<string, unknown>): Generator<unknown> {
  yield { ...body, undocumented: 1 };
  for (const [key, value] of Object.entries(body)) {
    const { [key]: _, ...rest } = body;
    yield rest;
    for (const inner of mutations(value)) yield { ...body, [key]: inner };
  }
}
