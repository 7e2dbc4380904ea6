import { resourceTime } from "../state/formats.ts";
import type { Project } from "../state/project.ts";
import type { LoadBalancer } from "../state/resources.ts";
import type { Handlers } from "./call.ts";

export const metricHandlers = {
  // An array even when it is empty: nobody saw the empty object of other lists here (D03).
  listMetrics({ project, now }) {
    return [...project.loadBalancers.values()].map((balancer) => metricsOf(balancer, project, now));
  },
} satisfies Partial<Handlers>;

/** Made-up figures that follow from the number of members: a load balancer without any has no traffic. */
function metricsOf(balancer: LoadBalancer, project: Project, now: number): Record<string, unknown> {
  const listeners = project.listenersOf(balancer.id);
  const members = listeners.reduce((sum, { id }) => sum + project.memberCount(id), 0);
  const act_conn = 40 * members;
  const inact_conn = 10 * members;
  const in_pps = 300 * members;
  const out_pps = 400 * members;
  return {
    loadbalancer_id: balancer.id,
    loadbalancer_name: balancer.name,
    loadbalancer_ip: balancer.vip_address,
    create_time: resourceTime(now),
    act_conn,
    inact_conn,
    cps: act_conn + inact_conn,
    ncps: 5 * members,
    in_pps,
    out_pps,
    in_Bps: 120 * in_pps,
    out_Bps: 900 * out_pps,
  };
}
