import { type Holder, mayWorkIn } from "../auth/caller.ts";
import type { TokenScope } from "../auth/tokens.ts";
import { Refusal } from "../http/refusal.ts";
import { newId } from "../state/formats.ts";
import type { IamCall } from "./call.ts";
import type { Named } from "./directory.ts";
import { unknown } from "./identify.ts";

interface ByNameOrId {
  readonly id?: string;
  readonly name?: string;
}

/** What a token is asked for. */
export interface AskedScope {
  readonly project?: ByNameOrId;
  readonly domain?: ByNameOrId;
}

/**
 * What a token will be for. Where a project and the account are given, the project counts.
 * @throws Refusal where there is no such thing, or the holder has no access to it
 */
export function scopeFor(asked: AskedScope, holder: Holder, call: IamCall): TokenScope {
  if (asked.project !== undefined) return { project: projectFor(asked.project, holder, call) };
  if (asked.domain === undefined) return {};
  const { id, name } = textsOf(asked.domain);
  const { domain } = call.accounts.directory;
  if (!call.trusting && (id ?? name) !== (id === undefined ? domain.name : domain.id))
    throw unknown("domain", id ?? name);
  return { domain: true };
}

function projectFor(asked: ByNameOrId, holder: Holder, call: IamCall): string {
  const { id, name } = textsOf(asked);
  const project = findProject(id, name, call);
  if (project === undefined) throw unknown("project", id ?? name);
  if (!mayWorkIn(holder, project.id))
    throw new Refusal("IAM.0002#1", { reason: `The user may not work in the project ${project.id}.` });
  return project.id;
}

/** One of the two has been judged, the other can be anything. */
function textsOf({ id, name }: ByNameOrId): { readonly id: string | undefined; readonly name: string } {
  return { id: typeof id === "string" ? id : undefined, name: typeof name === "string" ? name : "" };
}

function findProject(id: string | undefined, name: string, call: IamCall): Named | undefined {
  const { directory } = call.accounts;
  const found = id === undefined ? directory.projectByName(name) : directory.projects.get(id);
  return found ?? (call.trusting ? newProject(id, name, call) : undefined);
}

/** Where everybody is trusted, every project exists as soon as somebody speaks of it. */
export function newProject(id: string | undefined, name: string, { accounts }: IamCall): Named {
  return id === undefined ? accounts.directory.project(newId(), name) : accounts.directory.project(id);
}
