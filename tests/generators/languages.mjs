/** The languages that this machine has. What is absent is skipped, never an error. */
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { has, run } from "./processes.mjs";

const windows = process.platform === "win32";
const python3 = windows ? "python" : "python3";

const probes = {
  Go: () => has("go", ["version"]),
  Python: () => has(python3, ["-c", "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))"]),
  Java: () => has("javac"),
  Maven: () => has("mvn"),
};

/** The names of the languages and build tools that are here. */
export const findLanguages = () => new Set(Object.keys(probes).filter((name) => probes[name]()));

/** A virtual environment with everything of requirements.txt: its interpreter, and the paths of its commands. */
export async function preparePython(folder, requirements) {
  const environment = mkdtempSync(join(folder, "python-"));
  const bin = (command) => join(environment, windows ? "Scripts" : "bin", command);
  await run("python -m venv", python3, ["-m", "venv", environment], folder);
  await run("pip install", bin("python"), ["-m", "pip", "install", "-q", "-r", requirements], folder);
  return { python: bin("python"), bin };
}
