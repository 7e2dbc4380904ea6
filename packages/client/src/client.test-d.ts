import type { JobTypes } from "@elb-classic/spec/operations";
import type { components } from "@elb-classic/spec/types";
import { describe, expectTypeOf, it } from "vitest";
import { errorCatalogue } from "./catalogue.ts";
import { accessKeyLogin, agencyLogin, passwordLogin, temporaryKeys, withProject } from "./iam.ts";
import {
  createElbClient,
  type ElbClient,
  type ElbPromise,
  type Job,
  type JobRecord,
  type WithResponse,
} from "./index.ts";
import { defaultCredentials } from "./node.ts";
import { createRawElbClient } from "./raw.ts";
import { credentialScope, derivedKey, signRequest } from "./signing.ts";

type Schemas = components["schemas"];

declare const client: ElbClient;
const credentials = { token: "t" };

describe("options", () => {
  it("take a region or an endpoint, and either kind of credentials", () => {
    createElbClient({ region: "cn-north-1", projectId: "p", credentials });
    createElbClient({ endpoint: "https://h:8443/x", projectId: "p", credentials: { ak: "a", sk: "s" } });
    createElbClient({
      region: "r",
      projectId: "p",
      credentials: async () => ({ ak: "a", sk: "s", securityToken: "t" }),
    });
    createElbClient({ region: "r", projectId: "p", credentials, fetch: globalThis.fetch });
    createElbClient({ region: "r", projectId: "p", credentials, retries: 0, budget: false });
    createElbClient({ region: "r", projectId: "p", credentials, budget: { requests: 100 } });
    createElbClient({ region: "r", projectId: "p", credentials, catalogue: errorCatalogue("zh-CN") });
    createElbClient({
      region: "r",
      projectId: "p",
      credentials,
      onResponse: ({ id, attempt, status, error }) => [id, attempt, status?.toFixed(), error?.message],
      onChange: ({ outcome, ids, at }) => [outcome satisfies string, ids.listener_id, at.getTime()],
    });
  });

  it("refuse what the run time would", () => {
    // @ts-expect-error neither region nor endpoint
    createElbClient({ projectId: "p", credentials });
    // @ts-expect-error both
    createElbClient({ region: "r", endpoint: "https://h", projectId: "p", credentials });
    // @ts-expect-error no project
    createElbClient({ region: "r", credentials });
    // @ts-expect-error no credentials
    createElbClient({ region: "r", projectId: "p" });
    // @ts-expect-error an access key without its secret
    createElbClient({ region: "r", projectId: "p", credentials: { ak: "a" } });
    // @ts-expect-error an option that does not exist
    createElbClient({ region: "r", projectId: "p", credentials, retry: 3 });
    // @ts-expect-error a budget is no number
    createElbClient({ region: "r", projectId: "p", credentials, budget: 200 });
  });
});

describe("methods", () => {
  it("resolve to the body, with quirks absorbed", () => {
    expectTypeOf(client.listMembers({ listener_id: "l" })).resolves.toEqualTypeOf<Schemas["MemberList"]>();
    expectTypeOf(client.getListener({ listener_id: "l" })).resolves.toEqualTypeOf<Schemas["Listener"]>();
    expectTypeOf<Awaited<ReturnType<ElbClient["listMembers"]>>>().toBeArray();
    expectTypeOf(client.deleteListener({ listener_id: "l" })).resolves.toBeVoid();
  });

  it("resolve to a job where they launch one, which is no promise", () => {
    const launch = client.addMembers({
      listener_id: "l",
      body: [{ server_id: "s", address: "172.16.0.31" }],
    });
    expectTypeOf(launch).resolves.toEqualTypeOf<Job<JobTypes["createMember"]>>();
    expectTypeOf(client.deleteLoadBalancerKeepEip({ loadbalancer_id: "l" })).resolves.toEqualTypeOf<
      Job<JobTypes["deleteELB"]>
    >();
    expectTypeOf<Job>().not.toHaveProperty("then");
    expectTypeOf(client.getJob({ job_id: "j" })).resolves.toEqualTypeOf<JobRecord>();
    expectTypeOf(client.resumeJob("j", { project_id: "p" })).toEqualTypeOf<Job>();
    expectTypeOf(client.resumeJob<"createELB">("j")).toEqualTypeOf<Job<JobTypes["createELB"]>>();
    // @ts-expect-error no such type
    client.resumeJob<"createNode">("j");
  });

  it("tell what a job has worked on", async () => {
    const created = await client.resumeJob<"createELB">("j").wait();
    expectTypeOf(created.entities.elb.id).toBeString();
    const job = await client.addMembers({ listener_id: "l", body: [{ server_id: "s", address: "a" }] });
    const { status, entities } = await job.wait();
    expectTypeOf(entities.members[0]?.id).toEqualTypeOf<string | undefined>();
    expectTypeOf(status).toEqualTypeOf<JobRecord["status"]>();
    // @ts-expect-error not this type of job
    entities.elb;
    // Of a job whose type is not known, they may be missing.
    expectTypeOf((await client.resumeJob("j").wait()).entities?.elb?.id).toEqualTypeOf<string | undefined>();
    (launched: Job<JobTypes["createMember"]>): Job => launched;
  });

  it("tell how the answer came", async () => {
    const answer = await client.getListener({ listener_id: "l" }).withResponse();
    expectTypeOf(answer).toEqualTypeOf<WithResponse<Schemas["Listener"]>>();
    expectTypeOf(client.getListener).returns.toExtend<ElbPromise<Schemas["Listener"]>>();
  });

  it("have private keys in their answers only if these are asked for", async () => {
    const [first] = (await client.listCertificates({}, { privateKeys: true })).certificates;
    expectTypeOf(first?.private_key).toEqualTypeOf<string | undefined>();
    // @ts-expect-error but in what is sent, there has to be one
    client.createCertificate({ body: { certificate: "PEM" } });
  });

  it("need no argument where nothing is required", () => {
    client.listLoadBalancers();
    client.listApiVersions();
    client.listListeners({}, { signal: new AbortController().signal, timeout: 5_000 });
    client.listListeners({ loadbalancer_id: "lb", project_id: "p" });
    // @ts-expect-error the versions belong to no project
    client.listApiVersions({ project_id: "p" });
    // @ts-expect-error the versions belong to no project
    client.getApiVersion({ api_version: "v1.0", project_id: "p" });
    // @ts-expect-error the listener is required
    client.getListener();
    // @ts-expect-error the listener is required
    client.listMembers({});
    // @ts-expect-error the payload is required
    client.addMembers({ listener_id: "l" });
  });

  it("refuse names and values that the description does not have", () => {
    // @ts-expect-error names are those of the wire
    client.getListener({ listenerId: "l" });
    // @ts-expect-error a number
    client.listMembers({ listener_id: "l", limit: "2" });
    // @ts-expect-error no payload here
    client.getListener({ listener_id: "l", body: {} });
    // @ts-expect-error address is missing
    client.addMembers({ listener_id: "l", body: [{ server_id: "s" }] });
    // @ts-expect-error an option that does not exist
    client.getListener({ listener_id: "l" }, { retries: 3 });
    // @ts-expect-error no such operation
    client.listNodes();
  });
});

describe("the raw client", () => {
  it("is typed as the wire is", async () => {
    const raw = createRawElbClient({ region: "r", projectId: "p", credentials });
    const { data } = await raw.GET("/v1.0/{project_id}/elbaas/loadbalancers", {
      params: { path: { project_id: "p" } },
    });
    expectTypeOf(data?.instance_num).toEqualTypeOf<string | undefined>();
    // @ts-expect-error the wire has `{}` for an empty list
    data?.loadbalancers satisfies readonly unknown[] | undefined;
    // @ts-expect-error the project is part of the path
    raw.GET("/v1.0/{project_id}/elbaas/loadbalancers", { params: { path: {} } });
  });
});

describe("credentials that know their project", () => {
  it("stand in for `projectId`, and no others do", () => {
    const login = passwordLogin({ region: "r", account: "a", user: "u", password: "p" });
    createElbClient({ region: "r", credentials: login });
    createElbClient({ region: "r", projectId: "p", credentials: login });
    createElbClient({ region: "r", credentials: defaultCredentials({ region: "r" }) });
    createElbClient({ region: "r", credentials: withProject({ ak: "a", sk: "s" }, { region: "r" }) });
    createElbClient({ region: "r", credentials: temporaryKeys({ region: "r", caller: login }) });
    // @ts-expect-error this provider knows no project
    createElbClient({ region: "r", credentials: () => credentials });
  });

  it("take what the log-in needs", () => {
    agencyLogin({ region: "r", agency: "a", accountId: "i", caller: credentials });
    accessKeyLogin({ iamEndpoint: "https://h", projectId: "p", ak: "a", sk: "s" });
    const fixed = { userId: "u", passcode: "1" };
    // @ts-expect-error a code is good only once
    passwordLogin({ region: "r", account: "a", user: "u", password: "p", totp: fixed });
    // @ts-expect-error no password
    passwordLogin({ region: "r", account: "a", user: "u" });
    // @ts-expect-error nobody asks
    temporaryKeys({ region: "r" });
  });
});

describe("other ways to sign", () => {
  it("are made by functions, for keys and for one signature", () => {
    const algorithm = derivedKey({ region: "r", service: "elb" });
    createElbClient({
      region: "r",
      projectId: "p",
      credentials: { ak: "a", sk: "s", algorithm },
      signingHost: "h",
    });
    signRequest({ method: "GET", url: "https://h" }, { ak: "a", sk: "s" }, { algorithm, signingHost: "h" });
    // @ts-expect-error a name is none
    signRequest({ method: "GET", url: "https://h" }, { ak: "a", sk: "s" }, { algorithm: "V11-HMAC-SHA256" });
    // @ts-expect-error the service is missing
    credentialScope({ region: "" });
  });
});
