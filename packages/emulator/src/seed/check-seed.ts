import { type Seed, SeedError } from "./seed.ts";

type Fields = Readonly<Record<string, unknown>>;

const LISTS = ["loadbalancers", "listeners", "members", "healthchecks", "certificates"];
const TOP = "the top level";

/**
 * Looks at the frame of a seed. Its resources are looked at when they are planted.
 * @throws SeedError that names the place at fault, without showing what stands there
 */
export function checkSeed(value: unknown): Seed {
  const seed = object(value, TOP);
  onlyKnown(seed, ["projects"], TOP);
  for (const [id, project] of Object.entries(object(seed.projects, "projects")))
    checkProject(project, `projects.${id}`);
  return seed as unknown as Seed;
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
  const value = parent[name] === undefined ? [] : parent[name];
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
