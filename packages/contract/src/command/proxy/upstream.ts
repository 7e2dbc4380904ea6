import { type ClientRequest, Agent as HttpAgent, request as requestHttp } from "node:http";
import { Agent as HttpsAgent, request as requestHttps } from "node:https";
import { isIP } from "node:net";
import { rootCertificates } from "node:tls";
import type { Route } from "./route.ts";
import type { Target } from "./target.ts";
import { TunnelAgent } from "./tunnel.ts";

/** Connections to the target. */
export interface Upstream {
  /** Begins to send a request. */
  send(method: string | undefined, route: Route): ClientRequest;
  close(): void;
}

export interface UpstreamOptions {
  /** Certificates in PEM that are trusted beside those that Node trusts. */
  readonly ca: string | undefined;
  /** The proxy by which the target is reached. */
  readonly proxy: URL | undefined;
}

/** Milliseconds after which an idle connection is given up: before servers do, that keep them for five seconds. */
const IDLE = 4_000;

export function createUpstream(target: Target, options: UpstreamOptions): Upstream {
  const { hostname, port, protocol } = target;
  const agent = protocol === "https:" ? secureAgent(options) : new HttpAgent(KEPT);
  const request = protocol === "https:" ? requestHttps : requestHttp;
  return {
    send(method, { path, host, headers }) {
      const servername = protocol === "https:" ? serverName(host) : undefined;
      return request({ agent, hostname, port, method, path, headers, servername });
    },
    close: () => agent.destroy(),
  };
}

const KEPT = { keepAlive: true, scheduling: "lifo", timeout: IDLE } as const;

function secureAgent({ ca, proxy }: UpstreamOptions): HttpsAgent {
  const options = ca === undefined ? KEPT : { ...KEPT, ca: [...rootCertificates, ca] };
  return proxy === undefined ? new HttpsAgent(options) : new TunnelAgent(proxy, options);
}

/** The certificate has to be that of the host that is asked for, which an address alone does not tell. */
function serverName(host: string): string {
  const name = host.replace(/:\d+$/, "").replace(/^\[|\]$/g, "");
  return isIP(name) === 0 ? name : "";
}
