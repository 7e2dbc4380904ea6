import { AddressPool } from "./addresses.ts";
import { JobQueue } from "./job-queue.ts";
import { Project } from "./project.ts";

/** Everything that the emulator remembers. */
export class Store {
  readonly projects = new Map<string, Project>();
  readonly queue = new JobQueue();
  readonly addresses = new AddressPool();

  /** The project, which comes into being with the first request for it. */
  project(id: string): Project {
    const known = this.projects.get(id);
    if (known !== undefined) return known;
    const project = new Project(id);
    this.projects.set(id, project);
    return project;
  }
}
