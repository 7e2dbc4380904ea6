import type { OperationRow } from "@elb-classic/spec/operations";

type Arguments = Readonly<Record<string, unknown>>;

/** Knows which load balancer a change is about, so that changes to one are sent one after another. */
export interface BalancerMemory {
  /**
   * What a change shares with all others to the same load balancer: the load balancer's id, or that of the listener
   * or health check where no answer has told its load balancer yet. Nothing for a read, and for what belongs to none.
   */
  keyOf(operationId: string, args: Arguments, row: OperationRow): string | undefined;
  /** Takes from a good answer which listener belongs to which load balancer, and which health check to which listener. */
  learn(operationId: string, args: Arguments, answer: unknown): void;
}

/** Names of what is, or hangs on, a load balancer; the nearest to it first. */
const names = ["loadbalancer_id", "listener_id", "healthcheck_id"];

/** More than a project has; the oldest are forgotten, which costs no more than their order. */
const most = 10_000;

export function createBalancerMemory(): BalancerMemory {
  /** The owner of a listener or of a health check, by its id. */
  const owners = new Map<unknown, string>();

  const remember = (id: unknown, owner: unknown): void => {
    if (typeof id !== "string" || typeof owner !== "string" || owners.get(id) === owner) return;
    owners.set(id, owner);
    if (owners.size > most) owners.delete(owners.keys().next().value);
  };

  /** Two steps at most: an answer that goes round in circles must not. */
  const topOf = (id: string): string => {
    const owner = owners.get(id) ?? id;
    return owners.get(owner) ?? owner;
  };

  return {
    keyOf(_, args, { method, pathParameters }) {
      if (method === "GET") return undefined;
      const payload: Arguments = Object(args.body);
      const ids = names.map((name) => (pathParameters.includes(name) ? args : payload)[name]);
      const id = ids.find((each) => typeof each === "string");
      return id === undefined ? undefined : topOf(id as string);
    },
    learn(_, __, answer) {
      for (const each of Array.isArray(answer) ? answer : [answer]) {
        const { id, loadbalancer_id, listener_id, healthcheck_id } = Object(each);
        remember(id, loadbalancer_id ?? listener_id);
        remember(healthcheck_id, id);
      }
    },
  };
}
