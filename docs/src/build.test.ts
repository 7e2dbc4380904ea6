/** What the build left in `dist/`. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { codes } from "./data/codes.ts";
import { operationsOf } from "./data/description.ts";
import { decisionIds } from "./data/provenance.ts";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const page = (name: string): string => readFileSync(join(dist, name), "utf8");
const files = new Set(
  readdirSync(dist, { recursive: true, encoding: "utf8" }).map((file) => file.replaceAll("\\", "/")),
);
const isReference = (name: string): boolean => name.includes("reference/");
const pages = [...files].filter((file) => file.endsWith(".html"));

test.each([
  [
    "reference/index.html",
    "en",
    "Add members to a listener",
    'href="../zh-cn/reference/index.html"',
    "Request",
  ],
  [
    "zh-cn/reference/index.html",
    "zh-CN",
    "为监听器添加后端云服务器",
    'href="../../reference/index.html"',
    "请求",
  ],
])(
  "%s is in its language, links the other one, and may load nothing from elsewhere",
  (name, lang, text, link, label) => {
    const html = page(name);
    for (const part of [`<html lang="${lang}">`, text, link, "addMembers", label])
      expect(html).toContain(part);
    expect(html).toMatch(/http-equiv="Content-Security-Policy" content="default-src 'none'/);
    expect(html).not.toMatch(/<(script|link|img)[^>]+(src|href)="https?:/);
    expect(html).not.toContain("cdn.redoc.ly");
  },
);

test("there is a page for each operation, each code, and their Markdown, in both languages", () => {
  const names = [
    ...operationsOf("en").map(({ operationId }) => `operations/${operationId}`),
    ...codes.map(({ code }) => `errors/${code}`),
    "contradictions",
    "try",
    "changelog",
  ];
  for (const name of names.flatMap((one) => [one, `zh-cn/${one}`])) {
    expect(files).toContain(`${name}/index.html`);
    expect(files).toContain(`${name}/index.md`);
  }
});

test("every decision has its anchor in the register", () => {
  for (const name of ["contradictions/index.html", "zh-cn/contradictions/index.html"]) {
    const html = page(name);
    for (const id of decisionIds) expect(html).toContain(`id="${id}"`);
  }
});

describe("no address leads nowhere", () => {
  const anchors = new Map<string, Set<string>>();
  const anchorsOf = (file: string): Set<string> => {
    const known =
      anchors.get(file) ?? new Set([...page(file).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id as string));
    anchors.set(file, known);
    return known;
  };

  /** The file that an address in a page means; undefined for other schemes. */
  function fileOf(from: string, address: string): string | undefined {
    if (/^[a-z]+:/i.test(address)) return undefined;
    const path = decodeURIComponent(address.replace(/[?#].*/, ""));
    if (path === "") return from;
    const target = normalize(join(dirname(from), path)).replaceAll("\\", "/");
    return target === "./" || target === "."
      ? "index.html"
      : target.endsWith("/")
        ? `${target}index.html`
        : target;
  }

  /** Addresses of a page that have no target, as far as files and anchors can tell. */
  function dead(from: string, addresses: readonly string[]): string[] {
    return addresses.filter((address) => {
      const file = fileOf(from, address);
      if (file === undefined) return false;
      if (address.startsWith("/") || !files.has(file)) return true;
      const anchor = decodeURIComponent(/#(.*)$/.exec(address)?.[1] ?? "");
      const checked = anchor !== "" && anchor !== "_top" && file.endsWith(".html") && !isScripted(file);
      return checked && !anchorsOf(file).has(anchor);
    });
  }

  // Their anchors name operations, which their scripts show.
  const isScripted = (file: string): boolean => isReference(file) || /(^|\/)try\//.test(file);

  const withoutScripts = (name: string): string => page(name).replaceAll(/<script>[\s\S]*?<\/script>/g, "");

  test("in pages", () => {
    const found = pages
      .filter((name) => !isReference(name))
      .map((name) => ({
        name,
        dead: dead(
          name,
          [...withoutScripts(name).matchAll(/\s(?:href|src)="([^"]*)"/g)].map(
            ([, address]) => address as string,
          ),
        ),
      }))
      .filter((one) => one.dead.length > 0);
    expect(found).toEqual([]);
  });

  test("in Markdown", () => {
    const found = [...files]
      .filter((file) => /(\.md|llms\.txt)$/.test(file))
      .map((name) => {
        const text = page(name).replaceAll(/^```[\s\S]*?^```$/gm, "");
        const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, address]) => address as string);
        return {
          name,
          dead: dead(
            name,
            links.map((link) => link.replace(/#source-.*/, "")),
          ),
        };
      })
      .filter((one) => one.dead.length > 0);
    expect(found).toEqual([]);
  });

  test("in the links of the references to operations", () => {
    const ids = new Set(operationsOf("en").map(({ operationId }) => operationId));
    for (const name of pages) {
      for (const [, id] of page(name).matchAll(/href="[^"]*(?:reference|try)\/#(?:operation\/)?([^"]+)"/g)) {
        expect(ids, name).toContain(id);
      }
    }
  });
});

test("no page loads anything from another host, and pages to read need little script", () => {
  for (const name of pages.filter((file) => !isReference(file))) {
    const html = page(name);
    expect(html, name).not.toMatch(/<(?:script|link|img|iframe)[^>]+(?:src|href)="(?:https?:)?\/\//);
    if (/(^|\/)try\//.test(name)) continue;
    const scripts = [...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, src]) =>
      join(dirname(name), src as string),
    );
    // What the search loads when it is opened counts too.
    const search = [...files].filter((file) => /^_astro\/(ui-core|element).*\.js$/.test(file));
    const bytes = [...new Set([...scripts, ...search])].reduce(
      (sum, file) => sum + readFileSync(join(dist, file)).length,
      0,
    );
    const inline = [...html.matchAll(/<script(?![^>]*src=)(?![^>]*json)[^>]*>([^<]*)/g)].reduce(
      (sum, [, code]) => sum + (code ?? "").length,
      0,
    );
    expect(bytes + inline, name).toBeLessThan(150_000);
  }
});
