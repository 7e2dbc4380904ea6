import { checkAccount, checkKeys } from "./check-account.ts";
import { filled, list, object, onlyKnown, optionalText } from "./fields.ts";
import type { Seed } from "./seed.ts";

const LISTS = ["loadbalancers", "listeners", "members", "healthchecks", "certificates"];
const TOP = "the top level";

/**
 * Looks at the frame of a seed. Its resources are looked at when they are planted.
 * @throws SeedError that names the place at fault, without showing what stands there
 */
export function checkSeed(value: unknown): Seed {
  const seed = object(value, TOP);
  onlyKnown(seed, ["domain", "users", "agencies", "projects"], TOP);
  const projects = object(seed.projects, "projects");
  for (const [id, project] of Object.entries(projects)) checkProject(project, `projects.${id}`);
  checkAccount(seed, Object.keys(projects));
  return seed as unknown as Seed;
}

function checkProject(value: unknown, place: string): void {
  const project = object(value, place);
  onlyKnown(project, ["name", "accessKeys", "tokens", ...LISTS], place);
  optionalText(project, "name", place);
  checkKeys(project, place);
  for (const [index, token] of list(project, "tokens", place).entries())
    filled(token, `${place}.tokens[${index}]`);
  for (const name of LISTS) {
    for (const [index, each] of list(project, name, place).entries())
      object(each, `${place}.${name}[${index}]`);
  }
}
