import { checkNames } from "./check.ts";
import { ElbConfigurationError, ElbError } from "./errors/base.ts";
import type { SigningAlgorithm } from "./signing/sign.ts";

/** A project-scoped IAM token, sent as `X-Auth-Token`. It lives for 24 hours. */
export interface TokenCredentials {
  token: string;
}

/** An access key; requests are signed with it. */
export interface AccessKeys {
  /** Access key id. */
  ak: string;
  /** Secret access key. It signs and is never sent. */
  sk: string;
  /** Belongs to temporary keys, and only to them; sent and signed as `X-Security-Token`. */
  securityToken?: string;
  /** Another way to sign, from `@elb-classic/client/signing`. Default: `SDK-HMAC-SHA256` with the plain secret. */
  algorithm?: SigningAlgorithm;
}

export type Credentials = TokenCredentials | AccessKeys;

/**
 * Asked before each request, so it can hand out renewed keys; caching them is its own business. It is asked once
 * more where the service refuses its token: if that gives another one, the request is repeated with it.
 */
export interface CredentialsProvider {
  (): Credentials | Promise<Credentials>;
  /** Told before it is asked again, so that it hands out nothing that was refused. */
  refused?(credentials: Credentials): void;
  /** Id of the project that the credentials are for; asked where the client was given none. */
  projectId?(): Promise<string>;
}

/** A provider that knows its project. */
export type ProjectProvider = CredentialsProvider & Required<Pick<CredentialsProvider, "projectId">>;

const checkKeyNames = (given: unknown, known: readonly string[]): void =>
  checkNames("`credentials`", "key", given, known, ElbConfigurationError);

/** What a header can carry without a change: printable ASCII and no white space. */
const printable = /^[\x21-\x7e]+$/;

function checkSecret(name: string, value: unknown): void {
  if (typeof value !== "string" || value === "") {
    throw new ElbConfigurationError(`The credentials lack \`${name}\`: give it as a non-empty string.`);
  }
  if (!printable.test(value)) {
    throw new ElbConfigurationError(
      `\`${name}\` in the credentials contains white space or a character that is not ASCII: copy it again.`,
    );
  }
}

/** @throws {ElbConfigurationError} naming the key that is missing, unknown or malformed, never its value */
export function checkAccessKeys(keys: AccessKeys): void {
  checkKeyNames(keys, ["ak", "sk", "securityToken", "algorithm"]);
  checkSecret("ak", keys.ak);
  checkSecret("sk", keys.sk);
  if (keys.securityToken !== undefined) checkSecret("securityToken", keys.securityToken);
}

/** @throws {ElbConfigurationError} unless `credentials` is exactly one of the two kinds */
export function checkCredentials(credentials: Credentials): void {
  const given = Object(credentials) as Partial<TokenCredentials & AccessKeys>;
  const signs = given.ak !== undefined || given.sk !== undefined;
  if (signs === (given.token !== undefined)) {
    throw new ElbConfigurationError("Give `credentials` as either { token } or { ak, sk }.");
  }
  if (signs) {
    checkAccessKeys(credentials as AccessKeys);
  } else {
    checkKeyNames(credentials, ["token"]);
    checkSecret("token", given.token);
  }
}

export const isToken = (credentials: Credentials): credentials is TokenCredentials =>
  (credentials as Partial<TokenCredentials>).token !== undefined;

/** Every text in the credentials that must not be repeated anywhere. */
export function secretsOf(credentials: Credentials): string[] {
  const { token, ak, sk, securityToken } = credentials as Partial<TokenCredentials & AccessKeys>;
  return [token, ak, sk, securityToken].filter((secret) => secret !== undefined);
}

/** What a provider gives; a failure that is not of this package's own making is wrapped. */
export async function asked<T>(ask: () => T | Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    if (cause instanceof ElbError) throw cause;
    throw new ElbConfigurationError("The credentials provider failed; `cause` says why.", { cause });
  }
}

/** The credentials for one request, asked from the provider where there is one. */
export async function resolveCredentials(source: Credentials | CredentialsProvider): Promise<Credentials> {
  if (typeof source !== "function") return source;
  const credentials = await asked(source);
  checkCredentials(credentials);
  return credentials;
}
