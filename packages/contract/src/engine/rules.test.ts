import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { operations } from "@elb-classic/spec/operations";
import { expect, test } from "vitest";
import type { Provenance } from "../build/provenance.ts";
import { english } from "../language/language.ts";
import { elementKey, ruleOf } from "./rules.ts";

const file = createRequire(import.meta.url).resolve("@elb-classic/spec/provenance.json");
const provenance = JSON.parse(readFileSync(file, "utf8")) as Provenance;

test("every element has the pages, provenance and decisions of the spec", () => {
  const kept = Object.entries(provenance.elements).filter(([key]) => {
    const [root = "", ...rest] = key.split(".");
    return (root in operations || root === "error" || root === "errors") && !rest.includes("header");
  });
  expect(kept.length).toBeGreaterThan(900);
  for (const [key, element] of kept) {
    const { pages, provenance: basis, decisions = [] } = ruleOf(key, english);
    expect([key, pages, basis]).toEqual([key, element.pages, element.provenance]);
    const ids = decisions.map(({ id }) => id);
    expect(ids.slice(0, element.decisions.length)).toEqual(element.decisions);
    const named = Object.entries(provenance.decisions).filter(([, { elements }]) => elements.includes(key));
    for (const [id] of named) expect(ids).toContain(id);
  }
});

test("the decisions that name an element in a pattern are on it", () => {
  const { decisions } = ruleOf("createListener.request.body.port", english);
  expect(decisions?.map(({ id }) => id)).toEqual(["D46"]);
});

test("the confidence is the lowest of the decisions", () => {
  expect(ruleOf("createLoadBalancer.request.body.vip_subnet_id", english).confidence).toBe("low");
  expect(ruleOf("addMembers", english)).not.toHaveProperty("confidence");
});

test("an element that the provenance does not have is as what it is in", () => {
  expect(ruleOf("addMembers.request.body.[].x.y", english)).toEqual(
    ruleOf("addMembers.request.body.[]", english),
  );
  expect(ruleOf("addMembers.constructor", english)).toEqual(ruleOf("addMembers", english));
  expect(ruleOf("constructor.x", english)).toEqual({ pages: [], provenance: "documented" });
});

test("elements of arrays share a key", () => {
  expect(elementKey("a.request.body", "/0/x/12/y")).toBe("a.request.body.[].x.[].y");
});
