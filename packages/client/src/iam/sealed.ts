import type { AccessKeys, TokenCredentials } from "../credentials.ts";

/** Credentials whose parts are there to be read, but not for `inspect`, JSON or a copy of the object. */
export function sealed<T extends TokenCredentials | AccessKeys>(credentials: T): T {
  const hidden = {} as T;
  for (const [name, value] of Object.entries(credentials)) {
    Object.defineProperty(hidden, name, { value, enumerable: false });
  }
  return hidden;
}
