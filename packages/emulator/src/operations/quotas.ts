import type { components } from "@elb-classic/spec/wire-types";
import { exampleAnswer } from "../description.ts";
import { Refusal } from "../http/refusal.ts";
import type { MemberTable, Project } from "../state/project.ts";
import type { Behaviour, Handlers } from "./call.ts";

type Answer = components["schemas"]["Quotas"];

/** How many resources there may be. */
export interface Quotas {
  /** Load balancers of a project. */
  readonly loadbalancers: number;
  /** Listeners of a load balancer. */
  readonly listeners: number;
  /** Members of a listener. */
  readonly members: number;
}

/** The page's sample, and one with the upper limits of recordings and an empty text for the use of listeners (D86, D87). */
const SAMPLES = {
  documented: exampleAnswer("getQuotas", "page-sample") as Answer,
  observed: exampleAnswer("getQuotas", "unsupported") as Answer,
};

/** The quotas of the page's sample where nothing else is set. For members no figure is documented: any number. */
export function quotasOf(set: Partial<Quotas> = {}): Quotas {
  return {
    loadbalancers: set.loadbalancers ?? sampleQuota("elb"),
    listeners: set.listeners ?? sampleQuota("listener"),
    members: set.members ?? Number.POSITIVE_INFINITY,
  };
}

export const quotaHandlers = {
  getQuotas({ project, behaviour }) {
    const { quotas } = behaviour;
    const resources = SAMPLES[behaviour.quirks].quotas.resources.map((sample) => {
      if (sample.type !== "elb") return withQuota(sample, quotas.listeners);
      return { ...withQuota(sample, quotas.loadbalancers), used: project.loadBalancers.size };
    });
    return { quotas: { resources } };
  },
} satisfies Partial<Handlers>;

function withQuota<T extends { readonly max: number }>(sample: T, quota: number) {
  // JSON has no infinity.
  const finite = Math.min(quota, Number.MAX_SAFE_INTEGER);
  return { ...sample, quota: finite, max: Math.max(sample.max, finite) };
}

function sampleQuota(type: string): number {
  return SAMPLES.documented.quotas.resources.find((sample) => sample.type === type)?.quota ?? 0;
}

export function checkBalancerQuota({ loadBalancers }: Project, { quotas }: Behaviour): void {
  if (loadBalancers.size >= quotas.loadbalancers)
    throw new Refusal("ELB.1091#1", { reason: reasonOf("project", quotas.loadbalancers, "load balancers") });
}

export function checkListenerQuota(project: Project, loadBalancerId: string, { quotas }: Behaviour): void {
  if (project.listenersOf(loadBalancerId).length >= quotas.listeners)
    throw new Refusal("ELB.6091#1", { reason: reasonOf("load balancer", quotas.listeners, "listeners") });
}

/** Members that are being added count already. */
export function checkMemberQuota({ servers }: MemberTable, added: number, { quotas }: Behaviour): void {
  if (servers.size + added > quotas.members)
    throw new Refusal("ELB.2001#1", { reason: reasonOf("listener", quotas.members, "members") });
}

function reasonOf(owner: string, quota: number, what: string): string {
  return `The quota of the ${owner} is ${quota} ${what}: delete some, or raise the emulator's quota.`;
}
