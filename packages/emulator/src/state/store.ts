import { AddressPool } from "./addresses.ts";
import { JobQueue } from "./job-queue.ts";
import { Project } from "./project.ts";
import type { Table, Watch } from "./table.ts";

/** Everything that the emulator remembers, but for accounts. */
export class Store {
  readonly projects = new Map<string, Project>();
  readonly queue = new JobQueue();
  readonly addresses: AddressPool;
  readonly #watch: Watch;

  constructor(watch: Watch = {}) {
    this.#watch = watch;
    this.addresses = new AddressPool(watch);
  }

  /** The project, which comes into being with the first request for it. */
  project(id: string): Project {
    const known = this.projects.get(id);
    if (known !== undefined) return known;
    const project = new Project(id, this.#watch);
    this.projects.set(id, project);
    return project;
  }

  /** All that is kept: queue and taken addresses follow from it. */
  *tables(): Iterable<Table<unknown>> {
    for (const project of this.projects.values()) yield* project.tables();
    yield this.addresses.counters;
  }

  /** Forgets everything. */
  clear(): void {
    for (const table of this.tables()) table.clear();
    this.projects.clear();
    this.queue.clear();
    this.addresses.clear();
  }
}
