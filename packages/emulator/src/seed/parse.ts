import { type Seed, SeedError } from "./seed.ts";

type Fields = Readonly<Record<string, unknown>>;

const LISTS = ["loadbalancers", "listeners", "members", "healthchecks", "certificates"];

/**
 * Reads a seed from the text of a JSON file. Its resources are looked at when they are planted; here it is the frame.
 * @throws SeedError that names the place at fault, without showing what stands there
 */
export function parseSeed(text: string): Seed {
  const seed = object(parseJson(text), "the file");
  onlyKnown(seed, ["projects"], "the file");
  for (const [id, value] of Object.entries(object(seed.projects, "projects")))
    checkProject(value, `projects.${id}`);
  return seed as unknown as Seed;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SeedError("the file", "is not JSON.");
  }
}

function checkProject(value: unknown, place: string): void {
  const project = object(value, place);
  onlyKnown(project, ["accessKeys", "tokens", ...LISTS], place);
  for (const [index, key] of list(project, "accessKeys", place).entries())
    checkKey(key, `${place}.accessKeys[${index}]`);
  for (const [index, token] of list(project, "tokens", place).entries())
    filled(token, `${place}.tokens[${index}]`);
  for (const name of LISTS) {
    for (const [index, each] of list(project, name, place).entries())
      object(each, `${place}.${name}[${index}]`);
  }
}

function checkKey(value: unknown, place: string): void {
  const key = object(value, place);
  onlyKnown(key, ["ak", "sk", "securityToken"], place);
  filled(key.ak, `${place}.ak`);
  filled(key.sk, `${place}.sk`);
  if (key.securityToken !== undefined) filled(key.securityToken, `${place}.securityToken`);
}

function object(value: unknown, place: string): Fields {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Fields;
  throw new SeedError(place, "has to be an object.");
}

function list(parent: Fields, name: string, place: string): readonly unknown[] {
  const value = parent[name] ?? [];
  if (Array.isArray(value)) return value;
  throw new SeedError(`${place}.${name}`, "has to be an array.");
}

function filled(value: unknown, place: string): void {
  if (typeof value !== "string" || value === "")
    throw new SeedError(place, "has to be a text that is not empty.");
}

function onlyKnown(fields: Fields, known: readonly string[], place: string): void {
  const stranger = Object.keys(fields).find((name) => !known.includes(name));
  if (stranger !== undefined)
    throw new SeedError(place, `has a property "${stranger}", where only ${known.join(", ")} are known.`);
}
