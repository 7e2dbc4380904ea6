import { describe, expect, it } from "vitest";
import { parseFault, scrub } from "./error-body.ts";

describe("parseFault", () => {
  it.each([
    ["the service", { error: { message: "gone", code: "ELB.1002" } }, { code: "ELB.1002", text: "gone" }],
    [
      "the gateway",
      { error_msg: "no API", error_code: "APIGW.0101", request_id: "r1" },
      { code: "APIGW.0101", text: "no API", requestId: "r1" },
    ],
    ["the job service", { code: "ELB.0002", message: "null" }, { code: "ELB.0002", text: "null" }],
    [
      "IAM, with a number",
      { error: { code: 401, message: "wrong", title: "Unauthorized" } },
      { code: "401", text: "wrong" },
    ],
    ["camel case", { errorCode: "X.1", errorMsg: "m" }, { code: "X.1", text: "m" }],
    ["OpenStack", { itemNotFound: { code: 404, message: "m" } }, { code: "404", text: "m" }],
    ["Neutron", { NeutronError: { type: "T", message: "m", detail: "" } }, { code: "T", text: "m" }],
    ["a code alone", { error_code: "X.1" }, { code: "X.1" }],
  ])("reads the shape of %s", (_, body, fault) => {
    expect(parseFault(JSON.stringify(body))).toEqual(fault);
  });

  it.each([
    ["", "no body"],
    ["  \n", "no body"],
    ["<html><body>502 Bad Gateway</body></html>", "an HTML page"],
    ['{"error": {"message": "half', "cut off"],
    ["upstream connect error", "not JSON"],
    ["{}", "no error code"],
    ["null", "no error code"],
    ["[]", "no error code"],
    ['"text"', "no error code"],
    ['{"error": {"code": {"deep": 1}}}', "no error code"],
  ])("says what is wrong with %j", (raw, said) => {
    const fault = parseFault(raw);
    expect(fault.code).toBeUndefined();
    expect(fault.text).toContain(said);
  });
});

describe("scrub", () => {
  it("cuts the canonical request off and keeps what came before", () => {
    const text =
      "verify aksk signature fail, canonicalRequest:DELETE|/v2/||host:x|x-auth-token:t\nmore||host|e3b0";
    expect(scrub(text, [])).toBe("verify aksk signature fail");
  });

  it("masks each secret wherever it stands", () => {
    expect(scrub("ak KEY1 not exist, ak:KEY1, token TOK", ["KEY1", "TOK"])).toBe(
      "ak *** not exist, ak:***, token ***",
    );
  });
});
