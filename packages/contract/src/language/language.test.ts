import { describe, expect, test } from "vitest";
import { checkRequest } from "../check-request.ts";
import { checkResponse } from "../check-response.ts";
import { requestSamples, responseSamples } from "../testing/description.ts";
import { mutations } from "../testing/mutations.ts";
import { en } from "./en.ts";
import { languageOf } from "./language.ts";
import { zhCn } from "./zh-cn.ts";

const placesOf = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(String);

/** What a Chinese sentence need not say, as English does. */
const optional = new Set(["{actual}", "{expected}"]);

describe.each(Object.keys(en) as (keyof typeof en)[])("%s", (key) => {
  test("has the same places in both languages", () => {
    const left = (text: string) => new Set(placesOf(text).filter((place) => !optional.has(place)));
    expect(left(zhCn[key])).toEqual(left(en[key]));
    for (const place of placesOf(zhCn[key])) expect(placesOf(en[key])).toContain(place);
  });
});

const all = [
  ...requestSamples.map((sample) => ({ sample, check: checkRequest })),
  ...responseSamples.slice(0, 60).map((sample) => ({ sample, check: checkResponse })),
];

test("every finding has one sentence in each language, and nothing else differs", () => {
  const seen = new Set<string>();
  for (const { sample, check } of all) {
    for (const body of mutations(sample.body)) {
      const message = { ...sample, headers: { "content-type": "text/plain" }, body } as never;
      const english = check(message).findings;
      const chinese = check(message, { language: "zh-CN" }).findings;
      const codes = english.map(({ code, severity, pointer }) => [code, severity, pointer]);
      expect(chinese.map(({ code, severity, pointer }) => [code, severity, pointer])).toEqual(codes);
      for (const { message: text } of english) expect(text).toMatch(/^[^{]*.*\.$/);
      for (const { message: text, code } of chinese) {
        seen.add(code);
        expect(text).toMatch(/^.*\p{Script=Han}.*。$/su);
        expect(text).not.toContain("undefined");
      }
    }
  }
  expect(seen.size).toBeGreaterThan(15);
});

test.each<[string, object, string]>([
  ["a range", { port: 70000 }, "请求体的/port应为不大于65535的值，实际为70000。"],
  ["a length", { name: "n".repeat(65) }, "请求体的/name应有最多64个字符，实际有65个字符。"],
  [
    "an enumeration",
    { lb_algorithm: "x" },
    '请求体的/lb_algorithm应为"roundrobin"、"leastconn"或"source"，实际为"x"。',
  ],
  ["a missing property", { port: undefined }, "请求体的/port必填，但未提供。"],
])("%s in Chinese", (_name, change, text) => {
  const sample = requestSamples.find(({ operationId }) => operationId === "createListener")!;
  const body = { ...(sample.body as object), ...change };
  expect(checkRequest({ ...sample, body }, { language: "zh-CN" }).findings[0]?.message).toBe(text);
});

test("titles and decisions are in the language too", () => {
  const request = {
    method: "POST",
    url: "/v1.0/p/elbaas/loadbalancers",
    body: { name: "n", type: "External", vpc_id: "v", admin_state_up: 1 },
  };
  const [finding] = checkRequest(request, { language: "zh-CN" }).findings;
  expect(finding?.message).toBe(
    '请求体应有"bandwidth"（新建弹性IP）或"vip_address"（已有弹性IP），实际一种也没有。',
  );
  const body = { ...request.body, bandwidth: "5" };
  const [bandwidth] = checkRequest({ ...request, body }, { language: "zh-CN" }).findings;
  expect(bandwidth?.rule.decisions?.map(({ title }) => title)).toContain("以字符串发送的带宽");
});

test("a language that there is not is said", () => {
  expect(() => languageOf("fr" as never)).toThrow('"fr"');
});
