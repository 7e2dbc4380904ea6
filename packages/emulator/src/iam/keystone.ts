import { type IamCall, type IamResult, linksOf } from "./call.ts";
import { catalogOf, listEndpoints, listServices } from "./catalog.ts";
import type { Named } from "./directory.ts";
import { regionOf } from "./directory.ts";
import type { KeystoneCall } from "./names.ts";

/**
 * Calls of Keystone that the description does not have, since no client of load balancers has to make them; public
 * clients make them at log-in all the same.
 */
export const keystoneCalls: Readonly<Record<KeystoneCall, (call: IamCall) => IamResult>> = {
  /** Sent by OpenStack's Python clients, without credentials. */
  showKeystone({ origin }) {
    const links = [{ rel: "self", href: `${origin}/v3/` }];
    const mediaTypes = [{ base: "application/json", type: "application/vnd.openstack.identity-v3+json" }];
    const version = { id: "v3.6", status: "stable", updated: "2016-04-04T00:00:00Z", links };
    return { body: { version: { ...version, "media-types": mediaTypes } } };
  },

  /** Sent by the vendor's older Go SDK, and that for Open Telekom Cloud, when they log in with an access key. */
  listCatalog(call) {
    return { body: { catalog: catalogOf(call.origin, projectOf(call)), links: linksOf(call, call.path) } };
  },

  /** Sent by earlier versions of the same, as is `listEndpoints`. */
  listServices: (call) => ({
    body: { services: listServices(call.origin), links: linksOf(call, call.path) },
  }),

  listEndpoints(call) {
    const regions = call.accounts.directory.projectsOf(call.caller.holder).map(regionOf);
    return { body: { endpoints: listEndpoints(call.origin, regions), links: linksOf(call, call.path) } };
  },
};

const PATHS: ReadonlyMap<string, KeystoneCall> = new Map([
  ["/v3", "showKeystone"],
  ["/v3/", "showKeystone"],
  ["/v3/auth/catalog", "listCatalog"],
  ["/v3/services", "listServices"],
  ["/v3/endpoints", "listEndpoints"],
]);

/** The call of a method and a path, if there is one. */
export function keystoneCall(method: string, path: string): KeystoneCall | undefined {
  return method === "GET" ? PATHS.get(path) : undefined;
}

/** The project of the caller: that of its token, that of the header, or the only one that it may work in. */
function projectOf({ accounts, caller, header }: IamCall): Named | undefined {
  const projects = accounts.directory.projectsOf(caller.holder);
  const wanted = caller.project ?? header("X-Project-Id") ?? undefined;
  return projects.length === 1 && wanted === undefined
    ? projects[0]
    : projects.find(({ id }) => id === wanted);
}
