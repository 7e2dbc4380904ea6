import type { Dispatcher } from "undici";
import { checkNames } from "../check.ts";
import { ElbConfigurationError } from "../errors/base.ts";
import type { Fetch } from "../options.ts";
import { trusting } from "./authorities.ts";
import { dispatch, isPlain } from "./dispatch.ts";
import { type ProxyRoutes, proxyRoutes } from "./proxy.ts";

/** One or several certificates in PEM. */
export type Authority = string | Uint8Array;

export interface UndiciOptions {
  /**
   * URL of an HTTP proxy, with user and password if need be (`http://user:password@proxy.example.com:3128`), or true
   * for the one that the environment names: HTTPS_PROXY, HTTP_PROXY and NO_PROXY, in lower case first; HTTP_PROXY
   * counts for https, too, where it stands alone. Default: no proxy, whatever the environment says.
   */
  proxy?: string | true;
  /** Hosts to reach without the proxy, with their subdomains: `"example.com, 10.0.0.5:8443"`. Default: NO_PROXY where the environment decides, else none. */
  noProxy?: string;
  /**
   * Certificates of authorities in PEM to trust besides those that Node trusts (on Node before 22.15: those that come
   * with it, without NODE_EXTRA_CA_CERTS), for the endpoint and for a proxy with TLS. Default: none.
   */
  ca?: Authority | readonly Authority[];
  /** Connections to one origin at the same time, 1 or more. Default: no limit. */
  connections?: number;
}

/** A `fetch` with connections of its own. */
export type UndiciFetch = Fetch & {
  /** Waits for what is under way, then closes all connections; later requests fail. */
  close(): Promise<void>;
};

/** The parts of undici that are in use. */
interface Undici {
  fetch: (url: string, init: object) => Promise<unknown>;
  dispatcher: Dispatcher;
}

/**
 * A `fetch` for a client's option of that name that goes through a proxy, trusts a private authority or limits its
 * connections: Node's own can do none of that per client. It takes a third of the time of Node's own, too. Needs the
 * package `undici`, version 7, which this one does not install. Not for Bun, which replaces undici by a stand-in without
 * any of it.
 *
 * @throws {ElbConfigurationError} naming the option or variable that is wrong, never a proxy's user or password. The
 *   first request rejects with one if undici is not installed
 */
export function undiciFetch(options: UndiciOptions = {}): UndiciFetch {
  checkNames("undiciFetch()", "option", options, optionNames, ElbConfigurationError);
  if (process.versions.bun !== undefined) {
    throw new ElbConfigurationError(
      "undiciFetch() is not for Bun, whose undici ignores proxies and authorities: give a `fetch` that sets Bun's own `proxy` and `tls`.",
    );
  }
  const settings = {
    connections: checkConnections(options.connections),
    routes: proxyRoutes(options.proxy, options.noProxy),
    tls: options.ca === undefined ? {} : { secureContext: trusting(options.ca) },
  };
  let loading: Promise<Undici> | undefined;
  const load = (): Promise<Undici> => {
    loading ??= loadUndici(settings);
    return loading;
  };
  const fetch: Fetch = async (url, init) => {
    const { fetch, dispatcher } = await load();
    if (isPlain(init)) return dispatch(dispatcher, url, init);
    return (await fetch(url, { ...init, dispatcher })) as Response;
  };
  return Object.assign(fetch, { close: async () => (await load()).dispatcher.close() });
}

const optionNames = ["proxy", "noProxy", "ca", "connections"];

function checkConnections(connections: unknown): number | undefined {
  if (connections === undefined) return undefined;
  if (Number.isInteger(connections) && (connections as number) > 0) return connections as number;
  throw new ElbConfigurationError("`connections` must be a whole number from 1 on.");
}

interface Settings {
  connections: number | undefined;
  routes: ProxyRoutes | undefined;
  tls: { secureContext?: ReturnType<typeof trusting> };
}

async function loadUndici({ connections, routes, tls }: Settings): Promise<Undici> {
  const { Agent, EnvHttpProxyAgent, fetch } = await importUndici();
  const direct = { connect: tls, ...(connections !== undefined && { connections }) };
  if (!routes) return { fetch, dispatcher: new Agent(direct) };
  // Without a tunnel where there is no TLS to keep whole: proxies commonly refuse one to port 80.
  const proxied = { ...direct, ...routes, requestTls: tls, proxyTls: tls, proxyTunnel: false };
  return { fetch, dispatcher: new EnvHttpProxyAgent(proxied) };
}

async function importUndici() {
  try {
    return await import("undici");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
    throw new ElbConfigurationError(
      "undiciFetch() needs the package undici, which is not installed: run npm install undici@7.",
    );
  }
}
