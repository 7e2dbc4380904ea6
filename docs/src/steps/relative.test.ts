import { describe, expect, test } from "vitest";
import { relativeHtml, relativeMarkdown, relativeSearch } from "./relative.ts";

describe("addresses become relative to the page", () => {
  test.each([
    ["index.html", '<a href="/operations/">', '<a href="./operations/">'],
    ["operations/addMembers/index.html", '<a href="/">', '<a href="../../">'],
    ["try/index.html", '<script src="/_astro/a.js">', '<script src="../_astro/a.js">'],
    ["a/index.html", '<a href="/b/#D95">', '<a href="../b/#D95">'],
    ["a/index.html", '<a href="//example.com/">', '<a href="//example.com/">'],
    ["a/index.html", '<a href="https://example.com/">', '<a href="https://example.com/">'],
    ["a/index.html", '<code data-code="/v1.0/">', '<code data-code="/v1.0/">'],
  ])("%s: %s", (path, html, relative) => {
    expect(relativeHtml(path, html)).toBe(relative);
  });
});

test("links between Markdown pages lead to Markdown, others to the page", () => {
  const pages = new Set(["", "operations/getJob"]);
  const text = "[a](/operations/getJob/) [b](/reference/#operation/getJob) [c](/) [d](#x) `[e](/f)`";
  expect(relativeMarkdown("operations/addMembers/index.md", text, pages)).toBe(
    "[a](../../operations/getJob/index.md) [b](../../reference/#operation/getJob) [c](../../index.md) [d](#x) `[e](../../f)`",
  );
});

test("the search finds its index from its own address, and no other script is touched", () => {
  const script =
    "new U({element:`#s`,baseUrl:`/`,bundlePath:`/`.replace(/\\/$/,``)+`/pagefind/`,showImages:!1})";
  expect(relativeSearch(script)).toBe(
    "new U({element:`#s`,baseUrl:new URL('..',import.meta.url).pathname,bundlePath:new URL('..',import.meta.url).pathname+'pagefind/',showImages:!1})",
  );
  expect(relativeSearch("other()")).toBeUndefined();
});
