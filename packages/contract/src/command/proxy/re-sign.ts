import type { IncomingMessage } from "node:http";
import { protocol } from "@elb-classic/spec/operations";
import { UsageError } from "../usage.ts";
import { expectsPayload, ownHeaders, replace, withoutOwn } from "./head.ts";
import { malformed, type Refusal } from "./refusal.ts";
import type { Route } from "./route.ts";
import type { Target } from "./target.ts";

/** Sends requests with the proxy's own credentials in place of the caller's. */
export interface ReSigner {
  /** The request as it goes to the target. `payload` is all of it. */
  sign(incoming: IncomingMessage, route: Route, payload: Uint8Array): Promise<Route>;
}

const names = protocol.headers;

/** What says who calls: the caller's own is dropped. */
const CREDENTIALS: ReadonlySet<string> = new Set(
  [names.authorization, names.date, names.token, names.securityToken, names.contentSha256].map((name) =>
    name.toLowerCase(),
  ),
);

/** What is signed beside host and date, where the caller sends it. */
const SIGNED = ["Content-Type", names.projectId];

/**
 * Finds the credentials as the client of this API does.
 * @throws UsageError where there are none
 */
export async function createReSigner(
  { protocol: scheme }: Target,
  env: NodeJS.ProcessEnv,
): Promise<ReSigner> {
  const [{ defaultCredentials }, { signRequest }] = await Promise.all([
    import("@elb-classic/client/node"),
    import("@elb-classic/client/signing"),
  ]);
  const credentials = defaultCredentials({ env });
  try {
    await credentials();
  } catch (error) {
    throw new UsageError(`--re-sign needs credentials: ${(error as Error).message}`);
  }
  return {
    async sign(incoming, { path, host }, payload) {
      const own = await credentials();
      const url = new URL(`${scheme}//${host}${path}`);
      const headers = withoutCredentials(incoming, host);
      if ("token" in own) headers.push(names.token, own.token);
      else {
        const method = incoming.method ?? "GET";
        const request = { method, url, headers: toSign(incoming), body: payload };
        const signed = signRequest(request, own, { signingHost: host }).headers;
        for (const name of [names.date, names.securityToken, names.authorization]) {
          if (signed[name] !== undefined) headers.push(name, signed[name]);
        }
      }
      if (payload.byteLength > 0 || expectsPayload(incoming.method)) {
        headers.push("Content-Length", String(payload.byteLength));
      }
      return { path: url.pathname + url.search, host, headers };
    },
  };
}

function withoutCredentials(incoming: IncomingMessage, host: string): string[] {
  const isOwn = ownHeaders(incoming);
  const headers = withoutOwn(incoming, (name) => isOwn(name) || CREDENTIALS.has(name) || FRAMING.has(name));
  replace(headers, "host", host, "Host");
  return headers;
}

/** The payload is sent in one piece, by its length. */
const FRAMING: ReadonlySet<string> = new Set(["content-length", "expect"]);

function toSign({ headers }: IncomingMessage): [string, string][] {
  return SIGNED.flatMap((name) => {
    const value = headers[name.toLowerCase()];
    return typeof value === "string" ? [[name, value] as [string, string]] : [];
  });
}

/**
 * Turns away what a page of some site makes a browser send: it would be signed like anything else. A page can have its
 * own name lead to this machine, so the name counts as well.
 */
export function checkCaller({ headers }: IncomingMessage, ownNames: readonly string[]): Refusal | undefined {
  const site = headers["sec-fetch-site"];
  if (headers.origin !== undefined || (site !== undefined && site !== "none")) {
    return malformed(
      "Not forwarded: the request comes from a web page, and would be signed with --re-sign.",
      403,
    );
  }
  const name = hostName(headers.host ?? "");
  if (name === "" || ownNames.some((own) => hostName(own) === name) || isLoopback(name)) return undefined;
  return malformed(
    `Not forwarded: with --re-sign the proxy answers by its own name and by that of the service, not by ${name}.`,
    421,
  );
}

/** The name of a host alone, without the port and the brackets of IPv6. */
function hostName(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[(.*)\](?::\d+)?$/, "$1")
    .replace(/^([^:]*):\d+$/, "$1");
}

function isLoopback(name: string): boolean {
  return name === "localhost" || name === "::1" || /^127\.\d+\.\d+\.\d+$/.test(name);
}
