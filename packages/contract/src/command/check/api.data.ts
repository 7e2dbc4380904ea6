import { operations } from "@elb-classic/spec/operations";

const paths = Object.values(operations).map(({ path }) => path.split("/").filter(Boolean));

/** How the paths of the API are told from those of other services. */
export const api = {
  /** Stands in the path of every resource of its own. */
  service: operations.listLoadBalancers.path.split("/").at(-2)!,
  /** Paths with as many segments, or fewer, are those that every service has, such as `/`. */
  common: Math.max(...paths.filter((path) => !path.includes("{project_id}")).map(({ length }) => length)),
};
