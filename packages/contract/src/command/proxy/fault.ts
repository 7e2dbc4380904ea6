import type { ClientRequest, IncomingMessage } from "node:http";
import type { Refusal } from "./refusal.ts";

/** Why a call could not be completed. */
export interface Fault {
  /** For the log. */
  readonly text: string;
  /** What the caller is answered while nothing has been answered yet. Undefined: nobody is there to be answered. */
  readonly refusal?: Refusal;
}

/** The caller has closed the connection. */
export const gone: Fault = { text: "the client went away" };

/** @param patience in milliseconds */
export function late(patience: number): Fault {
  const text = `nothing came from the service for ${patience / 1000} s`;
  return { text, refusal: { row: "late", reason: `Within elb-contract, ${text}.` } };
}

/** @param received bytes of the payload that have come */
export function broken({ statusCode }: IncomingMessage, received: number): Fault {
  const text = `the service's answer ${statusCode} broke off after ${received} bytes`;
  return { text, refusal: { row: "unavailable", reason: `Within elb-contract, ${text}.` } };
}

/** The target could not be reached, or left without an answer. */
export function faultOf(error: NodeJS.ErrnoException): Fault {
  const text = describe(error);
  return { text, refusal: { row: "unavailable", reason: `Within elb-contract: ${text}.` } };
}

function describe({ code, message }: NodeJS.ErrnoException): string {
  switch (code) {
    case "ECONNREFUSED":
      return "the service refuses connections";
    case "ECONNRESET":
    case "EPIPE":
      return "the service closed the connection without an answer";
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return "the name of the service is not known";
    case "DEPTH_ZERO_SELF_SIGNED_CERT":
    case "SELF_SIGNED_CERT_IN_CHAIN":
    case "UNABLE_TO_GET_ISSUER_CERT_LOCALLY":
    case "UNABLE_TO_VERIFY_LEAF_SIGNATURE":
      return `the certificate of the service is not trusted (${code}); name its authority with --ca`;
    default:
      return `the service cannot be reached (${code ?? message})`;
  }
}

/** A connection that was kept for the next request can be closed by the service just when that is sent. */
export function isStale({ reusedSocket, method }: ClientRequest, { code }: NodeJS.ErrnoException): boolean {
  return (
    reusedSocket && (method === "GET" || method === "HEAD") && (code === "ECONNRESET" || code === "EPIPE")
  );
}
