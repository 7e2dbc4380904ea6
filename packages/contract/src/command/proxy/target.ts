import { UsageError } from "../usage.ts";

/** The service behind the proxy. */
export interface Target {
  readonly protocol: "http:" | "https:";
  /** Where to connect to; an IPv6 address without brackets. */
  readonly hostname: string;
  readonly port: number;
  /** As it stands in `Host`: with a port that is not the scheme's own. */
  readonly host: string;
}

const PORTS = { "http:": 80, "https:": 443 } as const;

/** Reads `--target`. @throws UsageError */
export function parseTarget(text: string): Target {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const protocol = url?.protocol;
  if (!url || (protocol !== "http:" && protocol !== "https:")) {
    throw new UsageError(
      `--target takes the URL of a service, such as https://elb.example.com, not "${text}".`,
    );
  }
  if (url.username !== "" || url.password !== "") {
    throw new UsageError("--target takes no user name or password: callers send their own credentials.");
  }
  if (url.pathname !== "/" || url.search !== "" || url.hash !== "") {
    throw new UsageError(
      `--target takes scheme, host and port only, not "${url.pathname}${url.search}${url.hash}": ` +
        "callers sign the path, so that nothing can be put before it.",
    );
  }
  const port = url.port === "" ? PORTS[protocol] : Number(url.port);
  return { protocol, hostname: url.hostname.replace(/^\[|\]$/g, ""), port, host: url.host };
}

/** Reads `--signing-host`. @throws UsageError */
export function parseHost(text: string): string {
  if (/^[\w.~:[\]-]+$/.test(text) && URL.canParse(`http://${text}`)) return text;
  throw new UsageError(`--signing-host takes a host, with its port if need be, not "${text}".`);
}

/** Whether two texts name the same host; the port of either scheme may be left out. */
export function isSameHost(one: string, other: string): boolean {
  return one === other || plain(one) === plain(other);
}

function plain(host: string): string {
  const end = host.endsWith(":80") ? -3 : host.endsWith(":443") ? -4 : host.length;
  return host.slice(0, end).toLowerCase();
}
