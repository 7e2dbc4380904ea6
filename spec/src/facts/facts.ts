/** Command `facts`: reads the vendor's pages and compares them with the ledger. */
import { resolve } from "node:path";
import { inPackage } from "../files.ts";
import { run } from "./command.ts";

// A package manager starts scripts in the package; a folder is meant relative to where its user stands.
const from = process.env.INIT_CWD ?? process.cwd();
const args = process.argv.slice(2).map((arg) => (arg.startsWith("-") ? arg : resolve(from, arg)));

process.exitCode = await run(args, {
  ledger: inPackage("ledger"),
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
});
