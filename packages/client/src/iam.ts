/** Credentials by way of IAM: log-ins, temporary keys, and the project of a region. */
export type { Credentials, CredentialsProvider, ProjectProvider } from "./credentials.ts";
export {
  type AccessKeyLogin,
  type AgencyLogin,
  accessKeyLogin,
  agencyLogin,
  type PasswordLogin,
  passwordLogin,
} from "./iam/log-in.ts";
export type { IamOptions, TokenScope } from "./iam/options.ts";
export { findProjectId, type ProjectLookup, withProject } from "./iam/project.ts";
export { type TemporaryKeys, temporaryKeys } from "./iam/temporary-keys.ts";
