import type { components } from "@elb-classic/spec/wire-types";
import type { AccessKey } from "../auth/access-keys.ts";

type Schemas = components["schemas"];

/** A member to begin with. What is given stays; without `health_status`, the member becomes healthy in time. */
export type SeedMember = Partial<Schemas["Member"]> & { readonly listener_id: string };

/** The account that all projects belong to. */
export interface SeedDomain {
  /** Default: made up. */
  readonly id?: string;
  /** Default: `emulator`. */
  readonly name?: string;
}

/** A user of the account, who can log in. */
export interface SeedUser {
  /** Default: made up. */
  readonly id?: string;
  readonly name: string;
  /** Without one, the user cannot log in by password. */
  readonly password?: string;
  /** Access keys, for all projects of the user. */
  readonly accessKeys?: readonly AccessKey[];
  /** Ids of the projects above that the user may work in. Default: all. */
  readonly projects?: readonly string[];
  /** Whether it administers the cloud: lists of members are empty for it, as documented. Default false. */
  readonly administrator?: boolean;
}

/** An agency of the account, which any user can act through. */
export interface SeedAgency {
  readonly name: string;
  /** Ids of the projects above that it opens. Default: all. */
  readonly projects?: readonly string[];
}

/** What one project begins with. Everything that is missing is filled in. */
export interface SeedProject {
  /** Name in IAM, as a rule that of a region. Default: `cn-north-1`; where that is taken, with `_` and the id after it. */
  readonly name?: string;
  /** Access keys that may sign requests for the project. */
  readonly accessKeys?: readonly AccessKey[];
  /** Tokens for the project. */
  readonly tokens?: readonly string[];
  /** Load balancers, as the API answers them. */
  readonly loadbalancers?: readonly Partial<Schemas["LoadBalancer"]>[];
  /** Listeners, as the API answers them; `loadbalancer_id` names a load balancer above. */
  readonly listeners?: readonly (Partial<Schemas["Listener"]> & { readonly loadbalancer_id: string })[];
  /** Members, as the API answers them, each with the id of its listener. */
  readonly members?: readonly SeedMember[];
  /** Health checks, as the API answers them, each with the id of its listener. */
  readonly healthchecks?: readonly (Partial<Schemas["HealthCheck"]> & { readonly listener_id: string })[];
  /** Certificates, as the API answers them. Certificate and private key are placeholders where they are missing. */
  readonly certificates?: readonly Partial<Schemas["Certificate"]>[];
}

/** The state that an emulator begins with. */
export interface Seed {
  readonly domain?: SeedDomain;
  readonly users?: readonly SeedUser[];
  readonly agencies?: readonly SeedAgency[];
  /** Projects by their ids. */
  readonly projects: Readonly<Record<string, SeedProject>>;
}

/** A seed that cannot be planted. The message names the place in it. */
export class SeedError extends Error {
  constructor(place: string, fault: string) {
    super(`seed: ${place} ${fault}`);
    this.name = "SeedError";
  }
}
