import { protocol } from "@elb-classic/spec/operations";
import type { RequestHeaders } from "../http/incoming.ts";
import { Refusal } from "../http/refusal.ts";
import { iamTime } from "../state/formats.ts";
import { callerOfKey, type KeyEntry } from "./access-keys.ts";
import {
  formatSignatureDate,
  parseSignatureDate,
  parseSignatureHeader,
  type SignatureHeader,
} from "./authorization-header.ts";
import type { Caller } from "./caller.ts";
import type { Credentials } from "./credentials.ts";
import type { Digest } from "./digest.ts";
import { isLocked, recordFailure, recordSuccess } from "./lock.ts";
import { checkSignature, type SignedRequest } from "./signature.ts";
import { callerOfToken } from "./tokens.ts";

const { headers: names } = protocol;
const { clockSkewSeconds } = protocol.signature;

const MISMATCH =
  "The secret key is wrong, or what was signed differs from the canonical request in the message.";
const TEMPORARY = `The access key is a temporary one: its ${names.securityToken} is missing or wrong.`;

/**
 * Finds out who sends a request, as the gateway does: by its signature, else by its token.
 * @throws Refusal with `APIGW.0301`, worded and continued as the real gateway does, or `IAM.1108` for temporary keys that
 *   have run out
 */
export async function authenticate(
  request: SignedRequest,
  credentials: Credentials,
  digest: Digest,
  now: number,
): Promise<Caller> {
  const authorization = request.headers.get(names.authorization);
  if (authorization !== null) return authenticateSignature(request, authorization, credentials, digest, now);
  const token = request.headers.get(names.token);
  if (token === null) throw new Refusal("APIGW.0301#8");
  const entry = credentials.tokens.get(token);
  if (entry === undefined) throw new Refusal("APIGW.0301#6");
  const { expiresAt } = entry;
  if (expiresAt !== undefined && now >= expiresAt)
    throw new Refusal("APIGW.0301#7", { values: { time: iamTime(expiresAt) } });
  return callerOfToken(entry);
}

/** Finds out who signed a request. @throws Refusal */
export async function authenticateSignature(
  request: SignedRequest,
  authorization: string,
  credentials: Credentials,
  digest: Digest,
  now: number,
): Promise<Caller> {
  const header = parseSignatureHeader(authorization);
  if (header === undefined)
    throw new Refusal("APIGW.0301#2", {
      reason: "The Authorization header has none of the forms that the gateway takes.",
    });
  const entry = credentials.keys.get(header.accessKey);
  if (entry === undefined) throw new Refusal("APIGW.0301#4", { values: { ak: header.accessKey } });
  if (isLocked(entry, now)) throw new Refusal("APIGW.0301#5");
  checkDate(request.headers, header, now);
  await verify(request, header, entry, credentials, digest, now);
  if (entry.expiresAt !== undefined && now >= entry.expiresAt) throw new Refusal("IAM.1108#1");
  return callerOfKey(entry);
}

async function verify(
  request: SignedRequest,
  header: SignatureHeader,
  entry: KeyEntry,
  { keys }: Credentials,
  digest: Digest,
  now: number,
): Promise<void> {
  const { matches, canonical } = await checkSignature(request, header, entry.key.sk, digest);
  const { securityToken } = entry.key;
  const complete = securityToken === undefined || request.headers.get(names.securityToken) === securityToken;
  if (matches && complete) return recordSuccess(entry, keys, entry.key.ak);
  recordFailure(entry, now, keys, entry.key.ak);
  const tail = `, canonicalRequest:${canonical.replaceAll("\n", "|")}`;
  throw new Refusal("APIGW.0301#2", { tail, reason: matches ? TEMPORARY : MISMATCH });
}

/** The date has to be signed, to be that of the scope, and within 15 minutes of the emulator's clock. */
function checkDate(headers: RequestHeaders, header: SignatureHeader, now: number): void {
  const text = headers.get(names.date) ?? "";
  const time = parseSignatureDate(text);
  if (time === undefined || !header.signedHeaders.includes(names.date.toLowerCase()))
    throw new Refusal("APIGW.0301#2", { reason: `${names.date} is missing, malformed or not signed.` });
  if (header.kind !== "plain" && !header.scope.startsWith(text.slice(0, "YYYYMMDD".length)))
    throw new Refusal("APIGW.0301#2", { reason: `The scope has another date than ${names.date}.` });
  if (Math.abs(now - time) <= clockSkewSeconds * 1000) return;
  const server = formatSignatureDate(now);
  throw new Refusal("APIGW.0301#3", { tail: `, signature time:${text},server time:${server}` });
}
