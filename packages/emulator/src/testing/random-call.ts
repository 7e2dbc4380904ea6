import type { Emulator, ProjectView } from "../index.ts";
import { type Answer, PROJECT, takeApart, VPC } from "./api.ts";

/** A call that makes sense more often than not, and how long to wait after it, in milliseconds. */
export interface RandomCall {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly wait: number;
}

/** Sends a call, without a look at whether the answer keeps the contract. */
export async function sendCall(emulator: Emulator, { method, path, body }: RandomCall): Promise<Answer> {
  const init = body === undefined ? {} : { body: JSON.stringify(body) };
  const request = new Request(`http://elb.test/v1.0/${PROJECT}${path}`, { method, ...init });
  const response = await emulator.fetch(request);
  return takeApart(response, await response.text());
}

type Make = (choose: Chooser) => Omit<RandomCall, "wait">;

class Chooser {
  readonly #random: () => number;
  readonly #view: ProjectView | undefined;

  constructor(random: () => number, view: ProjectView | undefined) {
    this.#random = random;
    this.#view = view;
  }

  number(below: number): number {
    return Math.floor(this.#random() * below);
  }

  of<T>(values: readonly T[]): T {
    return values[this.number(values.length)] as T;
  }

  /** The id of a resource that is there, or of none. */
  id(kind: "loadbalancers" | "listeners" | "members" | "healthchecks" | "certificates" | "jobs"): string {
    const all = this.#view?.[kind] ?? [];
    const one = all.length === 0 ? undefined : this.of(all);
    return String(one?.id ?? one?.job_id ?? "0".repeat(32));
  }

  /** The listener of a member, with the member. */
  member(): { readonly listener: string; readonly id: string } {
    const all = this.#view?.members ?? [];
    const one = all.length === 0 ? undefined : this.of(all);
    const [listener] = (one?.listeners ?? []) as readonly { readonly id: string }[];
    return { listener: listener?.id ?? this.id("listeners"), id: String(one?.id ?? "0") };
  }
}

const PLACEHOLDERS = {
  certificate: "-----BEGIN CERTIFICATE-----\n...\n-----END CERTIFICATE-----",
  private_key: "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----",
};

const CREATIONS: readonly Make[] = [
  (choose) => ({
    method: "POST",
    path: "/elbaas/loadbalancers",
    body: {
      name: `balancer${choose.number(100)}`,
      vpc_id: VPC,
      admin_state_up: choose.number(2),
      ...choose.of([
        { type: "External", bandwidth: 1 },
        { type: "External", bandwidth: 1 },
        { type: "Internal", vip_subnet_id: VPC, security_group_id: VPC },
      ]),
    },
  }),
  (choose) => ({
    method: "POST",
    path: "/elbaas/listeners",
    body: {
      name: `listener${choose.number(100)}`,
      loadbalancer_id: choose.id("loadbalancers"),
      protocol: choose.of(["TCP", "HTTP"]),
      port: 1 + choose.number(1000),
      backend_protocol: "TCP",
      backend_port: 80,
      lb_algorithm: "roundrobin",
    },
  }),
  (choose) => ({
    method: "POST",
    path: "/elbaas/healthcheck",
    body: { listener_id: choose.id("listeners"), healthcheck_protocol: "TCP" },
  }),
  (choose) => ({
    method: "POST",
    path: "/elbaas/certificate",
    body: { name: `certificate${choose.number(100)}`, ...PLACEHOLDERS },
  }),
];

const CHANGES: readonly Make[] = [
  (choose) => ({
    method: "POST",
    path: `/elbaas/listeners/${choose.id("listeners")}/members`,
    body: [0, 1].map((offset) => ({ server_id: VPC, address: `172.16.0.${offset + choose.number(250)}` })),
  }),
  (choose) => {
    const { listener, id } = choose.member();
    return {
      method: "POST",
      path: `/elbaas/listeners/${listener}/members/action`,
      body: { removeMember: [{ id }] },
    };
  },
  (choose) => ({
    method: "PUT",
    path: `/elbaas/loadbalancers/${choose.id("loadbalancers")}`,
    body: { name: `renamed${choose.number(100)}`, admin_state_up: choose.number(2) },
  }),
  (choose) => ({
    method: "PUT",
    path: `/elbaas/listeners/${choose.id("listeners")}`,
    body: { name: `renamed${choose.number(100)}`, port: 1 + choose.number(1000) },
  }),
  (choose) => ({
    method: "PUT",
    path: `/elbaas/healthcheck/${choose.id("healthchecks")}`,
    body: { healthcheck_interval: 1 + choose.number(5) },
  }),
  (choose) => ({
    method: "PUT",
    path: `/elbaas/certificate/${choose.id("certificates")}`,
    body: { name: `renamed${choose.number(100)}` },
  }),
  (choose) => ({ method: "GET", path: `/jobs/${choose.id("jobs")}` }),
  (choose) => ({ method: "GET", path: `/elbaas/listeners/${choose.id("listeners")}/members` }),
];

const REMOVALS: readonly Make[] = [
  (choose) => ({
    method: "DELETE",
    path: `/elbaas/loadbalancers/${choose.id("loadbalancers")}${choose.of(["", "/keep-eip"])}`,
  }),
  (choose) => ({ method: "DELETE", path: `/elbaas/listeners/${choose.id("listeners")}` }),
  (choose) => ({ method: "DELETE", path: `/elbaas/healthcheck/${choose.id("healthchecks")}` }),
  (choose) => ({ method: "DELETE", path: `/elbaas/certificate/${choose.id("certificates")}` }),
];

/**
 * Makes up a call on what there is.
 * @param creating whether it may be one that makes up the id of a resource
 */
export function randomCall(random: () => number, view: ProjectView | undefined, creating = true): RandomCall {
  const choose = new Chooser(random, view);
  const kinds = creating
    ? [...CREATIONS, ...CREATIONS, ...CHANGES, ...CHANGES, ...REMOVALS]
    : [...CHANGES.slice(1), ...REMOVALS];
  const make = choose.of(kinds);
  return { ...make(choose), wait: choose.of([0, 0, 300, 900, 2500, 8000]) };
}
