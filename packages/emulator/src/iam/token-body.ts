import type { components } from "@elb-classic/spec/iam-types";
import type { TokenEntry } from "../auth/tokens.ts";
import { iamTime } from "../state/formats.ts";
import type { IamCall } from "./call.ts";
import { catalogOf } from "./catalog.ts";
import type { Directory } from "./directory.ts";

type Token = components["schemas"]["Token"];

/** How long a token lives: a day, as documented. */
export const TOKEN_LIFE_MS = 86_400_000;

/** Made up: the emulator knows no permissions. */
const ROLES = [{ id: "0", name: "te_admin" }];

/** What a token is for, as IAM answers it. */
export function tokenBody(entry: TokenEntry, { accounts, query, origin, now }: IamCall): { token: Token } {
  const { directory } = accounts;
  const { domain } = directory;
  const project = entry.scope.project === undefined ? undefined : directory.project(entry.scope.project);
  const token: Token = {
    methods: [...entry.methods],
    issued_at: iamTime(entry.issuedAt),
    expires_at: iamTime(entry.expiresAt ?? now + TOKEN_LIFE_MS),
    user: userOf(entry, directory),
    roles: ROLES,
    catalog: (query.get("nocatalog") ?? "") === "" ? catalogOf(origin, project) : [],
  };
  if (project !== undefined) return { token: { ...token, project: { ...project, domain } } };
  return { token: entry.scope.domain === true ? { ...token, domain } : token };
}

/** Who took an agency's part is shown by the name of the account and that of the agency. */
function userOf({ holder }: TokenEntry, { domain, agencies, users }: Directory): Token["user"] {
  const agency = agencies.get(holder.agency ?? "");
  const user = users.get(holder.userId);
  const { id, name } = agency === undefined ? { id: holder.userId, name: user?.name ?? "" } : agency;
  const shown = agency === undefined ? name : `${domain.name}/${name}`;
  return { id, name: shown, domain, password_expires_at: "" };
}
