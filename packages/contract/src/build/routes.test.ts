import { expect, test } from "vitest";
import { allowsPrefix, buildRoutes, pathParameters } from "./routes.ts";

test("the tree is read from the last segment", () => {
  const path = (template: string) => ({ template, prefix: true, methods: ["GET"], operations: [0] });
  expect(buildRoutes([path("/v1/{p}/jobs"), path("/v1/{p}/jobs/{j}")])).toEqual({
    names: ["jobs"],
    next: [
      {
        names: [],
        next: [],
        parameter: { names: ["v1"], next: [{ names: [], next: [], path: path("/v1/{p}/jobs") }] },
      },
    ],
    parameter: {
      names: ["jobs"],
      next: [
        {
          names: [],
          next: [],
          parameter: { names: ["v1"], next: [{ names: [], next: [], path: path("/v1/{p}/jobs/{j}") }] },
        },
      ],
    },
  });
});

test("path parameters are counted from the end", () => {
  expect(pathParameters("/v1.0/{project_id}/jobs/{job_id}")).toEqual([
    ["project_id", 2],
    ["job_id", 0],
  ]);
});

test("only paths that begin with a fixed segment may have a prefix", () => {
  expect(["/v1.0/{project_id}/jobs", "/{api_version}", "/"].map(allowsPrefix)).toEqual([true, false, false]);
});
