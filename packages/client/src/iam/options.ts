import iam from "@elb-classic/spec/iam.openapi.json" with { type: "json" };
import { checkFunction, checkNames } from "../check.ts";
import { type Clock, systemClock } from "../clock.ts";
import { endpointUrl, regionUrl } from "../endpoint.ts";
import { ElbConfigurationError } from "../errors/base.ts";
import type { Fetch } from "../options.ts";

/** Where IAM is, and what to reach it with. */
export interface IamOptions {
  /** Region of the public cloud, such as `cn-north-1`. */
  region?: string;
  /**
   * Base URL of IAM: of a private cloud, of an emulator, or where a region has no IAM host of its own. A `/v3` at its
   * end may be there or not. Default: the host of the region.
   */
  iamEndpoint?: string;
  /** Sends the requests. Default: the runtime's own `fetch`. */
  fetch?: Fetch;
  /** Default: the system's clock and timers. */
  clock?: Clock;
}

/** What a token is for: one project, since the load balancers take no other. */
export interface TokenScope {
  /** Name of the project. Default: the name of the region, which the project of a region has. */
  project?: string;
  /** Id of the project, in place of its name. */
  projectId?: string;
}

export interface IamSettings {
  base: string;
  fetch: Fetch;
  clock: Clock;
}

const shared = ["region", "iamEndpoint", "fetch", "clock"];
export const scopeNames = ["project", "projectId"];

/**
 * @param names the options that `subject` takes besides those of IAM
 * @throws {ElbConfigurationError} naming the option that is missing or wrong
 */
export function checkIamOptions(subject: string, options: IamOptions, names: readonly string[]): IamSettings {
  checkNames(subject, "option", options, [...names, ...shared], ElbConfigurationError);
  const { region, iamEndpoint, fetch, clock = systemClock } = options;
  checkFunction("fetch", fetch, ElbConfigurationError);
  if (region === undefined && iamEndpoint === undefined) {
    throw new ElbConfigurationError(
      `${subject} needs \`region\`, such as "cn-north-1", or \`iamEndpoint\`, a URL.`,
    );
  }
  const base =
    iamEndpoint === undefined
      ? regionUrl(region, iam.servers[0]?.url ?? "")
      : endpointUrl(iamEndpoint, "iamEndpoint").replace(/\/v3$/, "");
  return { base, fetch: fetch ?? ((url, init) => globalThis.fetch(url, init)), clock };
}

/** @throws {ElbConfigurationError} naming the option that is no text, never its value */
export function checkTexts(subject: string, texts: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(texts)) {
    if (typeof value !== "string" || value === "") {
      throw new ElbConfigurationError(`${subject} needs \`${name}\` as a non-empty string.`);
    }
  }
}
