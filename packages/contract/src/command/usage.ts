import type { ParseArgsConfig } from "node:util";

// An `import` of the module would load all of it, which takes longer than all else that the command does to begin.
const { parseArgs } = process.getBuiltinModule("node:util");

/** A command line that makes no sense: exit code 2. The message is one sentence. */
export class UsageError extends Error {}

/** Something that cannot be read, or only in part: exit code 3. The message is one sentence. */
export class InputError extends Error {}

type Options = NonNullable<ParseArgsConfig["options"]>;

/** Reads what follows the name of a subcommand. `positionals` are in the order given. @throws UsageError */
export function readOptions<const Given extends Options>(args: readonly string[], options: Given) {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
  } catch (error) {
    const [sentence = ""] = (error as Error).message.split(/\.?(?: To |\n)|\.$/);
    throw new UsageError(`${sentence}.`);
  }
}

/** @throws UsageError where an option is given without a value. */
export function readText(option: string, text: string | undefined): string | undefined {
  if (text === "") throw new UsageError(`${option} takes a value, which must not be empty.`);
  return text;
}

/** @throws UsageError where it is none of the choices. */
export function readChoice<Choice extends string>(
  option: string,
  text: string,
  choices: readonly Choice[],
): Choice {
  const choice = choices.find((one) => one === text);
  if (choice !== undefined) return choice;
  throw new UsageError(`${option} takes ${inWords(choices)}, not "${text}".`);
}

function inWords(choices: readonly string[]): string {
  return choices.length < 2
    ? choices.join("")
    : `${choices.slice(0, -1).join(", ")} or ${choices[choices.length - 1]}`;
}

/** A whole number. @throws UsageError */
export function readCount(option: string, text: string, minimum: number, maximum: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= minimum && number <= maximum) return number;
  throw new UsageError(`${option} takes a whole number from ${minimum} to ${maximum}, not "${text}".`);
}
