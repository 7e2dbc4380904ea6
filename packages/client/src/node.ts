/** Credentials from where programs on Node find them. Nothing else of this package needs a Node module. */
export type { ProjectProvider } from "./credentials.ts";
export { type DefaultCredentials, defaultCredentials } from "./node/default-credentials.ts";
