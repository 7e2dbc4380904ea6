import { ElbConfigurationError } from "../errors/base.ts";

/** Which requests go through which proxy; an empty text stands for none, or for https the same as for http. */
export interface ProxyRoutes {
  httpProxy: string;
  httpsProxy: string;
  noProxy: string;
}

/**
 * The routes that the options ask for; none without a proxy.
 *
 * @throws {ElbConfigurationError} naming the option or variable that is wrong, never its value: it can hold a password
 */
export function proxyRoutes(proxy: unknown, noProxy: unknown): ProxyRoutes | undefined {
  if (noProxy !== undefined && (typeof noProxy !== "string" || proxy === undefined)) {
    throw new ElbConfigurationError("`noProxy` must be a text of hosts, and needs `proxy`.");
  }
  if (proxy === undefined) return undefined;
  if (proxy === true) return environmentRoutes(noProxy);
  const url = proxyUrl(proxy, "`proxy`");
  return { httpProxy: url, httpsProxy: url, noProxy: noProxy ?? "" };
}

function environmentRoutes(noProxy: string | undefined): ProxyRoutes {
  const route = (scheme: string): string => {
    const name = [`${scheme}_proxy`, `${scheme}_PROXY`.toUpperCase()].find((each) => process.env[each]);
    return name === undefined ? "" : proxyUrl(process.env[name], `The variable ${name}`);
  };
  return {
    httpProxy: route("http"),
    httpsProxy: route("https"),
    noProxy: noProxy ?? (process.env.no_proxy || process.env.NO_PROXY || ""),
  };
}

function proxyUrl(value: unknown, what: string): string {
  const url = typeof value === "string" && URL.canParse(value) ? new URL(value) : undefined;
  if (url && /^https?:$/.test(url.protocol) && isDecodable(url.username + url.password)) return url.href;
  throw new ElbConfigurationError(
    `${what} is not the URL of an HTTP proxy: write it as "http://proxy.example.com:3128", user and password percent-encoded.`,
  );
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
