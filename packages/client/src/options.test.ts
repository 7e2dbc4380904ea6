import { describe, expect, it } from "vitest";
import { createElbClient, ElbConfigurationError } from "./index.ts";
import { answer, fakeService, keys, projectId, token } from "./testing/fake-service.ts";

const complete = { region: "cn-north-1", projectId, credentials: { token } };

describe("createElbClient refuses", () => {
  it.each([
    ["neither region nor endpoint", { region: undefined }, "`region`"],
    ["both region and endpoint", { endpoint: "https://elb.example.com" }, "`endpoint`"],
    ["an empty region", { region: "" }, "`region`"],
    ["a region that would be another host", { region: "x.example.com/" }, "`region`"],
    ["an endpoint without scheme", { region: undefined, endpoint: "elb.example.com:8443" }, "scheme"],
    ["an endpoint of another scheme", { region: undefined, endpoint: "ftp://elb.example.com" }, "scheme"],
    ["an endpoint that is no URL", { region: undefined, endpoint: "https://a b" }, "`endpoint`"],
    [
      "an endpoint with a query",
      { region: undefined, endpoint: "https://elb.example.com/?a=1" },
      "`endpoint`",
    ],
    ["an endpoint with a bare ?", { region: undefined, endpoint: "https://h/p?" }, "`endpoint`"],
    ["an endpoint with a bare #", { region: undefined, endpoint: "https://h#" }, "`endpoint`"],
    ["an endpoint that is no text", { region: undefined, endpoint: Object.create(null) }, "`endpoint`"],
    ["a region that is no text", { region: 5n }, "`region` of type bigint"],
    ["no project id", { projectId: undefined }, "`projectId`"],
    ["an empty project id", { projectId: "" }, "`projectId`"],
    ["a project id with a slash", { projectId: "a/b" }, "`projectId`"],
    ["a project id that is a dot segment", { projectId: ".." }, "`projectId`"],
    ["a project id with half of a surrogate pair", { projectId: "\ud800" }, "`projectId`"],
    ["no credentials", { credentials: undefined }, "`credentials`"],
    ["empty credentials", { credentials: {} }, "{ token }"],
    ["credentials of both kinds", { credentials: { token, ...keys } }, "{ token }"],
    ["an access key without its secret", { credentials: { ak: keys.ak } }, "`sk`"],
    ["a token with a line break", { credentials: { token: `${token}\n` } }, "`token`"],
    ["a misspelt security token", { credentials: { ...keys, securitytoken: "t" } }, "`securitytoken`"],
    ["a security token beside a token", { credentials: { token, securityToken: "t" } }, "`securityToken`"],
    ["a fetch that is no function", { fetch: 5 }, "`fetch`"],
    ["an onRequest that is no function", { onRequest: "log" }, "`onRequest`"],
    ["an onResponse that is no function", { onResponse: null }, "`onResponse`"],
    ["an onChange that is no function", { onChange: {} }, "`onChange`"],
    ["a catalogue that is no function", { catalogue: {} }, "`catalogue`"],
    ["retries below zero", { retries: -1 }, "`retries`"],
    ["half a retry", { retries: 0.5 }, "`retries`"],
    ["retries that are no number", { retries: "3" }, "`retries`"],
    ["no retries by null", { retries: null }, "`retries`"],
    ["a budget that is no object", { budget: true }, "`budget`"],
    ["a budget of null", { budget: null }, "`budget`"],
    ["a budget with a misspelt name", { budget: { perSecond: 1 } }, "`perSecond`"],
    ["a budget of no requests", { budget: { requests: 0 } }, "`budget.requests`"],
    ["a budget of half a request", { budget: { requests: 1.5 } }, "`budget.requests`"],
    ["a budget without time", { budget: { seconds: 0 } }, "`budget.seconds`"],
    ["seconds that are no number", { budget: { seconds: "5" } }, "`budget.seconds`"],
    ["a budget for longer than a timer keeps", { budget: { seconds: 1e9 } }, "`budget.seconds`"],
    ["no concurrency", { budget: { concurrency: 0 } }, "`budget.concurrency`"],
    ["a concurrency that is no number", { budget: { concurrency: "4" } }, "`budget.concurrency`"],
    ["a clock without functions", { clock: {} }, "`clock`"],
    ["a clock of null", { clock: null }, "`clock`"],
    ["an option that does not exist", { project_id: projectId }, "`project_id`"],
  ])("%s", (_, change, named) => {
    const make = () => createElbClient({ ...complete, ...change } as never);
    expect(make).toThrow(ElbConfigurationError);
    expect(make).toThrow(named);
  });

  it.each([undefined, null, "cn-north-1"])("%j in place of options, with a clear sentence", (options) => {
    expect(() => createElbClient(options as never)).toThrow(
      new ElbConfigurationError("The client takes its options as one object."),
    );
  });

  it("a password in the endpoint, without repeating it", () => {
    const make = () =>
      createElbClient({ ...complete, region: undefined, endpoint: "https://:hidden@h" } as never);
    expect(make).toThrow(ElbConfigurationError);
    expect(make).not.toThrow("hidden");
  });

  it("white space in a key, without repeating it", () => {
    const make = () => createElbClient({ ...complete, credentials: { ak: keys.ak, sk: `${keys.sk} ` } });
    expect(make).toThrow("`sk`");
    expect(make).not.toThrow(keys.sk);
  });
});

describe("where requests go", () => {
  const path = `/v1.0/${projectId}/elbaas/loadbalancers`;
  it.each([
    [{ region: "cn-north-1", endpoint: undefined }, "https://elb.cn-north-1.myhuaweicloud.com"],
    [{ endpoint: "https://10.0.0.1:8443" }, "https://10.0.0.1:8443"],
    [{ endpoint: "http://127.0.0.1:4010/" }, "http://127.0.0.1:4010"],
    [{ endpoint: "https://proxy.example.com/cloud/elb/" }, "https://proxy.example.com/cloud/elb"],
  ])("%j", async (where, base) => {
    const { client, sent } = fakeService([answer(200, { loadbalancers: [] })], where as never);
    await client.listLoadBalancers();
    expect(sent[0]?.url).toBe(base + path);
  });
});
