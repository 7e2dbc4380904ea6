/** What is for Node alone: credentials from where programs find them, and requests through proxies. */
export type { ProjectProvider } from "./credentials.ts";
export { type DefaultCredentials, defaultCredentials } from "./node/default-credentials.ts";
export { type Authority, type UndiciFetch, type UndiciOptions, undiciFetch } from "./node/undici-fetch.ts";
