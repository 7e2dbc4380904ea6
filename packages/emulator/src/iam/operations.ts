import type { components } from "@elb-classic/spec/iam-types";
import { openLock } from "../auth/lock.ts";
import type { TokenEntry } from "../auth/tokens.ts";
import { Refusal } from "../http/refusal.ts";
import { iamTime } from "../state/formats.ts";
import { type IamCall, type IamResult, linksOf } from "./call.ts";
import type { IamOperationId } from "./description.ts";
import { type Identity, identify } from "./identify.ts";
import { listAuthProjects, listProjects } from "./projects.ts";
import { invalidSubject } from "./refusal.ts";
import { type AskedScope, scopeFor } from "./scope.ts";
import { newAccessKey, newSecretKey, newSecurityToken, newToken } from "./secrets.ts";
import { TOKEN_LIFE_MS, tokenBody } from "./token-body.ts";

type Schemas = components["schemas"];

const SUBJECT_TOKEN = "X-Subject-Token";
/** How long temporary keys last unless told otherwise, in seconds. */
const DEFAULT_LIFE = 900;

/** What IAM does, by operation. */
export const iamOperations: Readonly<Record<IamOperationId, (call: IamCall) => IamResult>> = {
  createToken(call) {
    const { identity, scope: asked = {} } = (call.payload as { auth: Asked }).auth;
    const { credentials } = call.accounts;
    const holder = identify(identity, call);
    const scope = scopeFor(asked, holder, call);
    const entry: TokenEntry = {
      token: newToken(),
      holder,
      methods: identity.methods,
      scope,
      opens: scope.project === undefined ? [] : [scope.project],
      issuedAt: call.now,
      expiresAt: call.now + TOKEN_LIFE_MS,
    };
    credentials.forgetOld(call.now);
    credentials.tokens.set(entry.token, entry);
    return tokenResult(entry, call);
  },

  getToken(call) {
    const entry = call.accounts.credentials.tokens.get(call.header(SUBJECT_TOKEN) ?? "");
    if (entry === undefined) throw invalidSubject(`The token in ${SUBJECT_TOKEN} was never issued.`);
    if (entry.expiresAt !== undefined && call.now >= entry.expiresAt)
      throw invalidSubject(`The token in ${SUBJECT_TOKEN} has run out.`);
    const { userId, administrator } = call.caller.holder;
    if (!call.trusting && administrator !== true && entry.holder.userId !== userId)
      throw new Refusal("IAM.0002#1", { reason: "The token belongs to another user." });
    return tokenResult(entry, call);
  },

  listProjects: (call) => ({ body: listProjects(call) }),

  listAuthProjects: (call) => ({ body: listAuthProjects(call) }),

  listAuthDomains(call) {
    const { domain } = call.accounts.directory;
    const links = linksOf(call, `/v3/domains/${domain.id}`);
    const domains = [{ ...domain, description: "", enabled: true, links }];
    return { body: { domains, links: linksOf(call, call.path) } };
  },

  createTemporaryKeys(call) {
    const { identity } = (call.payload as Schemas["CreateTemporaryKeysRequest"]).auth;
    const { duration_seconds = DEFAULT_LIFE } = identity.token ?? {};
    const key = { ak: newAccessKey(), sk: newSecretKey(), securityToken: newSecurityToken() };
    const expiresAt = call.now + duration_seconds * 1000;
    const { credentials } = call.accounts;
    credentials.forgetOld(call.now);
    credentials.keys.set(key.ak, { key, holder: call.caller.holder, expiresAt, ...openLock() });
    const { ak: access, sk: secret, securityToken: securitytoken } = key;
    return { body: { credential: { access, secret, securitytoken, expires_at: iamTime(expiresAt) } } };
  },
};

interface Asked {
  readonly identity: Identity;
  readonly scope?: AskedScope;
}

function tokenResult(entry: TokenEntry, call: IamCall): IamResult {
  return { body: tokenBody(entry, call), headers: { [SUBJECT_TOKEN]: entry.token } };
}
