import { protocol } from "@elb-classic/spec/operations";
import { canonicalRequest } from "./canonical-request.ts";
import type { Digest } from "./digest.ts";

/** A request as far as its signature goes. */
export interface SignedRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

/** What the verifier computed, with which a client can find its fault. */
export interface SignatureCheck {
  readonly matches: boolean;
  /** The canonical request. The gateway echoes it with bars for the newlines. */
  readonly canonical: string;
}

/**
 * Computes the signature that the request should have and compares (`SDK-HMAC-SHA256`, auth-and-gateway.md, section 3).
 * The date is taken as it stands; whether it is current is another question.
 */
export async function checkSignature(
  request: SignedRequest,
  signedHeaders: readonly string[],
  signature: string,
  secret: string,
  digest: Digest,
): Promise<SignatureCheck> {
  const { headers, url } = request;
  const announced = headers.get(protocol.headers.contentSha256);
  const canonical = canonicalRequest({
    method: request.method,
    url,
    signedHeaders,
    header: (name) => headerValue(headers, name) ?? (name === "host" ? url.host : ""),
    payloadHash: announced ?? (await digest.sha256(request.body)),
  });
  const date = headers.get(protocol.headers.date) ?? "";
  const text = [protocol.signature.algorithm, date, await digest.sha256(canonical)].join("\n");
  const expected = await digest.hmacSha256(secret, text);
  return { matches: expected === signature, canonical };
}

/** Names come from the client: one that no header can have is a header that the request does not have. */
function headerValue(headers: Headers, name: string): string | undefined {
  try {
    return headers.get(name)?.trim();
  } catch {
    return undefined;
  }
}
