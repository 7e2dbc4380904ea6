import { operations } from "@elb-classic/spec/operations";
import { expect, test } from "vitest";
import { model } from "./model.data.ts";
import { pretty } from "./pretty.ts";
import { CoverageTally, totalsOf } from "./tally.ts";

test("the model has what the description has", () => {
  expect(model.operations.map(({ operationId }) => operationId)).toEqual(Object.keys(operations));
  const create = model.operations.find(({ operationId }) => operationId === "createListener")!;
  expect(create.request).toContain("/backend_port");
  expect(create.values["request/protocol"]).toContain("HTTPS");
  const list = model.operations.find(({ operationId }) => operationId === "listMembers")!;
  expect(list.response).toContain("/*/listeners/*/id");
  expect(model.errorCodes).toContain("ELB.1003");
});

function tallied() {
  const tally = new CoverageTally();
  const url = "https://elb.example.com/v1.0/p/elbaas/loadbalancers?limit=2&type=External&colour=red";
  const add = (status: number, body: unknown) => {
    tally.add("listLoadBalancers", {
      position: "",
      request: { method: "GET", url },
      response: { status, body },
    });
  };
  add(200, { instance_num: "1", loadbalancers: [{ id: "a", type: "Internal", colour: "red" }] });
  add(400, { error: { code: "ELB.1003" }, instance_num: "2" });
  add(418, "teapot");
  tally.add("createListener", {
    position: "",
    request: { method: "POST", url: "/", body: { protocol: "HTTP", x: 1 } },
  });
  tally.add(undefined, { position: "", request: { method: "GET", url: "/x" } });
  tally.others += 1;
  return tally.report();
}

test("what calls use is seen, and nothing that the description does not have", () => {
  const { operations: all, errorCodes } = tallied();
  const list = all.find(({ operationId }) => operationId === "listLoadBalancers")!;
  expect(list.calls).toBe(3);
  expect(list.statuses).toEqual({ seen: ["200", "400"], missing: ["401", "403", "404", "500", "503"] });
  expect(list.parameters.seen).toEqual(["limit", "type"]);
  expect(list.response.seen).toEqual([
    "/loadbalancers",
    "/loadbalancers/*/id",
    "/loadbalancers/*/type",
    "/instance_num",
  ]);
  expect(list.values.seen).toEqual(["response/loadbalancers/*/type=Internal"]);
  expect(errorCodes.seen).toEqual(["ELB.1003"]);
  const create = all.find(({ operationId }) => operationId === "createListener")!;
  expect(create.request.seen).toEqual(["/protocol"]);
  expect(create.values.seen).toEqual(["request/protocol=HTTP"]);
  expect(create.statuses.seen).toEqual([]);
});

test("totals add up", () => {
  const { operations: called, errorCodes, parameters } = totalsOf(tallied());
  expect(called).toEqual({ seen: 2, of: 27 });
  expect(errorCodes?.of).toBe(model.errorCodes.length);
  expect(parameters?.seen).toBe(2);
});

test("pretty names what is missing", () => {
  const text = [...pretty(tallied(), [{ position: "a", message: "No." }], 3, "en")].join("");
  expect(text).toMatch(/^Operations: 2 \/ 27\n/);
  expect(text).toContain("\nlistLoadBalancers  GET /v1.0/{project_id}/elbaas/loadbalancers  (calls: 3)\n");
  expect(text).toContain("  Statuses: 2 / 7; missing: 401, 403, 404, 500, 503\n");
  expect(text).toContain("\nNot called\n");
  expect(text).toContain("\nCould not be read\n  a: No.\n  and 2 more\n");
  expect(text).toMatch(/\nError codes: ELB\.1003\n\nError codes, missing: .*APIGW\.0301.*\n/);
  expect(text).toContain(
    "\n1 call of other services left out.\nCalls of no operation that the description has: 1\n",
  );
  expect([...pretty(tallied(), [], 0, "zh-CN")].join("")).toMatch(/^接口: 2 \/ 27\n/);
});

test("a gateway's code counts whichever product it names", () => {
  const codes = [
    ["APIG.0301", "APIGW.0301"],
    ["APIC.0301", "APIGW.0301"],
    ["APIGW.0301", "APIGW.0301"],
    ["Common.0011", "Common.0011"],
  ] as const;
  for (const [code, counted] of codes) {
    const tally = new CoverageTally();
    const response = { status: 401, body: { error_code: code } };
    tally.add("getQuotas", { position: "", request: { method: "GET", url: "/" }, response });
    expect(tally.report().errorCodes.seen).toEqual([counted]);
  }
});

test("depth costs nothing", () => {
  const tally = new CoverageTally();
  const body: unknown = JSON.parse(`${"[".repeat(100_000)}${"]".repeat(100_000)}`);
  const request = { method: "POST", url: "/", body };
  tally.add("createListener", { position: "", request, response: { status: 200, body } });
  expect(totalsOf(tally.report()).operations?.seen).toBe(1);
});
