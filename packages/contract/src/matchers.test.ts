import { describe, expect, expectTypeOf, test } from "vitest";
import { type ElbMatchers, matchers } from "./matchers.ts";

declare module "vitest" {
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown>
    extends ElbMatchers<R> {}
}

// What @types/jest declares, as far as it matters here.
declare namespace jest {
  interface Matchers<R> extends ElbMatchers<R> {}
}

expect.extend(matchers);

const url = "/v1.0/p/elbaas/listeners/l/members";
const request = { method: "POST", url, body: [{ server_id: "s", address: "10.0.0.1" }] };
const bad = { ...request, body: [{ server_id: "s" }] };
const response = { method: "POST", url, status: 200, body: { uri: "/v1/p/jobs/j", job_id: "j" } };

test("requests, answers and exchanges", () => {
  expect(request).toConformToElbRequest();
  expect(bad).not.toConformToElbRequest();
  expect(response).toConformToElbResponse();
  expect({ ...response, body: {} }).not.toConformToElbResponse();
  expect({ request, response }).toConformToElbExchange();
  expect({ request: bad, response }).not.toConformToElbExchange();
});

test("the mildest severity that fails can be set", () => {
  const odd = { ...request, url: `${url}?colour=red` };
  expect(odd).toConformToElbRequest();
  expect(odd).not.toConformToElbRequest({ failOn: "warning" });
});

describe("the message", () => {
  test("of a failure has every finding that counts, and the page", () => {
    expect(() => expect(bad).toConformToElbRequest()).toThrow(
      "Expected the request of addMembers to keep the contract, but:\n" +
        "  error request.body.required: The request body's /0/address is required, but missing. [添加后端云服务器]",
    );
  });

  test("can be in Chinese", () => {
    expect(() => expect(bad).toConformToElbRequest({ language: "zh-CN" })).toThrow(
      "请求体的/0/address必填，但未提供。",
    );
  });

  test("of a failure of `not`", () => {
    expect(() => expect(request).not.toConformToElbRequest()).toThrow(
      "not to keep the contract, but it does",
    );
  });
});

test("the types suit Jest, whose matchers return what R says", () => {
  expectTypeOf<jest.Matchers<void>["toConformToElbResponse"]>().returns.toBeVoid();
  // @ts-expect-error: there is no such severity
  void (() => expect(request).toConformToElbRequest({ failOn: "fatal" }));
});
