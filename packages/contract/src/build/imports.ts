/** Helpers of the compiler for which the engine has its own. */
const own: Readonly<Record<string, string>> = {
  "ajv/dist/runtime/ucs2length": "../src/engine/code-points.ts",
};

/** The compiler calls `require` even in ES modules: makes these calls imports. */
export function requiresToImports(code: string): string {
  const imports = new Map<string, string>();
  const body = code.replaceAll(
    /require\("([^"]+)"\)(\.default)?/g,
    (_match, module: string, isDefault?: string) => {
      const name = `helper${[...imports.keys(), module].indexOf(module)}`;
      imports.set(module, importOf(module, name, isDefault !== undefined));
      return name;
    },
  );
  return [...imports.values(), body].join("\n");
}

function importOf(module: string, name: string, isDefault: boolean): string {
  const replacement = own[module];
  if (replacement !== undefined) return `import ${name} from "${replacement}";`;
  // The default export of a CommonJS module is not the same thing everywhere.
  if (isDefault) throw new Error(`The validators need ${module}, which the engine has to bring itself.`);
  return `import * as ${name} from "${module}.js";`;
}
