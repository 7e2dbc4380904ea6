import type { components } from "@elb-classic/spec/wire-types";
import { exampleAnswer } from "../description.ts";
import { Refusal } from "../http/refusal.ts";
import type { Handlers } from "./call.ts";

/** The page's sample, with its placeholder for the host. */
const LIST = exampleAnswer("listApiVersions", "page-sample") as components["schemas"]["ApiVersionList"];

export const versionHandlers = {
  listApiVersions: () => LIST,

  // The path is any single segment, so that what is no version is no API either.
  getApiVersion({ path }) {
    const version = LIST.versions.find(({ id }) => id === path.api_version);
    if (version === undefined) throw new Refusal("APIGW.0101#1");
    return { version };
  },
} satisfies Partial<Handlers>;
