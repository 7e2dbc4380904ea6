import { describe, expect, it } from "vitest";
import { findProjectId, withProject } from "../iam.ts";
import { ElbApiError, ElbConfigurationError } from "../index.ts";
import { fakeIam } from "../testing/fake-iam.ts";
import { answer, fakeService, keys } from "../testing/fake-service.ts";

const project = (id: string, name = "cn-north-1") => ({ id, name });
const projects = (...found: object[]) => answer(200, { projects: found });

describe("the project of a region", () => {
  it("is looked up with a signed request that names no project", async () => {
    const iam = fakeIam(projects(project("p1")));
    expect(await findProjectId(keys, iam.use)).toBe("p1");
    expect(iam.asked).toMatchObject([
      { method: "GET", url: "https://iam.cn-north-1.myhuaweicloud.com/v3/projects?name=cn-north-1" },
    ]);
    expect(iam.asked[0]?.headers).toHaveProperty("Authorization");
    expect(iam.asked[0]?.headers).not.toHaveProperty("X-Project-Id");
  });

  it("is looked up with a token, by another name", async () => {
    const iam = fakeIam(projects(project("p2", "cn-north-1_sub"), project("p1")));
    expect(await findProjectId({ token: "fake-token" }, { ...iam.use, project: "cn-north-1_sub" })).toBe(
      "p2",
    );
    expect(iam.asked[0]?.headers).toHaveProperty("X-Auth-Token", "fake-token");
  });

  it.each([
    ["none", projects(), "No project is named"],
    ["none of this name", projects(project("p", "other")), "No project is named"],
    ["several", projects(project("p1"), project("p2")), "2 projects are named"],
    ["no list", answer(200, {}), "No project is named"],
  ])("is a clear failure where there is %s, and nothing is created", async (_, reply, said) => {
    const iam = fakeIam(reply);
    const lookup = findProjectId(keys, iam.use);
    await expect(lookup).rejects.toThrow(ElbConfigurationError);
    await expect(lookup).rejects.toThrow(said);
    expect(iam.asked.map(({ method }) => method)).toEqual(["GET"]);
  });

  it("is looked up once for a client, and again after a failure", async () => {
    const iam = fakeIam(answer(503, ""), projects(project("p1")));
    const credentials = withProject(keys, iam.use);
    const { client, sent } = fakeService([answer(200, [])], { projectId: undefined, credentials } as never);
    await expect(client.listListeners()).rejects.toThrow(ElbApiError);
    await Promise.all([client.listListeners(), client.listListeners()]);
    await client.listListeners();
    expect(iam.asked).toHaveLength(2);
    expect(sent[0]?.url).toContain("/v1.0/p1/");
  });

  it("is not looked up for a call that names one", async () => {
    const iam = fakeIam();
    const credentials = withProject(keys, iam.use);
    const { client } = fakeService([answer(200, [])], { projectId: undefined, credentials } as never);
    await client.listListeners({ project_id: "other" });
    expect(iam.asked).toHaveLength(0);
  });

  it("needs a name", () => {
    const { fetch, clock } = fakeIam().use;
    expect(() => withProject(keys, { fetch, clock, iamEndpoint: "https://iam.example.com" })).toThrow(
      "`project`",
    );
  });
});
