import type { IncomingMessage } from "node:http";
import {
  countOf,
  disownedHeader,
  expectsPayload,
  type IsOwn,
  ownHeaders,
  replace,
  withoutOwn,
} from "./head.ts";
import { malformed, type Refusal } from "./refusal.ts";
import { lostHeader, signedHeaders } from "./signature.ts";
import { isSameHost, type Target } from "./target.ts";

/** What goes to the target. */
export interface Route {
  readonly path: string;
  /** As it stands in the headers. */
  readonly host: string;
  /** Names and values in turn. */
  readonly headers: string[];
}

export interface Routing {
  readonly target: Target;
  /** The host that callers say they sign for when they send to the proxy's own address. */
  readonly signingHost: string | undefined;
  /** Whether the proxy signs in place of the caller. */
  readonly reSigns: boolean;
}

/**
 * Where a request goes, or why it cannot go there. A signature covers the host that the caller signed for and other
 * headers; what would arrive with another one is refused here, since more than five bad signatures lock a key.
 */
export function routeOf(incoming: IncomingMessage, routing: Routing): Route | Refusal {
  const given = readTarget(incoming, routing);
  if ("row" in given) return given;
  const upgrade = incoming.headers.upgrade?.toLowerCase();
  if (upgrade !== undefined && upgrade !== "h2c") {
    return malformed(`Not forwarded: the API has no other protocol than HTTP, and none such as ${upgrade}.`);
  }
  const disowned = disownedHeader(incoming);
  if (disowned !== undefined) {
    return malformed(`Not forwarded: Connection names the header ${disowned}, which is for the service.`);
  }
  const isOwn = ownHeaders(incoming);
  if (!routing.reSigns) {
    const refusal = checkSignature(incoming, given, routing, isOwn);
    if (refusal !== undefined) return refusal;
  }
  const { host, headers } = hostToSend(incoming, given, routing, isOwn);
  keepFraming(incoming, headers);
  return { path: given.path, host, headers };
}

/** The request's target, and whether it names the service itself. */
interface Given {
  readonly path: string;
  readonly host: string | undefined;
  readonly isTargets: boolean;
}

function readTarget(incoming: IncomingMessage, routing: Routing): Given | Refusal {
  const { url = "", headers } = incoming;
  if (countOf(incoming, "host") > 1)
    return malformed("Not forwarded: the Host header is given more than once.");
  const coding = headers["transfer-encoding"];
  if (coding !== undefined && coding.toLowerCase() !== "chunked") {
    return malformed(
      "Not forwarded: the only Transfer-Encoding that is known here is chunked.",
      NOT_IMPLEMENTED,
    );
  }
  if (url.startsWith("/"))
    return { path: url, host: headers.host, isTargets: isTargets(headers.host, routing) };
  const [, authority, rest = ""] = /^https?:\/\/(?:[^/?#]*@)?([^/?#@]+)(.*)$/i.exec(url) ?? [];
  if (authority === undefined) {
    return malformed("Not forwarded: the request line has neither a path nor an absolute http: URL.");
  }
  if (!isTargets(authority, routing)) return misdirected(authority, routing);
  if (headers.host !== undefined && !isSameHost(headers.host, authority)) {
    return malformed(`Not forwarded: the URL names the host ${authority}, and the Host header another one.`);
  }
  const path = rest.startsWith("/") ? rest : `/${rest}`;
  return { path, host: headers.host ?? authority, isTargets: true };
}

function isTargets(host: string | undefined, { target, signingHost }: Routing): boolean {
  if (host === undefined) return false;
  return isSameHost(host, target.host) || (signingHost !== undefined && isSameHost(host, signingHost));
}

const MISDIRECTED = 421;
const NOT_IMPLEMENTED = 501;

function misdirected(authority: string, { target, signingHost = target.host }: Routing): Refusal {
  return malformed(
    `Not forwarded: this proxy stands before ${signingHost} only, not before ${authority}. ` +
      "Send calls to other hosts past it, for example by NO_PROXY.",
    MISDIRECTED,
  );
}

function checkSignature(
  incoming: IncomingMessage,
  { host = "", isTargets }: Given,
  { target, signingHost }: Routing,
  isOwn: IsOwn,
): Refusal | undefined {
  const signed = signedHeaders(incoming);
  const lost = lostHeader(signed, isOwn);
  if (lost !== undefined) {
    return malformed(
      `Not forwarded: the signature covers the header ${lost}, which is for one connection only and does not reach ` +
        "the service. Leave it out of SignedHeaders.",
    );
  }
  if (isTargets || signingHost !== undefined || !signed.includes("host")) return undefined;
  return malformed(
    `Not forwarded: the signature covers the host, which is ${host} here and ${target.host} at the service, so that ` +
      "it would be refused there, and more than five bad signatures lock the key. Use this proxy as the HTTP proxy of the " +
      `client, with http://${target.host} as endpoint; or sign for ${target.host} and start the proxy with ` +
      `--signing-host ${target.host}; or let the proxy sign, with --re-sign.`,
  );
}

function hostToSend(
  incoming: IncomingMessage,
  { host, isTargets }: Given,
  { target, signingHost = target.host }: Routing,
  isOwn: IsOwn,
): { host: string; headers: string[] } {
  const headers = withoutOwn(incoming, isOwn);
  if (isTargets && host !== undefined && incoming.headers.host !== undefined) return { host, headers };
  const sent = isTargets && host !== undefined ? host : signingHost;
  replace(headers, "host", sent, "Host");
  return { host: sent, headers };
}

/** A payload of unknown length goes on in chunks. Where there is none, Node would announce chunks nevertheless. */
function keepFraming({ headers, method }: IncomingMessage, sent: string[]): void {
  if (headers["transfer-encoding"] !== undefined) sent.push("Transfer-Encoding", "chunked");
  else if (headers["content-length"] === undefined && expectsPayload(method))
    sent.push("Content-Length", "0");
}
