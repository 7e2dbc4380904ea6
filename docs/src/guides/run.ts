/** Runs the code of a guide as its reader would: one block after another, in one shell. */
import { execFile } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { repository } from "../data/repository.ts";
import type { Block } from "./blocks.ts";
import type { RunningEmulator } from "./emulator.ts";

const END = "\u001e";

/** What a block has printed. */
export interface Printed {
  block: Block;
  stdout: string;
}

/**
 * Runs the blocks of shell and TypeScript that are not marked. The folder stands for the root of the repository, and has
 * to be below a package that has the packages that the programs import.
 *
 * @throws what the shell has said, if a block fails or writes to stderr
 */
export async function runBlocks(
  blocks: readonly Block[],
  folder: string,
  { url, env }: RunningEmulator,
): Promise<Printed[]> {
  for (const name of ["packages", "examples"]) symlinkSync(join(repository, name), join(folder, name));
  const bin = join(folder, "bin");
  mkdirSync(bin);
  symlinkSync(process.execPath, join(bin, "node"));
  symlinkSync(join(repository, "packages", "client", "bin", "elb-sign.js"), join(bin, "elb-sign"));

  const runnable = blocks.filter(
    ({ language, notRun }) => /^(sh|ts)$/.test(language) && notRun === undefined,
  );
  const commands = runnable.map(({ language, code, line }) => {
    const here = code.replaceAll(/http:\/\/127\.0\.0\.1:441\d/g, url);
    if (language === "sh") return here;
    writeFileSync(join(folder, `line-${line}.ts`), here);
    return `node line-${line}.ts\n`;
  });
  if (commands.length === 0) return [];
  const script = commands.join(`printf '${END}'\n`);
  const options = {
    cwd: folder,
    env: { ...env, HOME: folder, PATH: [bin, process.env.PATH].join(delimiter) },
    timeout: 120_000,
  };
  const { stdout, stderr } = await promisify(execFile)("bash", ["--norc", "-e", "-c", script], options);
  // What bash says of a program that the guide kills.
  const said = stderr.replaceAll(/^bash: line \d+: +\d+ Killed .*\n/gm, "");
  if (said !== "") throw new Error(said);
  const printed = stdout.split(END);
  return runnable.map((block, at) => ({ block, stdout: printed[at] ?? "" }));
}

/** Replaces what differs from run to run: ids that the service makes up, signatures and times. */
export const scrub = (text: string): string =>
  text
    .trimEnd()
    .replaceAll(/\b[0-9a-f]{64}\b/g, "signature")
    .replaceAll(/\b[0-9a-f]{32}\b/g, "id")
    .replaceAll(/\b\d{8}T\d{6}Z\b/g, "date")
    .replaceAll(/\b\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d+)?Z?/g, "time")
    .replaceAll(/127\.0\.0\.1:\d+/g, "host")
    .replaceAll(/\b\d+ requests\b/g, "some requests");
