import { checkNames } from "../check.ts";
import { ElbConfigurationError } from "../errors/base.ts";
import type { Digest } from "./digest.ts";
import type { SigningAlgorithm } from "./sign.ts";

/** What a signature is good for. */
export interface SigningScope {
  /** Such as `cn-north-1`. May be empty with `credentialScope()`. */
  region: string;
  /** Such as `elb`. May be empty with `credentialScope()`. */
  service: string;
}

/** @throws {ElbConfigurationError} unless both names can stand between slashes in a header */
function checkScope(subject: string, scope: SigningScope, pattern: RegExp): SigningScope {
  checkNames(subject, "name", scope, ["region", "service"], ElbConfigurationError);
  for (const name of ["region", "service"] as const) {
    if (typeof scope[name] !== "string" || !pattern.test(scope[name])) {
      throw new ElbConfigurationError(`${subject} needs \`${name}\` as text of letters, digits and hyphens.`);
    }
  }
  return { region: scope.region, service: scope.service };
}

const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16));

/**
 * `V11-HMAC-SHA256`: the key is derived from the secret for one day, region and service. The vendor's SDKs offer
 * it for hosts that are not those of the public cloud.
 *
 * @throws {ElbConfigurationError} if `region` or `service` is empty
 */
export function derivedKey(scope: SigningScope): SigningAlgorithm {
  const { region, service } = checkScope("derivedKey()", scope, /^[\w-]+$/);
  const name = "V11-HMAC-SHA256";
  return {
    name,
    sign(digest, { ak, sk }, date, requestHash) {
      const info = `${date.slice(0, 8)}/${region}/${service}`;
      // HKDF (RFC 5869), whose only block of output is as long as wanted. Its text is the key, not its bytes.
      const key = digest.hmacSha256Hex(bytesOf(digest.hmacSha256Hex(ak, sk)), `${info}\x01`);
      return {
        credential: `Credential=${ak}/${info}`,
        signature: digest.hmacSha256Hex(key, `${name}\n${date}\n${info}\n${requestHash}`),
      };
    },
  };
}

/** A chain of keys: each text is signed with the signature of the one before. */
const chain = (digest: Digest, secret: string, texts: readonly string[]): Uint8Array =>
  texts.reduce<Uint8Array>(
    (key, text) => bytesOf(digest.hmacSha256Hex(key, text)),
    new TextEncoder().encode(secret),
  );

/**
 * The older `SDK-HMAC-SHA256` with a credential scope, for older gateways and some private clouds. Where both
 * names are empty (as the Open Telekom Cloud's SDK has them), the scope is `date///sdk_request`.
 *
 * @throws {ElbConfigurationError} if `region` or `service` is missing
 */
export function credentialScope(scope: SigningScope): SigningAlgorithm {
  const { region, service } = checkScope("credentialScope()", scope, /^[\w-]*$/);
  const name = "SDK-HMAC-SHA256";
  const end = "sdk_request";
  return {
    name,
    sign(digest, { ak, sk }, date, requestHash) {
      const day = date.slice(0, 8);
      const scoped = `${day}/${region}/${service}/${end}`;
      const key = chain(digest, `SDK${sk}`, [day, region, service, end]);
      return {
        credential: `Credential=${ak}/${scoped}`,
        signature: digest.hmacSha256Hex(key, `${name}\n${date}\n${scoped}\n${requestHash}`),
      };
    },
  };
}
