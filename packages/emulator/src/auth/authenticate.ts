import { protocol } from "@elb-classic/spec/operations";
import { Refusal } from "../http/refusal.ts";
import { isLocked, type KeyEntry, recordFailure, recordSuccess } from "./access-keys.ts";
import {
  formatSignatureDate,
  parseSignatureDate,
  parseSignatureHeader,
  type SignatureHeader,
} from "./authorization-header.ts";
import type { Credentials } from "./credentials.ts";
import type { Digest } from "./digest.ts";
import { checkSignature, type SignedRequest } from "./signature.ts";

const { headers: names } = protocol;
const { algorithm, clockSkewSeconds } = protocol.signature;

const MISMATCH =
  "The secret key is wrong, or what was signed differs from the canonical request in the message.";
const TEMPORARY = `The access key is a temporary one: its ${names.securityToken} is missing or wrong.`;

/**
 * Finds out who sends a request, as the gateway does: by its signature, else by its token.
 * @returns the projects that the credentials open
 * @throws Refusal with `APIGW.0301`, worded and continued as the real gateway does
 */
export async function authenticate(
  request: SignedRequest,
  credentials: Credentials,
  digest: Digest,
  now: number,
): Promise<ReadonlySet<string>> {
  const authorization = request.headers.get(names.authorization);
  if (authorization !== null) return authenticateSignature(request, authorization, credentials, digest, now);
  const token = request.headers.get(names.token);
  if (token === null) throw new Refusal("APIGW.0301#8");
  const projects = credentials.projectsOfToken(token);
  if (projects === undefined) throw new Refusal("APIGW.0301#6");
  return projects;
}

async function authenticateSignature(
  request: SignedRequest,
  authorization: string,
  credentials: Credentials,
  digest: Digest,
  now: number,
): Promise<ReadonlySet<string>> {
  const header = parseSignatureHeader(authorization);
  if (header === undefined)
    throw new Refusal("APIGW.0301#2", {
      reason: `The Authorization header is not a complete ${algorithm} one.`,
    });
  const entry = credentials.findKey(header.accessKey);
  if (entry === undefined) throw new Refusal("APIGW.0301#4", { values: { ak: header.accessKey } });
  if (isLocked(entry, now)) throw new Refusal("APIGW.0301#5");
  checkDate(request.headers, header, now);
  await verify(request, header, entry, digest, now);
  return entry.projects;
}

async function verify(
  request: SignedRequest,
  header: SignatureHeader,
  entry: KeyEntry,
  digest: Digest,
  now: number,
): Promise<void> {
  const { signedHeaders, signature } = header;
  const { matches, canonical } = await checkSignature(
    request,
    signedHeaders,
    signature,
    entry.key.sk,
    digest,
  );
  const { securityToken } = entry.key;
  const complete = securityToken === undefined || request.headers.get(names.securityToken) === securityToken;
  if (matches && complete) return recordSuccess(entry);
  recordFailure(entry, now);
  const tail = `, canonicalRequest:${canonical.replaceAll("\n", "|")}`;
  throw new Refusal("APIGW.0301#2", { tail, reason: matches ? TEMPORARY : MISMATCH });
}

/** The date has to be signed and within 15 minutes of the emulator's clock. */
function checkDate(headers: Headers, header: SignatureHeader, now: number): void {
  const text = headers.get(names.date) ?? "";
  const time = parseSignatureDate(text);
  if (time === undefined || !header.signedHeaders.includes(names.date.toLowerCase()))
    throw new Refusal("APIGW.0301#2", { reason: `${names.date} is missing, malformed or not signed.` });
  if (Math.abs(now - time) <= clockSkewSeconds * 1000) return;
  const server = formatSignatureDate(now);
  throw new Refusal("APIGW.0301#3", { tail: `, signature time:${text},server time:${server}` });
}
