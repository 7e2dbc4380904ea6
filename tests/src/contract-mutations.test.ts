/** Payloads with one change: what the description forbids is found, once, and nothing else is. */
import { checkRequest, checkResponse, type Finding } from "@elb-classic/contract";
import { beforeAll, describe, expect, test } from "vitest";
import { type Case, corpus, urlOf } from "../contract-mutations/corpus.ts";
import { at } from "../contract-mutations/description.ts";
import { judgeAll } from "../contract-mutations/second-opinion.ts";
import { noPeers } from "./support/peers.ts";

const cases = corpus();

function findingsOf({ target, body }: Case): readonly Finding[] {
  const { method, status } = target;
  const message = { method, url: urlOf(target), body: JSON.stringify(body) };
  return (status === undefined ? checkRequest(message) : checkResponse({ ...message, status })).findings;
}

function nameOf({ target: { operationId, status }, operator, pointer, body }: Case): string {
  const message = status === undefined ? "request" : `answer ${status}`;
  return `${operationId} ${message}: ${operator} at ${pointer || "/"}: ${JSON.stringify(body).slice(0, 200)}`;
}

/** The first few, since one fault of the engine can be in thousands of cases. */
function first(wrong: readonly Case[]): string[] {
  return wrong.slice(0, 5).map(nameOf);
}

test("there are mutations of every kind in plenty, of the payloads of all operations", () => {
  expect(new Set(cases.map(({ target }) => target.operationId)).size).toBe(27);
  expect(cases.filter(({ forbidden }) => forbidden).length).toBeGreaterThan(2000);
  expect(cases.filter(({ forbidden }) => !forbidden).length).toBeGreaterThan(2000);
  const forbidden = new Set(cases.flatMap((one) => (one.forbidden ? [one.operator] : [])));
  expect([...forbidden].toSorted()).toEqual([
    "enum",
    "extra property",
    "items",
    "length",
    "name",
    "null",
    "pattern",
    "range",
    "required",
    "type",
    "variant",
  ]);
});

describe.skipIf(noPeers)(`a validator that is not Ajv ${noPeers ?? ""}`, () => {
  test("confirms which of them are forbidden", async () => {
    const valid = await judgeAll(cases);
    expect(first(cases.filter(({ forbidden }, index) => forbidden === valid[index]))).toEqual([]);
  });
});

describe("the engine", () => {
  let found: readonly (readonly Finding[])[];

  beforeAll(() => {
    found = cases.map(findingsOf);
  });

  test("has an error for every forbidden one, and one only where it is one fault, and none for any other", () => {
    const wrong = cases.filter(({ forbidden, several }, index) => {
      const errors = found[index]!.filter(({ severity }) => severity === "error").length;
      if (!forbidden) return errors > 0;
      return several ? errors === 0 : errors !== 1;
    });
    expect(first(wrong)).toEqual([]);
  });

  test("points to rules that the description has", () => {
    const pointers = new Set(found.flatMap((findings) => findings.map(({ schema }) => schema)));
    expect([...pointers].filter((pointer) => at(pointer) === undefined)).toEqual([]);
  });
});
