import { openLock } from "../auth/lock.ts";
import type { Accounts } from "../iam/accounts.ts";
import { holderOf } from "../iam/directory.ts";
import { newId } from "../state/formats.ts";
import { type Seed, SeedError, type SeedUser } from "./seed.ts";

/**
 * Puts the account of a seed in its place, with its users, agencies, projects and credentials.
 * @throws SeedError where a user has a key that others have
 */
export function plantAccounts(seed: Seed, { directory, credentials }: Accounts, now: number): void {
  const { domain = {}, users = [], agencies = [], projects } = seed;
  directory.nameDomain(domain);
  plantProjects(seed, directory);
  const owner = directory.owner.id;
  for (const [id, { accessKeys = [], tokens = [] }] of Object.entries(projects)) {
    for (const key of accessKeys) credentials.addKey(key, id, owner);
    for (const token of tokens) credentials.addToken(token, id, owner, now);
  }
  for (const [index, user] of users.entries()) plantUser(user, { directory, credentials }, `users[${index}]`);
  for (const agency of agencies) {
    const id = newId();
    directory.agencies.set(id, { id, ...agency });
  }
}

/** Those that have names come first, since the others are named so that they differ from them. */
function plantProjects({ projects }: Seed, directory: Accounts["directory"]): void {
  const all = Object.entries(projects);
  for (const [id, { name }] of all) if (name !== undefined) directory.project(id, name);
  for (const [id] of all) directory.project(id);
}

type Planted = Pick<Accounts, "directory" | "credentials">;

function plantUser(seed: SeedUser, { directory, credentials }: Planted, place: string): void {
  const { accessKeys = [], id = newId(), ...rest } = seed;
  const user = { id, ...rest };
  directory.addUser(user);
  for (const [index, key] of accessKeys.entries()) {
    if (credentials.keys.has(key.ak))
      throw new SeedError(
        `${place}.accessKeys[${index}].ak`,
        "belongs to a project or to another user already.",
      );
    credentials.keys.set(key.ak, { key, holder: holderOf(user), ...openLock() });
  }
}
