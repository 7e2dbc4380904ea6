import { type Holder, mayWorkIn } from "../auth/caller.ts";
import { type Lock, openLock } from "../auth/lock.ts";
import { newId } from "../state/formats.ts";
import { Table, type Watch } from "../state/table.ts";

/** The region of the first project that has no name of its own. */
const DEFAULT_REGION = "cn-north-1";

/** What has an id and a name. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** A user, whose password too many wrong ones lock for a while. Plain data. */
export interface User extends Named, Lock {
  /** Missing for a user that cannot log in by password. */
  readonly password?: string;
  /** Ids of the projects that it may work in. All, where it is missing. */
  readonly projects?: readonly string[];
  readonly administrator?: boolean;
  readonly isOwner?: boolean;
}

/** An agency of the account. Plain data. */
export interface Agency extends Named {
  readonly projects?: readonly string[];
}

/** The account of the emulator, called a domain in IAM, with its users, agencies and projects, all by their ids. */
export class Directory {
  /** The one account. */
  readonly domains: Table<Named>;
  readonly users: Table<User>;
  readonly agencies: Table<Agency>;
  readonly projects: Table<Named>;

  constructor(watch: Watch = {}) {
    this.domains = new Table("domains", [], watch);
    this.users = new Table("users", [], watch);
    this.agencies = new Table("agencies", [], watch);
    this.projects = new Table("projects", [], watch);
    this.nameDomain({});
  }

  /** Names the account, and after it the user who owns it. */
  nameDomain({ id = newId(), name = "emulator" }: Partial<Named>): void {
    this.domains.clear();
    this.domains.set(id, { id, name });
    this.users.clear();
    this.addUser({ id: newId(), name, isOwner: true });
  }

  get domain(): Named {
    return firstOf(this.domains);
  }

  /** Who owns the account: keys and tokens of projects are its own. */
  get owner(): User {
    return firstOf(this.users, ({ isOwner }) => isOwner === true);
  }

  addUser(user: Omit<User, keyof Lock>): void {
    this.users.set(user.id, { ...user, ...openLock() });
  }

  /** A user, before the owner, who has the name of the account. */
  userByName(name: string): User | undefined {
    const found = [...this.users.values()].filter((user) => user.name === name);
    return found.find(({ isOwner }) => isOwner !== true) ?? found[0];
  }

  /**
   * The project of an id, which comes into being where it is new.
   * @param name default: the first project has the name of a region, others that and their id
   */
  project(id: string, name: string = this.#usualName(id)): Named {
    const known = this.projects.get(id);
    if (known !== undefined) return known;
    const project = { id, name };
    this.projects.set(id, project);
    return project;
  }

  /** The first project of a name. */
  projectByName(name: string): Named | undefined {
    return [...this.projects.values()].find((project) => project.name === name);
  }

  /** The projects that a holder may work in. */
  projectsOf(holder: Holder): Named[] {
    return [...this.projects.values()].filter(({ id }) => mayWorkIn(holder, id));
  }

  #usualName(id: string): string {
    return this.projectByName(DEFAULT_REGION) === undefined ? DEFAULT_REGION : `${DEFAULT_REGION}_${id}`;
  }
}

function firstOf<T>(table: Table<T>, isIt: (entry: T) => boolean = () => true): T {
  const found = [...table.values()].find(isIt);
  if (found === undefined) throw new Error(`The account has lost its ${table.kind}.`);
  return found;
}

/** On whose behalf a user's own credentials act. */
export function holderOf({ id, projects, administrator }: Omit<User, keyof Lock>): Holder {
  return {
    userId: id,
    ...(projects === undefined ? {} : { projects }),
    ...(administrator === true ? { administrator } : {}),
  };
}

/** The region of a project: a project below that of a region has a name that begins with it. */
export function regionOf({ name }: Named): string {
  return name.split("_", 1)[0] ?? name;
}
