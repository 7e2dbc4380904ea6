import type { components } from "@elb-classic/spec/iam-types";
import type { Clock } from "../clock.ts";
import { checkDuration, withDeadline } from "../clock.ts";
import { ElbConfigurationError, ElbTimeoutError } from "../errors/base.ts";
import { networkError } from "../errors/network-error.ts";
import { type Issued, Renewed } from "../iam/renewed.ts";
import { sealed } from "../iam/sealed.ts";
import { lifetimeOf } from "../iam/token.ts";
import type { Fetch } from "../options.ts";

export interface InstanceSettings {
  metadataUrl: string;
  /** Milliseconds that one request may take. */
  metadataTimeout: number;
  fetch: Fetch;
  clock: Clock;
}

/** Where the vendor's SDKs find it: the link-local address of an instance's own metadata. */
export const defaultMetadataUrl = "http://169.254.169.254";
/** Paths and headers as the vendor's Go SDK has them. */
const tokenPath = "/meta-data/latest/api/token";
const keysPath = "/openstack/latest/securitykey";
const tokenHeader = "X-Metadata-Token";
const ttlHeader = "X-Metadata-Token-Ttl-Seconds";

/** The temporary keys of the agency that an instance was given, renewed before they run out. */
export function instanceKeys(settings: InstanceSettings): Renewed {
  checkDuration("metadataTimeout", settings.metadataTimeout);
  return new Renewed(() => readKeys(settings), settings.clock);
}

function ask(settings: InstanceSettings, method: string, path: string, headers: Record<string, string>) {
  const { clock, metadataUrl, metadataTimeout: timeout } = settings;
  const what = "The metadata service of the instance";
  const expired = () => new ElbTimeoutError(`${what} did not answer within ${timeout / 1000} s.`);
  return withDeadline({ clock, timeout, signal: undefined, what, expired }, async (signal) => {
    try {
      const response = await settings.fetch(metadataUrl + path, {
        method,
        headers,
        signal,
        redirect: "manual",
      });
      return { status: response.status, headers: response.headers, text: await response.text() };
    } catch (error) {
      throw networkError(`${what} did not answer`, error, Object.values(headers));
    }
  });
}

/** A token for the metadata service, where it knows such tokens. */
async function metadataToken(settings: InstanceSettings): Promise<string | undefined> {
  const { status, text } = await ask(settings, "PUT", tokenPath, { [ttlHeader]: "21600" });
  if (status === 200 && text.trim() !== "") return text.trim();
  if (status === 404 || status === 405) return undefined;
  throw new ElbConfigurationError(`The metadata service of the instance gives no token (HTTP ${status}).`);
}

function parse(text: string): Partial<components["schemas"]["TemporaryKeys"]> {
  try {
    return Object(JSON.parse(text)).credential ?? {};
  } catch {
    return {};
  }
}

async function readKeys(settings: InstanceSettings): Promise<Issued> {
  const token = await metadataToken(settings);
  const { status, headers, text } = await ask(
    settings,
    "GET",
    keysPath,
    token ? { [tokenHeader]: token } : {},
  );
  const {
    access: ak,
    secret: sk,
    securitytoken: securityToken,
    expires_at,
  } = status === 200 ? parse(text) : {};
  const lifetime = lifetimeOf(expires_at, undefined, { body: undefined, headers }, settings.clock.now());
  if (ak && sk && securityToken && lifetime > 0)
    return { credentials: sealed({ ak, sk, securityToken }), lifetime };
  throw new ElbConfigurationError(
    `The metadata service of the instance has no usable keys (HTTP ${status}): give the instance an agency.`,
  );
}
