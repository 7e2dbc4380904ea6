import { server } from "@elb-classic/spec/operations";
import { shown } from "./check.ts";
import { ElbConfigurationError } from "./errors/base.ts";

/** Where the API is served: by the name of a region of the public cloud, or by an address of its own. */
export type Location =
  | {
      /** Region of the public cloud, such as `cn-north-1`. */
      region: string;
      endpoint?: never;
    }
  | {
      /** Base URL of a private cloud, a proxy or an emulator; may have a port and a path prefix. */
      endpoint: string;
      region?: never;
    };

/** The base URL of all calls, without a trailing slash. */
export function baseUrl({ region, endpoint }: { region?: unknown; endpoint?: unknown }): string {
  if ((region === undefined) === (endpoint === undefined)) {
    throw new ElbConfigurationError('Give either `region`, such as "cn-north-1", or `endpoint`, a URL.');
  }
  return endpoint === undefined ? regionUrl(region, server) : endpointUrl(endpoint, "endpoint");
}

/** @throws {ElbConfigurationError} unless `region` can be put into the `template` of a URL */
export function regionUrl(region: unknown, template: string): string {
  if (typeof region === "string" && /^[a-z\d]+(-[a-z\d]+)*$/.test(region)) {
    return template.replace("{region}", region);
  }
  throw new ElbConfigurationError(
    `\`region\` ${shown(region)} is not the name of a region: give one such as "cn-north-1".`,
  );
}

/** @throws {ElbConfigurationError} unless the option `name` is a URL that paths can be put behind */
export function endpointUrl(endpoint: unknown, name: string): string {
  // The value is not repeated in messages: a URL can hold a password.
  const text = typeof endpoint === "string" ? endpoint : "";
  if (!/^https?:\/\//i.test(text)) {
    throw new ElbConfigurationError(
      `\`${name}\` has no scheme: write it as the text of a URL, such as "https://elb.example.com".`,
    );
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // A bare "?" or "#" leaves no trace in the parsed URL, but would swallow the path of every call.
  if (!url || /[?#]/.test(text) || url.username || url.password) {
    throw new ElbConfigurationError(
      `\`${name}\` must be a URL of scheme, host, port and path, and nothing else.`,
    );
  }
  return url.href.replace(/\/+$/, "");
}
