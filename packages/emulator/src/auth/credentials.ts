import type { AccessKey, KeyEntry } from "./access-keys.ts";

/** The access keys and tokens that the emulator accepts, each with the projects that it opens. */
export class Credentials {
  readonly #keys = new Map<string, KeyEntry>();
  readonly #tokens = new Map<string, Set<string>>();

  addKey(key: AccessKey, projectId: string): void {
    const known = this.#keys.get(key.ak);
    if (known !== undefined) known.projects.add(projectId);
    else this.#keys.set(key.ak, { key, projects: new Set([projectId]), failures: 0, lockedUntil: 0 });
  }

  addToken(token: string, projectId: string): void {
    const projects = this.#tokens.get(token) ?? new Set();
    this.#tokens.set(token, projects.add(projectId));
  }

  findKey(ak: string): KeyEntry | undefined {
    return this.#keys.get(ak);
  }

  /** The projects that a token opens, or undefined for a token that was never issued. */
  projectsOfToken(token: string): ReadonlySet<string> | undefined {
    return this.#tokens.get(token);
  }
}
