import type { Caller, Holder } from "../auth/caller.ts";
import { isLocked, recordFailure, recordSuccess } from "../auth/lock.ts";
import { callerOfToken } from "../auth/tokens.ts";
import { Refusal } from "../http/refusal.ts";
import type { IamCall } from "./call.ts";
import { type Directory, holderOf, type User } from "./directory.ts";
import { wrongSecret } from "./refusal.ts";

interface ByNameOrId {
  readonly id?: string;
  readonly name?: string;
}

/** The proofs of identity that createToken takes, in the described form and in those of `asDescribed`. */
export interface Identity {
  readonly methods: readonly string[];
  readonly password?: {
    readonly user: ByNameOrId & { readonly password: string; readonly domain?: ByNameOrId };
  };
  readonly totp?: { readonly user: { readonly id: string } };
  readonly assume_role?: {
    readonly agency_name?: string;
    readonly xrole_name?: string;
    readonly domain_id?: string;
    readonly domain_name?: string;
  };
  readonly token?: { readonly id: string };
  readonly hw_ak_sk?: {
    readonly access: { readonly key: string };
    readonly secret: { readonly key: string };
  };
}

/** Whether an identity is one that acts through the caller's own credentials. */
export function needsCaller(identity: Partial<Identity> | undefined): boolean {
  return identity?.methods?.includes("assume_role") === true;
}

/**
 * Finds out who asks for a token. Where everybody is trusted, that is the owner of the account in case of doubt.
 * @throws Refusal
 */
export function identify(identity: Identity, call: IamCall): Holder {
  if (!call.trusting) return holderBy(identity, call);
  try {
    return holderBy(identity, call);
  } catch {
    return holderOf(call.accounts.directory.owner);
  }
}

/** By what the methods name: only that has been judged. */
function holderBy(identity: Identity, call: IamCall): Holder {
  const { methods, password, totp, assume_role, hw_ak_sk, token } = identity;
  const names = (method: string) => methods.includes(method);
  if (password !== undefined && (names("password") || names("totp")))
    return holderByPassword(password.user, names("totp") ? totp?.user.id : undefined, call);
  if (hw_ak_sk !== undefined && names("hw_ak_sk"))
    return holderByKey(hw_ak_sk.access.key, hw_ak_sk.secret.key, call);
  if (assume_role !== undefined && names("assume_role")) return holderByAgency(assume_role, call);
  return callerByToken(token?.id ?? "", call).holder;
}

type PasswordUser = NonNullable<Identity["password"]>["user"];

function holderByPassword(given: PasswordUser, totpId: string | undefined, call: IamCall): Holder {
  const { directory } = call.accounts;
  const user = findUser(given, directory);
  if (user === undefined) throw wrongSecret("The account has no such user.");
  if (isLocked(user, call.now)) throw new Refusal("IAM.0061#1");
  if (user.password === given.password && (totpId === undefined || totpId === user.id)) {
    recordSuccess(user, directory.users, user.id);
    return holderOf(user);
  }
  recordFailure(user, call.now, directory.users, user.id);
  throw wrongSecret(`The password of the user ${user.name} is another one, or it has none.`);
}

function findUser({ id, name = "", domain }: PasswordUser, directory: Directory): User | undefined {
  if (domain !== undefined && !isNamed(domain, directory.domain)) return undefined;
  return id === undefined ? directory.userByName(name) : directory.users.get(id);
}

function isNamed(wanted: ByNameOrId, found: { readonly id: string; readonly name: string }): boolean {
  return wanted.id === undefined ? wanted.name === found.name : wanted.id === found.id;
}

function holderByKey(ak: string, sk: string, { accounts, now }: IamCall): Holder {
  const { keys } = accounts.credentials;
  const entry = keys.get(ak);
  if (entry === undefined || entry.key.securityToken !== undefined)
    throw wrongSecret("There is no such access key, or it is a temporary one.");
  if (isLocked(entry, now)) throw new Refusal("IAM.0061#1");
  if (entry.key.sk !== sk) {
    recordFailure(entry, now, keys, ak);
    throw wrongSecret("The secret key is another one.");
  }
  recordSuccess(entry, keys, ak);
  return entry.holder;
}

function holderByAgency(role: NonNullable<Identity["assume_role"]>, { accounts, caller }: IamCall): Holder {
  const { agency_name, xrole_name, domain_id, domain_name } = role;
  const { domain, agencies } = accounts.directory;
  const wanted = agency_name ?? xrole_name ?? "";
  const isOurs = isNamed(domain_id === undefined ? { name: domain_name ?? "" } : { id: domain_id }, domain);
  if (!isOurs) throw unknown("domain", domain_id ?? domain_name ?? "");
  const agency = [...agencies.values()].find(({ name }) => name === wanted);
  if (agency === undefined) throw unknown("agency", wanted);
  const { projects } = agency;
  const holder = { userId: caller.holder.userId, agency: agency.id };
  return projects === undefined ? holder : { ...holder, projects };
}

/** Who has a token. @throws Refusal where nobody has it, or not any more */
export function callerByToken(token: string, { accounts, now }: Pick<IamCall, "accounts" | "now">): Caller {
  const entry = accounts.credentials.tokens.get(token);
  if (entry === undefined) throw new Refusal("IAM.0067#1");
  if (entry.expiresAt !== undefined && now >= entry.expiresAt) throw new Refusal("IAM.0066#1");
  return callerOfToken(entry);
}

/** 404: IAM does not know what was named. */
export function unknown(target: string, id: string): Refusal {
  return new Refusal("IAM.0004#1", { values: { target, target_id: id } });
}
