/** A typed client for Huawei Cloud's classic Elastic Load Balance API (v1.0). */
export { createElbClient, type ElbClient } from "./client.ts";
export type { Clock } from "./clock.ts";
export type {
  AccessKeys,
  Credentials,
  CredentialsProvider,
  ProjectProvider,
  TokenCredentials,
} from "./credentials.ts";
export type { Location } from "./endpoint.ts";
export { ApiUnavailableError, ElbApiError } from "./errors/api-error.ts";
export {
  ElbAbortError,
  ElbArgumentError,
  ElbConfigurationError,
  ElbError,
  ElbNetworkError,
  ElbTimeoutError,
} from "./errors/base.ts";
export { JobFailedError, JobTimeoutError } from "./errors/job-errors.ts";
export type { Job, JobRecord, WaitOptions } from "./job.ts";
export type { CallOptions, ElbMethods } from "./methods.ts";
export type { Caller, ElbClientOptions, Fetch, RequestEvent, ResponseEvent } from "./options.ts";
export type { SigningAlgorithm } from "./signing/sign.ts";
