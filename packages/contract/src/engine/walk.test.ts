import { expect, test } from "vitest";
import { allowsPrefix, buildRoutes } from "../build/routes.ts";
import { findPath } from "./walk.ts";

const templates = ["/", "/{version}", "/v1/{project}/jobs", "/v1/{project}/jobs/{job}"];
const root = buildRoutes(
  templates.map((template) => ({ template, prefix: allowsPrefix(template), methods: [], operations: [] })),
);

test.each([
  ["/", "/"],
  ["/v1", "/{version}"],
  ["/v1/p/jobs", "/v1/{project}/jobs"],
  ["/prefix/v1/p/jobs", "/v1/{project}/jobs"],
  ["/v1/p/jobs/jobs", "/v1/{project}/jobs/{job}"],
  ["/prefix/v1", undefined],
  ["/prefix/", undefined],
  ["v1", undefined],
  ["prefix/v1/p/jobs", "/v1/{project}/jobs"],
  ["/v2/p/jobs", undefined],
])("%s is %s", (path, template) => {
  expect(findPath(root, path)?.template).toBe(template);
});
