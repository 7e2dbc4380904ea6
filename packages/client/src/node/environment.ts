import { type Found, readCredentials } from "./found.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/** This package's own names. */
const own = {
  token: "ELB_TOKEN",
  ak: "ELB_AK",
  sk: "ELB_SK",
  securityToken: "ELB_SECURITY_TOKEN",
  projectId: "ELB_PROJECT_ID",
  iamEndpoint: "ELB_IAM_ENDPOINT",
};

/** The names of the vendor's SDKs; that of the security token is known to the Python and Go ones only. */
const vendor = {
  ak: "HUAWEICLOUD_SDK_AK",
  sk: "HUAWEICLOUD_SDK_SK",
  securityToken: "HUAWEICLOUD_SDK_SECURITY_TOKEN",
  projectId: "HUAWEICLOUD_SDK_PROJECT_ID",
};

/** Credentials from one of the two sets of variables: they are never mixed. */
export const readEnvironment = (env: Environment): Found | undefined =>
  readCredentials("The environment", env, own) ?? readCredentials("The environment", env, vendor);
