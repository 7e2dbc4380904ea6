import type { operations } from "@elb-classic/spec/iam-types";

/** The calls of Keystone that are not in the description of IAM. */
export type KeystoneCall = "showKeystone" | "listCatalog" | "listServices" | "listEndpoints";

const NAMES = {
  createToken: true,
  getToken: true,
  listProjects: true,
  listAuthProjects: true,
  listAuthDomains: true,
  createTemporaryKeys: true,
  showKeystone: true,
  listCatalog: true,
  listServices: true,
  listEndpoints: true,
} satisfies Readonly<Record<keyof operations | KeystoneCall, true>>;

/** What IAM does, by the names of its description; and the calls of Keystone that it has besides. */
export type IamCallName = keyof typeof NAMES;

/** All of them. Apart from the rest of IAM, which is loaded with the first request to it. */
export const iamCallNames: readonly string[] = Object.keys(NAMES);

/** Whether a path is one that IAM may have. */
export function mayBeIamPath(path: string): boolean {
  return path === "/v3" || path.startsWith("/v3/") || path.startsWith("/v3.0/");
}
