import { protocol } from "@elb-classic/spec/operations";
import type { RequestHeaders } from "../http/incoming.ts";
import type { SignatureHeader } from "./authorization-header.ts";
import { canonicalRequest, type SignedParts } from "./canonical-request.ts";
import type { Digest } from "./digest.ts";
import { olderParts } from "./older-rendering.ts";
import { signingKey } from "./signing-key.ts";

/** A request as far as its signature goes. */
export interface SignedRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: RequestHeaders;
  readonly body: Uint8Array;
}

/** What the verifier computed, with which a client can find its fault. */
export interface SignatureCheck {
  readonly matches: boolean;
  /** The canonical request. The gateway echoes it with bars for the newlines. */
  readonly canonical: string;
}

/**
 * Computes the signature that the request should have and compares (auth-and-gateway.md, section 3). The date is taken
 * as it stands; whether it is current is another question.
 */
export async function checkSignature(
  request: SignedRequest,
  header: SignatureHeader,
  secret: string,
  digest: Digest,
): Promise<SignatureCheck> {
  const { headers, url, method, body } = request;
  const announced = headers.get(protocol.headers.contentSha256);
  const parts: SignedParts = {
    method,
    url,
    signedHeaders: header.signedHeaders,
    header: (name) => headerValue(headers, name) ?? (name === "host" ? url.host : ""),
    payloadHash: announced ?? (await digest.sha256(body)),
  };
  const date = headers.get(protocol.headers.date) ?? "";
  const key = await signingKey(header, secret, digest);
  const isSigned = async (canonical: string) => {
    const scope = header.kind === "plain" ? [] : [header.scope];
    const text = [header.algorithm, date, ...scope, await digest.sha256(canonical)].join("\n");
    return (await digest.hmacSha256(key, text)) === header.signature;
  };
  const canonical = canonicalRequest(parts);
  const matches = await isSigned(canonical);
  if (matches || header.kind !== "scoped") return { matches, canonical };
  const older = canonicalRequest(await olderParts(parts, body.byteLength > 0, digest));
  return { matches: await isSigned(older), canonical };
}

/** Names come from the client: one that no header can have is a header that the request does not have. */
function headerValue(headers: RequestHeaders, name: string): string | undefined {
  try {
    return headers.get(name)?.trim();
  } catch {
    return undefined;
  }
}
