/** Helpers of the compiler for which the engine has its own. */
const own: Readonly<Record<string, string>> = {
  "ajv/dist/runtime/ucs2length": "../src/engine/code-points.ts",
};

/** The compiler calls `require` even in ES modules: makes these calls imports. */
export function requiresToImports(code: string): string {
  const names = new Map<string, string>();
  const body = code.replaceAll(/require\("([^"]+)"\)(\.default)?/g, (_match, module: string, member = "") => {
    const name = names.get(module) ?? `helper${names.size}`;
    names.set(module, name);
    return module in own ? name : name + member;
  });
  const imports = [...names].map(
    ([module, name]) => `import ${name} from "${own[module] ?? `${module}.js`}";`,
  );
  return [...imports, body].join("\n");
}
