import { UsageError } from "../usage.ts";
import type { Target } from "./target.ts";

/**
 * The proxy that `HTTPS_PROXY` names for a target, unless `NO_PROXY` excepts that. A target without TLS is reached
 * directly: `HTTP_PROXY` may well be what leads callers to this proxy here.
 *
 * @throws UsageError
 */
export function proxyFor({ protocol, hostname, port }: Target, env: NodeJS.ProcessEnv): URL | undefined {
  const proxy = env.https_proxy || env.HTTPS_PROXY;
  if (protocol !== "https:" || !proxy) return undefined;
  const exceptions = (env.no_proxy || env.NO_PROXY || "").split(/[\s,]+/);
  if (exceptions.some((exception) => excepts(exception, hostname, port))) return undefined;
  const text = proxy.includes("://") ? proxy : `http://${proxy}`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && isDecodable(url.username + url.password)) return url;
  throw new UsageError("HTTPS_PROXY is not the URL of an HTTP proxy, such as http://proxy.example.com:3128.");
}

/** `*`, or a host and all below it, with or without a port. */
function excepts(exception: string, hostname: string, port: number): boolean {
  if (exception === "*") return true;
  const [, name = "", only] = /^(?:\*?\.)?(.*?)(?::(\d+))?$/.exec(exception.toLowerCase()) ?? [];
  if (name === "" || (only !== undefined && Number(only) !== port)) return false;
  return hostname === name || hostname.endsWith(`.${name}`);
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
