import { canonicalQuery, type SignedParts } from "./canonical-request.ts";
import type { Digest } from "./digest.ts";

/**
 * What public SDKs for the older gateway sign where they differ from the documents (auth-and-gateway.md, section 3):
 * runs of white space in headers count as one space, of several values of a query parameter only the first counts, and
 * for a POST without a body the query stands in the place of the body.
 */
export async function olderParts(parts: SignedParts, hasBody: boolean, digest: Digest): Promise<SignedParts> {
  const header = (name: string) => parts.header(name).replace(/\s+/g, " ");
  if (hasBody || parts.method.toUpperCase() !== "POST")
    return { ...parts, header, url: withQuery(parts.url, firstValues(parts.url.search)) };
  const payloadHash = await digest.sha256(formText(parts.url.search));
  return { ...parts, header, url: withQuery(parts.url, ""), payloadHash };
}

function withQuery(url: URL, search: string): URL {
  const changed = new URL(url);
  changed.search = search;
  return changed;
}

function firstValues(search: string): string {
  const pairs = new Map<string, string>();
  for (const pair of search.slice(1).split("&")) {
    const [name = ""] = pair.split("=", 1);
    if (!pairs.has(name)) pairs.set(name, pair);
  }
  return [...pairs.values()].join("&");
}

/** The query as forms are sent, with `+` for a space. */
function formText(search: string): string {
  return canonicalQuery(search).replaceAll("%20", "+");
}
