import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("without script the page links to the list of operations in its own language", () => {
  const page = readFileSync(new URL("page.hbs", import.meta.url), "utf8");
  expect(/<noscript>(.*)<\/noscript>/.exec(page)?.[1]).toBe(
    '<a href="../operations/index.html">{{templateOptions.list}}</a>',
  );
});
