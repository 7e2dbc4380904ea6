import type { components } from "@elb-classic/spec/iam-types";
import type { Credentials, CredentialsProvider, ProjectProvider } from "../credentials.ts";
import { ElbConfigurationError } from "../errors/base.ts";
import { callIam } from "./call.ts";
import { checkCaller } from "./caller.ts";
import { checkIamOptions, checkTexts, type IamOptions } from "./options.ts";

export interface ProjectLookup extends IamOptions {
  /** Name of the project. Default: the name of the region, which the project of a region has. */
  project?: string;
}

/**
 * Looks up the id of a project by its name. Nothing is created, whatever is found.
 *
 * @throws {ElbConfigurationError} if no project has the name, or several have
 * @throws {ElbApiError} if IAM refuses
 */
export async function findProjectId(
  credentials: Credentials | CredentialsProvider,
  options: ProjectLookup,
): Promise<string> {
  const subject = "findProjectId()";
  checkCaller(subject, credentials);
  const settings = checkIamOptions(subject, options, ["project"]);
  const { project = options.region } = options;
  checkTexts(subject, { project });
  const { body } = await callIam(settings, {
    operationId: "listProjects",
    method: "GET",
    path: "/v3/projects",
    query: `?name=${encodeURIComponent(project ?? "")}`,
    caller: credentials,
  });
  const { projects } = body as Partial<components["schemas"]["ProjectList"]>;
  const [found, ...more] = (Array.isArray(projects) ? projects : []).filter(({ name }) => name === project);
  if (found?.id && more.length === 0) return found.id;
  const count = found ? `${more.length + 1} projects are` : "No project is";
  throw new ElbConfigurationError(
    `${count} named ${JSON.stringify(project)} at ${new URL(settings.base).host}: give the client its \`projectId\`.`,
  );
}

/**
 * The same credentials, and the project that is named as their region is: for a client without `projectId`. It is
 * looked up once, when it is needed first.
 *
 * @throws {ElbConfigurationError} naming the option that is missing or wrong
 */
export function withProject(
  credentials: Credentials | CredentialsProvider,
  options: ProjectLookup,
): ProjectProvider {
  checkCaller("withProject()", credentials);
  checkIamOptions("withProject()", options, ["project"]);
  checkTexts("withProject()", { project: options.project ?? options.region });
  let lookup: Promise<string> | undefined;
  const provider = typeof credentials === "function" ? credentials : () => credentials;
  return Object.assign(() => provider(), {
    refused: (each: Credentials) => {
      if (typeof credentials === "function") credentials.refused?.(each);
    },
    projectId: () => {
      lookup ??= findProjectId(credentials, options).catch((error: unknown) => {
        // A failure may pass, so it is not kept.
        lookup = undefined;
        throw error;
      });
      return lookup;
    },
  });
}
