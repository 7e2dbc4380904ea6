const adding =
  /const (err\d+) = \{instancePath(?::(.*?))?,schemaPath:(.*?),keyword:("[^"]*"),params:(.*?)\};if\(vErrors === null\)\{vErrors = \[\1\];\}else \{vErrors\.push\(\1\);\}/g;

/**
 * The compiler writes out how an error is added wherever there can be one: makes these places calls, since they are a
 * third of the validators, and what is shorter is loaded sooner.
 */
export function errorsToCalls(code: string): string {
  const shorter = code.replaceAll(
    adding,
    (_match, _name, path: string | undefined, schema: string, keyword: string, params: string) =>
      `vErrors = addError(vErrors, ${path ?? "instancePath"}, ${schema}, ${keyword}, ${params});`,
  );
  if (shorter.includes("vErrors.push"))
    throw new Error("The compiler adds errors in another way than it did.");
  return `import addError from "../src/engine/add-error.ts";\n${shorter}`;
}
