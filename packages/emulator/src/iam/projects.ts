import type { components } from "@elb-classic/spec/iam-types";
import { type IamCall, linksOf } from "./call.ts";
import type { Directory, Named } from "./directory.ts";
import { regionOf } from "./directory.ts";
import { malformed } from "./refusal.ts";
import { newProject } from "./scope.ts";

type Project = components["schemas"]["Project"];

/** The projects that the caller may work in and that fit the filters of the query. */
export function listProjects(call: IamCall) {
  const name = call.query.get("name") ?? "";
  const { directory } = call.accounts;
  if (call.trusting && name !== "" && directory.projectByName(name) === undefined)
    newProject(undefined, name, call);
  const filters = [...call.query].filter(([parameter]) => parameter !== "page" && parameter !== "per_page");
  const all = projectsOf(call).filter((project) => filters.every((filter) => fits(project, filter)));
  return { projects: pageOf(all, call.query), links: linksOf(call, call.path) };
}

/** All projects that the caller may work in. */
export function listAuthProjects(call: IamCall) {
  return { projects: projectsOf(call), links: linksOf(call, call.path) };
}

function projectsOf(call: IamCall): Project[] {
  const { directory } = call.accounts;
  return directory.projectsOf(call.caller.holder).map((project) => projectBody(project, directory, call));
}

function projectBody(project: Named, directory: Directory, call: IamCall): Project {
  const { id, name } = project;
  const links = linksOf(call, `/v3/projects/${id}`);
  const parent_id = parentOf(project, directory);
  const domain_id = directory.domain.id;
  return { id, name, description: "", domain_id, parent_id, enabled: true, is_domain: false, links };
}

/** A project below that of a region has a name that begins with it; the project of a region is below the account. */
function parentOf(project: Named, directory: Directory): string {
  const above = directory.projectByName(regionOf(project));
  return above === undefined || above.id === project.id ? directory.domain.id : above.id;
}

/** What the description does not have is no filter. */
function fits(project: Project, [name, value]: readonly [string, string]): boolean {
  return name === "name" || name === "domain_id" || name === "parent_id" || name === "enabled"
    ? String(project[name]) === value
    : true;
}

function pageOf(all: readonly Project[], query: URLSearchParams): readonly Project[] {
  const page = query.get("page");
  const size = query.get("per_page");
  if (page === null && size === null) return all;
  if (page === null || size === null) throw malformed("page and per_page are only taken together.");
  const first = (Number(page) - 1) * Number(size);
  return all.slice(first, first + Number(size));
}
