/** What the output of a generator has to pass, by language. Each check throws a `StepError`. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { toolNode } from "../../scripts/tools.mjs";
import { examples } from "./description.mjs";
import { here, run, StepError } from "./processes.mjs";

const sources = /\.(ts|go|py|java)$/;
// Not behind a backtick, plain or escaped: descriptions name other operations so, and end up in comments.
const identifiers = /(?<![`;\w])\w+/g;

/** A generator may leave out what it does not understand with no more than a warning. */
export function checkComplete(output, { operations }) {
  const files = readdirSync(output, { recursive: true }).filter((file) => sources.test(file));
  const texts = files.map((file) => `${file}\n${readFileSync(join(output, file), "utf8")}`);
  const words = texts.flatMap((text) => text.match(identifiers) ?? []);
  const present = new Set(words.map((word) => word.replaceAll("_", "").toLowerCase()));
  const missing = operations.filter(({ operationId }) => !present.has(operationId.toLowerCase()));
  if (missing.length === 0) return;
  const names = missing.map(({ operationId }) => operationId).join(", ");
  throw new StepError(`${missing.length} of ${operations.length} operations are missing: ${names}`);
}

/** Every example of the description as a constant of the generated type. */
function writeExamples(output, description, { from, typeOf, imports }) {
  const all = examples(description).filter(({ type }) => typeOf(type) !== undefined);
  const names = imports ?? [...new Set(all.map(({ type }) => typeOf(type)))];
  const constants = all.map(
    ({ operationId, type, name, value }, index) =>
      `export const example${index}: ${typeOf(type)} = ${JSON.stringify(value)}; // ${operationId} ${name}`,
  );
  const lines = [`import type { ${names.join(", ")} } from "${from}";`, ...constants, ""];
  writeFileSync(join(output, "every-example.ts"), lines.join("\n"));
}

/** Compiles TypeScript strictly; with `types`, the examples too. */
export async function checkTypeScript(output, description, types) {
  if (types) writeExamples(output, description, types);
  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: "ES2022",
    module: "ESNext",
    moduleResolution: "bundler",
    lib: ["ES2022", "DOM", "DOM.Iterable"],
    types: [],
  };
  writeFileSync(join(output, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["**/*.ts"] }));
  const compiler = join(here, "node_modules", "typescript", "lib", "tsc.js");
  await run("tsc --strict", toolNode(), [compiler, "-p", output], output);
}

/** Builds and vets a Go package that may still have no go.mod. */
export async function checkGo(output, requirement) {
  if (!readdirSync(output).includes("go.mod")) {
    const require = requirement ? `require ${requirement}\n` : "";
    writeFileSync(join(output, "go.mod"), `module example.test/generated\n\ngo 1.24\n\n${require}`);
  }
  await run("go build", "go", ["build", "./..."], output);
  await run("go vet", "go", ["vet", "./..."], output);
}

/** Imports every module of the package in the folder; with `models`, reads every example with the generated types. */
export async function checkPython(output, description, python, models) {
  const args = ["-W", "error::SyntaxWarning", join(here, "check_python.py"), output];
  await run("importing", python, models ? [...args, description.json, models] : args, output);
}

/** Compiles a single file that needs the standard library only. */
export async function checkJavaFile(output, file) {
  const classes = join(output, "classes");
  mkdirSync(classes);
  await run("javac", "javac", ["-Xlint:all", "-Werror", "-d", classes, file], output);
}

/** Compiles a Maven project. */
export const checkMaven = (output) => run("mvn compile", "mvn", ["-q", "-B", "compile"], output);
