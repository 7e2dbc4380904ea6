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
    expect(scrub("ak KEY10000 not exist, ak:KEY10000, token TOKEN999", ["KEY10000", "TOKEN999"])).toBe(
      "ak *** not exist, ak:***, token ***",
    );
  });

  it("masks a secret as JSON has it, and a private key that is cut off", () => {
    const key = "-----BEGIN PRIVATE KEY-----\nMIIfake\n-----END PRIVATE KEY-----";
    const body = JSON.stringify({ private_key: key, name: "n" });
    expect(scrub(`bad ${body}`, [key])).toBe('bad {"private_key":"***","name":"n"}');
    expect(scrub(`bad ${body.slice(0, 50)}`, [])).toBe('bad {"private_key":"***');
  });

  it("escapes what would break a line or colour a terminal", () => {
    expect(scrub("not\nfound \u001b[31m \u009b \u202e", [])).toBe("not\\nfound \\u001b[31m \\u009b \\u202e");
  });

  it("does not look for secrets that are short enough to be words", () => {
    expect(scrub("token at a lost", ["a", "token", ""])).toBe("token at a lost");
  });

  it("masks a secret that the cutting off would have halved", () => {
    expect(scrub(`${"y".repeat(990)}${"S".repeat(64)}`, ["S".repeat(64)])).toBe(`${"y".repeat(990)}***`);
  });

  it.each([" ", ".", ",: ;."])("is linear in a run of %j, at the end and in the middle", (filler) => {
    const run = filler.repeat(60_000);
    const started = performance.now();
    expect(scrub(`a${filler}b${run}`, [])).toBe(`a${filler}b`);
    expect(scrub(`a${run}b`, [])).toBe("a");
    expect(performance.now() - started).toBeLessThan(500);
  });
});
