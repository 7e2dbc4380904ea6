/** What is known of an error by its code, and where nothing is, by its status; apart from the classes of the errors. */
import { errorFacts } from "@elb-classic/spec/error-facts";
import { type ApiFailure, ElbApiError, type Fact } from "./api-error.ts";
import { gatewayCode, gatewayPrefix } from "./gateway-code.ts";

const { refused, ...factCodes } = errorFacts;
const ownPrefixes = new Set(refused.map((code) => code.split(".")[0]));

/** Whether a code is of the service itself, not of a gateway, a firewall or a proxy on the way to it. */
const isOfService = (code = ""): boolean => ownPrefixes.has(/^\w+(?=\.\d+$)/.exec(code)?.[0] ?? "");

/** Whether a code says that the service has turned the request away as it is. */
export const saysRefusal = (code = ""): boolean => (refused as readonly string[]).includes(code);

/** What an error answer says. */
export function factsOf(code: string | undefined, status: number): Fact[] {
  const spelt = gatewayCode(code ?? "");
  const known = (Object.keys(factCodes) as Fact[]).filter((fact) =>
    (factCodes[fact] as readonly string[]).includes(spelt),
  );
  if (known.length > 0) return known;
  const facts: Fact[] = [];
  if (status === 401 || status === 403) facts.push("auth");
  if (status === 429) facts.push("throttling");
  // Only the service can say so: a 404 of the gateway or of a proxy is about the address.
  if (status === 404 && code !== undefined && !gatewayPrefix.test(code)) facts.push("gone");
  // A code of the service that no fact is known of gives no reason to repeat, whatever the status.
  if ((status === 429 || status >= 500) && !isOfService(code)) facts.push("later");
  return facts;
}

/** The error for an answer, with what is known of its code. */
export const withFacts = (
  message: string,
  failure: Omit<ApiFailure, "facts">,
  Kind: typeof ElbApiError = ElbApiError,
): ElbApiError => new Kind(message, { ...failure, facts: factsOf(failure.code, failure.status) });
