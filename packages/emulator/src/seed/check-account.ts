import { type Fields, filled, list, object, onlyKnown, optionalText } from "./fields.ts";
import { SeedError } from "./seed.ts";

/**
 * Looks at what a seed says of the account, its users and its agencies.
 * @throws SeedError that names the place at fault, without showing what stands there
 */
export function checkAccount(seed: Fields, projectIds: readonly string[]): void {
  if (seed.domain !== undefined) checkDomain(object(seed.domain, "domain"));
  const users = entries(seed, "users");
  const agencies = entries(seed, "agencies");
  for (const { entry, place } of users) checkUser(entry, place, projectIds);
  for (const { entry, place } of agencies) checkAgency(entry, place, projectIds);
  checkUnique(users, "id");
  checkUnique(users, "name");
  checkUnique(agencies, "name");
}

interface Entry {
  readonly entry: Fields;
  readonly place: string;
}

function entries(seed: Fields, name: string): Entry[] {
  return list(seed, name, "").map((value, index) => {
    const place = `${name}[${index}]`;
    return { entry: object(value, place), place };
  });
}

function checkDomain(domain: Fields): void {
  onlyKnown(domain, ["id", "name"], "domain");
  optionalText(domain, "id", "domain");
  optionalText(domain, "name", "domain");
}

function checkUser(user: Fields, place: string, projectIds: readonly string[]): void {
  onlyKnown(user, ["id", "name", "password", "accessKeys", "projects", "administrator"], place);
  filled(user.name, `${place}.name`);
  optionalText(user, "id", place);
  optionalText(user, "password", place);
  checkKeys(user, place);
  checkProjects(user, place, projectIds);
  const { administrator = false } = user;
  if (typeof administrator !== "boolean")
    throw new SeedError(`${place}.administrator`, "has to be true or false.");
}

function checkAgency(agency: Fields, place: string, projectIds: readonly string[]): void {
  onlyKnown(agency, ["name", "projects"], place);
  filled(agency.name, `${place}.name`);
  checkProjects(agency, place, projectIds);
}

/** Looks at the access keys of a project or a user. */
export function checkKeys(owner: Fields, place: string): void {
  for (const [index, value] of list(owner, "accessKeys", place).entries()) {
    const at = `${place}.accessKeys[${index}]`;
    const key = object(value, at);
    onlyKnown(key, ["ak", "sk", "securityToken"], at);
    filled(key.ak, `${at}.ak`);
    filled(key.sk, `${at}.sk`);
    optionalText(key, "securityToken", at);
  }
}

function checkProjects(holder: Fields, place: string, projectIds: readonly string[]): void {
  for (const [index, id] of list(holder, "projects", place).entries()) {
    if (typeof id === "string" && projectIds.includes(id)) continue;
    throw new SeedError(`${place}.projects[${index}]`, "names no project of the seed.");
  }
}

function checkUnique(all: readonly Entry[], name: string): void {
  const seen = new Set<unknown>();
  for (const { entry, place } of all) {
    const value = entry[name];
    if (value !== undefined && seen.has(value)) throw new SeedError(`${place}.${name}`, "occurs twice.");
    seen.add(value);
  }
}
