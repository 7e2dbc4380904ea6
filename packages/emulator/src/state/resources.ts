import type { components } from "@elb-classic/spec/wire-types";

type Schemas = components["schemas"];

/** A load balancer as it is kept and answered. */
export type LoadBalancer = Schemas["LoadBalancer"] & { admin_state_up: number };

/** A listener as it is kept: what was never set is missing, and null only in answers. */
export type Listener = Schemas["Listener"];

/** A health check as it is kept: what was never set is missing. */
export type HealthCheck = Schemas["HealthCheck"];

/** A certificate as it is kept: what was never set is missing. */
export type Certificate = Schemas["Certificate"];

/** A server that `addMembers` names. */
export type Server = Schemas["MemberToAdd"];

/** A server that is to become a member: its id and floating address are settled when the job is launched. */
export interface NewMember extends Server {
  readonly memberId: string;
  readonly floatingAddress: string;
}

/** A member as it is kept. */
export interface Member {
  readonly id: string;
  readonly listenerId: string;
  readonly server: Server;
  readonly floatingAddress: string;
  /** Milliseconds since 1970; the health follows from the age. */
  readonly createdAt: number;
  /** What a seed says about it, which stays as it is. */
  readonly given?: Readonly<Partial<Schemas["Member"]>>;
}
