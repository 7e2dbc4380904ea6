import type { Credentials } from "../credentials.ts";
import { ElbConfigurationError } from "../errors/base.ts";
import { sealed } from "../iam/sealed.ts";

/** Credentials from a place that can hold some. */
export interface Found {
  credentials: Credentials;
  projectId?: string | undefined;
  iamEndpoint?: string | undefined;
}

/** What a place holds, and under which names. An empty text counts as absent. */
export interface Names {
  token?: string;
  ak: string;
  sk: string;
  securityToken: string;
  projectId: string;
  iamEndpoint?: string;
}

/**
 * Reads credentials from texts by name; nothing if there is neither a token nor any part of an access key.
 *
 * @throws {ElbConfigurationError} naming what is missing or too much, never a value
 */
export function readCredentials(
  place: string,
  texts: Readonly<Record<string, string | undefined>>,
  names: Names,
): Found | undefined {
  const text = (name: string | undefined): string | undefined => (name && texts[name]) || undefined;
  const [token, ak, sk] = [text(names.token), text(names.ak), text(names.sk)];
  if (!token && !ak && !sk) return undefined;
  const also = { projectId: text(names.projectId), iamEndpoint: text(names.iamEndpoint) };
  if (token && !ak && !sk) return { credentials: sealed({ token }), ...also };
  if (token)
    throw new ElbConfigurationError(`${place} has both ${names.token} and an access key: leave one out.`);
  if (!ak || !sk)
    throw new ElbConfigurationError(
      `${place} has ${ak ? names.ak : names.sk} without ${ak ? names.sk : names.ak}.`,
    );
  const securityToken = text(names.securityToken);
  return { credentials: sealed({ ak, sk, ...(securityToken && { securityToken }) }), ...also };
}
