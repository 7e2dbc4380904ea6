import type { IncomingMessage } from "node:http";
import type { IsOwn } from "./head.ts";

const NONE: readonly string[] = [];

/** Names of the headers that a signature covers, in lower case; none where the request has no signature. */
export function signedHeaders({ headers: { authorization } }: IncomingMessage): readonly string[] {
  if (authorization === undefined) return NONE;
  const names = /\bSignedHeaders=([^,\s]+)/i.exec(authorization)?.[1];
  return names === undefined ? NONE : names.toLowerCase().split(";");
}

/** A header that is signed although it stays behind. */
export function lostHeader(signed: readonly string[], isOwn: IsOwn): string | undefined {
  return signed.find(isOwn);
}
