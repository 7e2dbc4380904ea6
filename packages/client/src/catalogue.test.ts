import { errorCodes } from "@elb-classic/spec/error-codes";
import { describe, expect, it } from "vitest";
import { errorCatalogue, explain } from "./catalogue.ts";
import type { ErrorCatalogue } from "./errors/catalogue-entry.ts";
import { ElbApiError, ElbConfigurationError } from "./index.ts";

const ids = (entries: { id: string }[]): string[] => entries.map(({ id }) => id);

describe("errorCatalogue", () => {
  const english = errorCatalogue() satisfies ErrorCatalogue;
  const chinese = errorCatalogue("zh-CN");

  it.each(Object.entries(errorCodes))("has %s in both languages", (id, row) => {
    const context = { status: row.status, message: row.messages[0], operationId: row.operations[0] };
    const entry = english(row.code, context);
    expect(entry).toMatchObject({ id, meaning: row.meaning.en, cause: row.cause.en, remedy: row.remedy.en });
    expect(chinese(row.code, context)).toEqual({
      ...entry,
      meaning: row.meaning.zh,
      cause: row.cause.zh,
      remedy: row.remedy.zh,
    });
    expect(row.meaning.zh).toMatch(/\p{Script=Han}/u);
  });

  it("chooses by the operation", () => {
    expect(english("ELB.7001", { operationId: "createHealthCheck" })?.id).toBe("ELB.7001#1");
    expect(english("ELB.7001", { operationId: "updateHealthCheck" })?.id).toBe("ELB.7001#2");
    expect(english("ELB.1001", { operationId: "deleteCertificate" })?.id).toBe("ELB.1001#2");
  });

  it("chooses by the status", () => {
    expect(english("APIGW.0201", { status: 502, operationId: "addMembers" })?.id).toBe("APIGW.0201#6");
    expect(english("APIGW.0201", { status: 413 })?.id).toBe("APIGW.0201#2");
  });

  it("chooses by the message, whose varying parts can be anything", () => {
    const says = (message: string) => english("APIGW.0301", { status: 401, message })?.id;
    const what = "Incorrect IAM authentication information: ";
    expect(says(`${what}verify aksk signature fail, canonicalRequest:GET|/`)).toBe("APIGW.0301#2");
    expect(says(`${what}ak SOMEAK not exist`)).toBe("APIGW.0301#4");
    expect(says(`${what}token expires, expires_at: 2017-10-12T03:45:45Z`)).toBe("APIGW.0301#7");
    expect(says(`${what}ak SOME\nAK not exist`.toUpperCase())).toBe("APIGW.0301#4");
    expect(says(`${what}something else`)).toBe("APIGW.0301#1");
  });

  it("takes the most general row where nothing decides", () => {
    expect(english("ELB.1001")?.id).toBe("ELB.1001#2");
    expect(english("APIGW.0301", { status: 401 })?.id).toBe("APIGW.0301#1");
    expect(english("ELB.1001", { operationId: "getJob", status: 500, message: "?" })?.id).toBe("ELB.1001#2");
  });

  it("knows the gateway by each of its prefixes", () => {
    for (const prefix of ["APIGW", "APIG", "APIC"]) {
      expect(english(`${prefix}.0101`)).toMatchObject({ code: "APIGW.0101", status: 404 });
    }
    expect(english("XAPIG.0101")).toBeUndefined();
  });

  it("does not know what is in no row", () => {
    for (const code of ["ELB.9999", "", "constructor", "__proto__"]) expect(english(code)).toBeUndefined();
  });

  it("refuses another language", () => {
    for (const language of ["de", "toString", null]) {
      expect(() => errorCatalogue(language as never)).toThrow(ElbConfigurationError);
      expect(() => explain("ELB.6101", language as never)).toThrow('"en" and "zh-CN"');
    }
  });
});

describe("explain", () => {
  it("gives every row of a bare code", () => {
    expect(ids(explain(" ELB.7001 "))).toEqual(["ELB.7001#1", "ELB.7001#2"]);
    expect(explain("APIG.0301")).toHaveLength(8);
    expect(explain("APIG.0301")[0]?.id).toBe("APIGW.0301#1");
  });

  it.each([
    { error_code: "APIG.0101", error_msg: "The API does not exist." },
    { code: "APIGW.0101", message: "The API does not exist." },
    { error: { code: "APIC.0101", message: "The API does not exist." } },
  ])("reads a body, as an object or a text: %o", (body) => {
    expect(ids(explain(body))).toEqual(["APIGW.0101#2"]);
    expect(explain(JSON.stringify(body), "zh-CN")).toEqual(explain(body, "zh-CN"));
  });

  it("reads an error of the client", () => {
    const failure = { operationId: "updateHealthCheck", status: 400, code: "ELB.7001", requestId: undefined };
    expect(ids(explain(new ElbApiError("updateHealthCheck failed.", failure)))).toEqual(["ELB.7001#2"]);
    const timeout = { ...failure, status: 504, code: "APIG.0201" };
    expect(ids(explain(new ElbApiError("updateHealthCheck failed.", timeout)))).toEqual(["APIGW.0201#7"]);
  });

  it("has nothing to say about the rest", () => {
    for (const other of ["", "<html>", "{", "null", {}, [], { error: {} }])
      expect(explain(other)).toEqual([]);
  });
});

it("explains nothing where there is no code: null, an empty object, one that goes round in circles", () => {
  const round: Record<string, unknown> = {};
  round.round = round;
  for (const nothing of [null, undefined, 5, {}, round]) expect(explain(nothing as never)).toEqual([]);
  expect(explain({ ...round, error: { code: "ELB.6101" } })).toHaveLength(1);
});
