import {
  type Credentials,
  type CredentialsProvider,
  checkCredentials,
  isToken,
  resolveCredentials,
} from "../credentials.ts";
import { ElbConfigurationError } from "../errors/base.ts";

/** @throws {ElbConfigurationError} if there are no credentials, or malformed ones */
export function checkCaller(subject: string, caller: Credentials | CredentialsProvider): void {
  if (!caller) throw new ElbConfigurationError(`${subject} needs the credentials of whoever asks.`);
  if (typeof caller !== "function") checkCredentials(caller);
}

/** A provider that hands out nothing but tokens, for calls that take nothing else. */
export function tokensOf(subject: string, caller: Credentials | CredentialsProvider): CredentialsProvider {
  checkCaller(subject, caller);
  const provider = async (): Promise<Credentials> => {
    const credentials = await resolveCredentials(caller);
    if (isToken(credentials)) return credentials;
    throw new ElbConfigurationError(`${subject} needs a caller with a token, not with an access key.`);
  };
  return Object.assign(provider, {
    refused: (credentials: Credentials) => {
      if (typeof caller === "function") caller.refused?.(credentials);
    },
  });
}
