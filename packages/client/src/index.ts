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
  OutcomeUnknownError,
  type SentChange,
} from "./errors/base.ts";
export type { CatalogueEntry, ErrorCatalogue } from "./errors/catalogue-entry.ts";
export { JobFailedError, JobTimeoutError } from "./errors/job-errors.ts";
export type { ChangeEvent, RequestEvent, ResponseEvent } from "./events.ts";
export type { EntitiesOf, FinishedJob, Job, JobRecord, WaitOptions } from "./job.ts";
export type { CallOptions, ElbMethods, ElbPromise, JobType, WithResponse } from "./methods.ts";
export type { Caller, ConnectionOptions, ElbClientOptions, Fetch } from "./options.ts";
export type { SigningAlgorithm } from "./signing/sign.ts";
