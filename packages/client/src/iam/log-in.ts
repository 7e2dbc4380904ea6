import { checkNames } from "../check.ts";
import type { Credentials, CredentialsProvider, ProjectProvider } from "../credentials.ts";
import { ElbConfigurationError } from "../errors/base.ts";
import { tokensOf } from "./caller.ts";
import { checkIamOptions, checkTexts, type IamOptions, scopeNames, type TokenScope } from "./options.ts";
import { scopeOf, tokenProvider } from "./token.ts";

export interface PasswordLogin extends IamOptions, TokenScope {
  /** Name of the account (the domain, in IAM's words) that the user belongs to. */
  account: string;
  /** Name of the IAM user. */
  user: string;
  password: string;
  /** For a user with a virtual MFA device. */
  totp?: {
    /** Id of the user: here, IAM wants it in place of the name. */
    userId: string;
    /** Returns the code that the device shows now; asked for each log-in. */
    passcode: () => string | Promise<string>;
  };
}

/**
 * Credentials by the name and password of an IAM user, with a one-time code where one is needed. Tokens are kept,
 * renewed before they run out (they live for 24 hours), and renewed once where the service refuses one.
 *
 * The owner of an account that was upgraded to a HUAWEI ID cannot log in so, only its IAM users can. After a refusal
 * IAM is not asked again for a minute: repeated wrong passwords lock the account.
 *
 * @throws {ElbConfigurationError} naming the option that is missing or wrong
 */
export function passwordLogin(options: PasswordLogin): ProjectProvider {
  const subject = "passwordLogin()";
  const settings = checkIamOptions(subject, options, ["account", "user", "password", "totp", ...scopeNames]);
  const { account, user: name, password, totp } = options;
  checkTexts(subject, { account, user: name, password });
  const scope = scopeOf(subject, options);
  const user = { name, password, domain: { name: account } };
  if (totp === undefined) {
    const identity = { methods: ["password" as const], password: { user } };
    return tokenProvider(settings, scope, () => ({ identity, secrets: [password] }));
  }
  checkNames(`\`totp\` of ${subject}`, "option", totp, ["userId", "passcode"], ElbConfigurationError);
  checkTexts(`\`totp\` of ${subject}`, { userId: totp.userId });
  if (typeof totp.passcode !== "function") {
    throw new ElbConfigurationError("`passcode` must be a function: a one-time code is good only once.");
  }
  return tokenProvider(settings, scope, async () => {
    const passcode = await totp.passcode();
    const identity = {
      methods: ["password" as const, "totp" as const],
      password: { user },
      totp: { user: { id: totp.userId, passcode } },
    };
    return { identity, secrets: [password, passcode] };
  });
}

export interface AccessKeyLogin extends IamOptions, TokenScope {
  /** Access key id. */
  ak: string;
  /** Secret access key. It is sent to IAM. */
  sk: string;
}

/**
 * Credentials by an access key that is exchanged for tokens. The public documents do not know this log-in, although
 * many clients use it, and it sends the secret key itself: prefer to sign requests with `{ ak, sk }`, unless a payload
 * is longer than 12 MB. Tokens are kept and renewed as those of `passwordLogin()` are.
 *
 * @throws {ElbConfigurationError} naming the option that is missing or wrong
 */
export function accessKeyLogin(options: AccessKeyLogin): ProjectProvider {
  const subject = "accessKeyLogin()";
  const settings = checkIamOptions(subject, options, ["ak", "sk", ...scopeNames]);
  const { ak, sk } = options;
  checkTexts(subject, { ak, sk });
  const identity = { methods: ["hw_ak_sk" as const], hw_ak_sk: { access: { key: ak }, secret: { key: sk } } };
  return tokenProvider(settings, scopeOf(subject, options), () => ({ identity, secrets: [ak, sk] }));
}

export interface AgencyLogin extends IamOptions, TokenScope {
  /** Name of the agency. */
  agency: string;
  /** Name of the account that created the agency. */
  account?: string;
  /** Id of that account, in place of its name. */
  accountId?: string;
  /** Whose tokens ask: a user with the Agent Operator role, such as by `passwordLogin()`. */
  caller: Credentials | CredentialsProvider;
}

/**
 * Credentials for another account, which has trusted the caller's by an agency. Tokens are kept and renewed as those of
 * `passwordLogin()` are.
 *
 * @throws {ElbConfigurationError} naming the option that is missing or wrong
 */
export function agencyLogin(options: AgencyLogin): ProjectProvider {
  const subject = "agencyLogin()";
  const names = ["agency", "account", "accountId", "caller", ...scopeNames];
  const settings = checkIamOptions(subject, options, names);
  const { agency, account, accountId } = options;
  const caller = tokensOf(subject, options.caller);
  checkTexts(subject, accountId === undefined ? { agency, account } : { agency, accountId });
  const domain = accountId === undefined ? { domain_name: account ?? "" } : { domain_id: accountId };
  const identity = { methods: ["assume_role" as const], assume_role: { agency_name: agency, ...domain } };
  return tokenProvider(settings, scopeOf(subject, options), () => ({ identity, secrets: [], caller }));
}
