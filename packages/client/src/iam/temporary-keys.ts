import type { components } from "@elb-classic/spec/iam-types";
import type { Credentials, CredentialsProvider, ProjectProvider } from "../credentials.ts";
import { ElbConfigurationError } from "../errors/base.ts";
import { callIam, iamError } from "./call.ts";
import { tokensOf } from "./caller.ts";
import { checkIamOptions, type IamOptions, type IamSettings } from "./options.ts";
import { type Issued, Renewed } from "./renewed.ts";
import { sealed } from "./sealed.ts";
import { lifetimeOf, providerOf } from "./token.ts";

type Schemas = components["schemas"];

export interface TemporaryKeys extends IamOptions {
  /** Whose tokens ask, such as by `passwordLogin()` or `agencyLogin()`. */
  caller: Credentials | CredentialsProvider;
  /** Seconds until the keys run out, 900 to 86,400. Default: 21,600 (six hours), as the vendor's SDKs ask for. */
  duration?: number;
}

/**
 * Temporary access keys, to sign requests with. They are kept and renewed before they run out: 40 minutes before, or
 * when a fifth of a shorter life is left.
 *
 * @throws {ElbConfigurationError} naming the option that is missing or wrong
 */
export function temporaryKeys(options: TemporaryKeys): ProjectProvider {
  const subject = "temporaryKeys()";
  const settings = checkIamOptions(subject, options, ["caller", "duration"]);
  const { duration = 21_600 } = options;
  // Whether the range is kept is IAM's to say.
  if (!Number.isInteger(duration) || duration <= 0) {
    throw new ElbConfigurationError("`duration` must be a whole number of seconds.");
  }
  const caller = tokensOf(subject, options.caller);
  const given = typeof options.caller === "function" ? options.caller : undefined;
  return providerOf(new Renewed(() => createKeys(settings, caller, duration), settings.clock), async () => {
    const projectId = await given?.projectId?.();
    if (projectId !== undefined) return projectId;
    throw new ElbConfigurationError(
      `The caller of ${subject} knows no project: give the client its \`projectId\`.`,
    );
  });
}

async function createKeys(
  settings: IamSettings,
  caller: CredentialsProvider,
  duration: number,
): Promise<Issued> {
  const auth: Schemas["CreateTemporaryKeysRequest"]["auth"] = {
    identity: { methods: ["token"], token: { duration_seconds: duration } },
  };
  const answer = await callIam(settings, {
    operationId: "createTemporaryKeys",
    method: "POST",
    path: "/v3.0/OS-CREDENTIAL/securitytokens",
    body: { auth },
    caller,
  });
  const keys = (answer.body as Partial<Schemas["IssuedTemporaryKeys"]>).credential;
  const lifetime = lifetimeOf(keys?.expires_at, undefined, answer, settings.clock.now());
  if (!keys?.access || !keys.secret || !keys.securitytoken || !(lifetime > 0)) {
    const fault = { text: "the answer holds no keys, or not when they end" };
    const { host } = new URL(settings.base);
    throw iamError("createTemporaryKeys", host, { status: 201, headers: answer.headers }, fault, []);
  }
  const { access: ak, secret: sk, securitytoken: securityToken } = keys;
  return { credentials: sealed({ ak, sk, securityToken }), lifetime };
}
