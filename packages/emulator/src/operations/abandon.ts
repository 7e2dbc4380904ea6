import type { Task } from "../state/job.ts";
import { type Project, serverKey } from "../state/project.ts";

/**
 * Leaves a job undone that fails because a fault asks for it. A load balancer that it was to create stays, in the status
 * ERROR, to be deleted by whoever asked for it (ELB.1009); servers that it was to add are free again.
 */
export function abandon(task: Task, project: Project): void {
  if (task.type === "createELB") {
    const balancer = project.loadBalancers.get(task.loadBalancerId);
    if (balancer !== undefined)
      project.loadBalancers.set(balancer.id, Object.assign(balancer, { status: "ERROR" }));
  }
  if (task.type === "createMember") {
    const servers = project.members.get(task.listenerId)?.servers;
    for (const server of task.members) servers?.delete(serverKey(server));
  }
}
