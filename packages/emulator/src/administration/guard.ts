import type { Incoming } from "../http/incoming.ts";
import { Refusal } from "../http/refusal.ts";

/**
 * Turns away what a page of another site makes a browser send. Reading across sites is stopped by the browser, since no
 * answer permits it; what changes something needs a content type that a browser only sends after asking, and it never
 * gets an answer to that.
 * @throws Refusal
 */
export function checkSameSite({ method, url, headers }: Incoming): void {
  const origin = headers.get("origin");
  if (origin !== null && hostOf(origin) !== url.host) throw crossSite();
  if (method === "GET" || method === "HEAD") return;
  if ((headers.get("sec-fetch-site") ?? "same-origin") !== "same-origin") throw crossSite();
  if (method === "DELETE") return;
  const [mediaType = ""] = (headers.get("content-type") ?? "").split(";");
  if (mediaType.trim().toLowerCase() !== "application/json")
    throw badRequest("The Content-Type has to be application/json.");
}

/** A request to the administration that makes no sense, with one sentence on why. */
export function badRequest(reason: string): Refusal {
  return new Refusal("APIGW.0602#1", { reason, tail: ` ${reason}` });
}

function crossSite(): Refusal {
  return new Refusal("APIGW.0306#1", { reason: "The request comes from a page of another site." });
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
}
