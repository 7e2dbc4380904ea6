import { operations } from "@elb-classic/spec/operations";
import { propertyExample } from "../description.ts";

const DOCUMENTED = operations.getJob.path.split("/");
// The service names a job under another version of the API than the one that it documents (D10). Which one, the
// example of the description tells.
const OBSERVED = propertyExample("JobReference", "uri")
  .split("/")
  .map((segment, at) => parameterAt(at) ?? segment);
const OBSERVED_START = `/${OBSERVED[1]}/`;

/** The `uri` that the answer to a launching request gives. */
export function jobUri(projectId: string, jobId: string, quirks: "observed" | "documented"): string {
  const template = quirks === "observed" ? OBSERVED : DOCUMENTED;
  return template
    .join("/")
    .replace("{project_id}", () => encodeURIComponent(projectId))
    .replace("{job_id}", () => encodeURIComponent(jobId));
}

/** The path that the description gives to a job that is asked for under its `uri`; every other path as it is. */
export function documentedPath(path: string): string {
  if (!path.startsWith(OBSERVED_START)) return path;
  const segments = path.split("/");
  return fill(OBSERVED, segments) === path ? fill(DOCUMENTED, segments) : path;
}

function fill(template: readonly string[], segments: readonly string[]): string {
  return template.map((segment, at) => (parameterAt(at) && segments[at]) ?? segment).join("/");
}

/** The parameters stand in the same places in both paths. */
function parameterAt(at: number): string | undefined {
  const segment = DOCUMENTED[at];
  return segment?.startsWith("{") ? segment : undefined;
}
