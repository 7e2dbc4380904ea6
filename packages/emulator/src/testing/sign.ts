import { createHash, createHmac } from "node:crypto";

interface Signing {
  readonly ak: string;
  readonly sk: string;
  /** As it stands in `X-Sdk-Date`. */
  readonly date: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** What is signed as the payload, where that is not the body: a `Request` of GET cannot have one. */
  readonly payload?: string;
  /** Lower case, sorted. Default: date and host. */
  readonly signedHeaders?: readonly string[];
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** A signed request, for paths and queries that need no escaping: written apart from the verifier that it tests. */
export function signedRequest(method: string, address: string, signing: Signing): Request {
  const {
    ak,
    sk,
    date,
    headers = {},
    body,
    payload = body ?? "",
    signedHeaders = ["host", "x-sdk-date"],
  } = signing;
  const url = new URL(address);
  const all: Record<string, string> = { ...headers, "x-sdk-date": date };
  const lines = signedHeaders.map((name) => `${name}:${name === "host" ? url.host : all[name]}\n`).join("");
  const hash = all["x-sdk-content-sha256"] ?? sha256(payload);
  const canonical = `${method}\n${url.pathname}/\n${url.search.slice(1)}\n${lines}\n${signedHeaders.join(";")}\n${hash}`;
  const signature = createHmac("sha256", sk)
    .update(`SDK-HMAC-SHA256\n${date}\n${sha256(canonical)}`)
    .digest("hex");
  const authorization = `SDK-HMAC-SHA256 Access=${ak}, SignedHeaders=${signedHeaders.join(";")}, Signature=${signature}`;
  return new Request(url, {
    method,
    headers: { ...all, authorization },
    ...(body === undefined ? {} : { body }),
  });
}
