/** The properties of a body that are in a list of names, and set. */
export function pick(body: object, names: ReadonlySet<string>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(body).filter(([name, value]) => names.has(name) && value !== undefined),
  );
}

/**
 * The first property of an update that the resource has, that updates may not touch, and that would change. A client
 * that sends back what it read changes nothing. Names that the resource does not have are ignored.
 */
export function changedFixedProperty(
  resource: object,
  body: object,
  updatable: ReadonlySet<string>,
  known: ReadonlySet<string> = new Set(Object.keys(resource)),
): string | undefined {
  const current = resource as Readonly<Record<string, unknown>>;
  return Object.entries(body).find(([name, value]) => {
    if (updatable.has(name) || !known.has(name)) return false;
    return JSON.stringify(value ?? null) !== JSON.stringify(current[name] ?? null);
  })?.[0];
}
