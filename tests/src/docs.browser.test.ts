/** The documentation site in a real browser, served by the emulator as `npm start` does. */

import { readFile } from "node:fs/promises";
import { createServer, type Server as HttpServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { startSeededEmulator } from "./support/example.ts";
import { chromium } from "./support/peers.ts";
import { inRoot, type Server } from "./support/processes.ts";

const skip = chromium ? undefined : "skipped: no Chromium";
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

interface Opened {
  page: Page;
  /** Addresses of other hosts that were asked for. */
  foreign: string[];
  /** Errors and warnings in the console, and answers of 400 and above. */
  complaints: string[];
}

const quiet = { foreign: [], complaints: [] };

describe.skipIf(skip)(`documentation ${skip ?? "in Chromium"}`, () => {
  let browser: Browser;
  let emulator: Server;
  beforeAll(async () => {
    browser = await playwright.launch({
      executablePath: chromium as string,
      args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update"],
    });
    emulator = await startSeededEmulator("--docs", inRoot("docs/dist"));
  });
  afterAll(() => Promise.all([browser.close(), emulator.stop()]));

  const docs = (path: string): string => `${emulator.url}/_docs/${path}`;

  /** Opens a page, and notes what it asks other hosts for and what it complains about. */
  async function open(url: string, options: BrowserContextOptions = {}): Promise<Opened> {
    const context = await browser.newContext(options);
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const [foreign, complaints]: [string[], string[]] = [[], []];
    page.on("request", (request) => {
      const { protocol, host } = new URL(request.url());
      if (/^https?:$/.test(protocol) && host !== new URL(url).host) foreign.push(request.url());
    });
    page.on("response", (response) => {
      if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
    });
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(url);
    await page.waitForLoadState("networkidle");
    return { page, foreign, complaints };
  }

  const kinds = [
    "",
    "zh-cn/",
    "guides/get-started/",
    "zh-cn/guides/get-started/",
    "operations/",
    "operations/createListener/",
    "zh-cn/operations/addMembers/",
    "errors/",
    "errors/APIGW.0301/",
    "contradictions/",
    "try/",
    "zh-cn/try/",
    "changelog/",
    "typescript/contract/",
    "404.html",
    "reference/",
    "zh-cn/reference/",
  ];

  describe.each(["light", "dark"] as const)("in the %s theme", (colorScheme) => {
    test.each(kinds)("/%s asks no other host, complains of nothing, and keeps nobody out", async (path) => {
      const { page, foreign, complaints } = await open(docs(path), { colorScheme });
      expect({ foreign, complaints }).toEqual(quiet);
      expect(await page.locator("html").getAttribute("lang")).toBe(
        path.startsWith("zh-cn/") ? "zh-CN" : "en",
      );
      expect(await barriers(page)).toEqual([]);
    });
  });

  test.each(["operations/createListener/", "zh-cn/errors/", "try/", "contradictions/", ""])(
    "/%s fits a phone, without barriers",
    async (path) => {
      const { page } = await open(docs(path), { viewport: { width: 360, height: 740 } });
      const overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
      expect(overflow).toBeLessThanOrEqual(0);
      expect(await barriers(page)).toEqual([]);
    },
  );

  /** Serious and critical findings of axe, as rule and place. */
  async function barriers(page: Page): Promise<string[]> {
    await page.evaluate(await readFile(axe, "utf8"));
    return page.evaluate(`axe.run({ resultTypes: ["violations"] }).then(({ violations }) =>
      violations.filter(({ impact }) => impact === "serious" || impact === "critical")
        .flatMap(({ id, nodes }) => nodes.map(({ target }) => id + " " + target.join(" "))))`);
  }

  test.each([
    ["", "sticky_session_type", "/_docs/operations/createListener/"],
    ["", "ELB.6002", "/_docs/errors/ELB.6002/"],
    ["", "addMembers", "/_docs/operations/addMembers/"],
    ["zh-cn/", "健康检查", "/_docs/zh-cn/operations/createHealthCheck/"],
    ["zh-cn/", "ELB.6101", "/_docs/zh-cn/errors/ELB.6101/"],
    ["zh-cn/", "server_id", "/_docs/zh-cn/operations/addMembers/"],
  ])("from /%s, the search for %s leads to %s", async (path, words, found) => {
    const { page, foreign, complaints } = await open(docs(path));
    await page.keyboard.press("Control+k");
    await page.locator(".pagefind-ui__search-input").fill(words);
    const results = page.locator(".pagefind-ui__result-link");
    await results.first().waitFor();
    expect(await results.evaluateAll((links) => links.map((link) => link.getAttribute("href")))).toContain(
      found,
    );
    await page.locator(`.pagefind-ui__result-link[href="${found}"]`).first().click();
    await page.waitForURL(`**${found}`);
    expect({ foreign, complaints }).toEqual(quiet);
  });

  test("the language switch stays on the page and at its place", async () => {
    const { page } = await open(docs("contradictions/#D95"));
    await page.locator("header a.language").click();
    await page.waitForURL("**/_docs/zh-cn/contradictions/#D95");
    await page.locator("header a.language").click();
    await page.waitForURL("**/_docs/contradictions/#D95");
  });

  test("the theme is chosen and kept", async () => {
    const { page } = await open(docs("errors/"), { colorScheme: "dark" });
    const theme = (): Promise<string | null> => page.locator("html").getAttribute("data-theme");
    expect(await theme()).toBe("dark");
    await page.locator("header starlight-theme-select select").selectOption("light");
    expect(await theme()).toBe("light");
    await page.goto(docs("operations/"));
    expect(await theme()).toBe("light");
  });

  describe("the look-up of error codes", () => {
    async function lookUp(path: string, text: string): Promise<string> {
      const { page } = await open(docs(path));
      await page.locator("#lookup textarea").fill(text);
      return (await page.locator("#lookup [role=status]").textContent()) ?? "";
    }

    test("explains a pasted body in either language", async () => {
      const body = JSON.stringify(
        { error: { code: "ELB.6101", message: "Listener port is repeated." } },
        null,
        2,
      );
      expect(await lookUp("errors/", body)).toMatch(
        /ELB\.6101[\s\S]*Usual cause[\s\S]*Way out[\s\S]*createListener/,
      );
      expect(await lookUp("zh-cn/errors/", body)).toMatch(/ELB\.6101[\s\S]*常见原因[\s\S]*处理办法/);
    });

    test.each([
      ["an unknown code", "ELB.6999", /not in the catalogue[\s\S]*ELB\.6/],
      ["a web page", "<html><body>502 Bad Gateway</body></html>", /not an answer of the API/],
      ["words", "it does not work", /No error code was recognised/],
    ])("is of help with %s", async (_, text, says) => {
      expect(await lookUp("errors/", text)).toMatch(says);
    });

    test("leads on to the page of the code", async () => {
      const { page } = await open(docs("errors/"));
      await page.locator("#lookup textarea").fill("6002");
      await page.locator("#lookup [role=status] a").first().click();
      await page.waitForURL("**/_docs/errors/ELB.6002/");
    });
  });

  test("the register is filtered by operation and confidence, and a link to a decision wins", async () => {
    const { page } = await open(docs("contradictions/"));
    const shown = (): Promise<number> => page.locator("section.decision:visible").count();
    const all = await shown();
    await page.locator("#register select[name=operation]").selectOption("addMembers");
    const few = await shown();
    expect(few).toBeGreaterThan(0);
    expect(few).toBeLessThan(all);
    await page.locator("#register select[name=confidence]").selectOption("low");
    expect(await shown()).toBeLessThan(few);
    expect(page.url()).toContain("?operation=addMembers&confidence=low");
    await page.goto(docs("contradictions/?operation=addMembers#D100"));
    await page.locator("#D100").waitFor();
  });

  test("the console calls the emulator, judges the exchange, and follows the job", async () => {
    const { page, foreign, complaints } = await open(docs("try/#addMembers"));
    await page.locator("#try button[type=submit]").click();
    const status = page.locator("#try [role=status]");
    await status.getByText("keep the contract").waitFor();
    expect(await status.textContent()).toMatch(/^200[\s\S]*"job_id"/);
    await status.getByRole("button").click();
    await status.getByText('"createMember"').waitFor();
    expect({ foreign, complaints }).toEqual(quiet);
  });

  test("the console shows what the contract check finds, and refuses what is not JSON", async () => {
    const { page } = await open(docs("zh-cn/try/#createListener"));
    const [payload, send] = [page.locator("#try textarea"), page.locator("#try button[type=submit]")];
    const status = page.locator("#try [role=status]");
    await payload.fill((await payload.inputValue()).replace('"port": 88', '"port": 70000'));
    await send.click();
    await status.getByText("契约检查的结果").waitFor();
    expect(await status.textContent()).toMatch(/^400[\s\S]*\/port/);
    await payload.fill("{");
    await send.click();
    await status.getByText("不是JSON").waitFor();
  });

  test("without an emulator, at any other prefix, the site works and the console says how to start one", async () => {
    const site = await serveFolder(inRoot("docs/dist"), "/some/where");
    const { page, foreign } = await open(`${site}try/`);
    await page.getByText("No emulator answers").waitFor();
    await page.keyboard.press("Control+k");
    await page.locator(".pagefind-ui__search-input").fill("addMembers");
    await page.locator('.pagefind-ui__result-link[href="/some/where/operations/addMembers/"]').waitFor();
    expect(foreign).toEqual([]);
  });

  test("a renamed operation leads to those that resemble it", async () => {
    const site = await serveFolder(inRoot("docs/dist"), "/some/where");
    const { page } = await open(`${site}operations/addMember/`);
    await page.locator("#missing").getByRole("link", { name: "addMembers", exact: true }).click();
    await page.waitForURL("**/some/where/operations/addMembers/");
    const reference = await open(`${site}reference/#operation/addMember`);
    await reference.page.getByText("There is no such operation").waitFor();
  });

  describe("without script", () => {
    const bare = { javaScriptEnabled: false };

    test.each([
      ["operations/addMembers/", "server_id"],
      ["errors/", "ELB.6002"],
      ["errors/ELB.6002/", "The listener to delete was not found."],
      ["contradictions/", "Statuses of what does not exist"],
      ["try/", "npm start"],
      ["zh-cn/guides/get-started/", "npm start"],
    ])("/%s shows its text and no dead form", async (path, text) => {
      const { page } = await open(docs(path), bare);
      expect(await page.locator("main").textContent()).toContain(text);
      expect(await page.locator("form:visible, .tool:visible").count()).toBe(0);
    });

    test("the language switch works", async () => {
      const { page } = await open(docs("operations/addMembers/"), bare);
      await page.locator("header a.language").click();
      await page.waitForURL("**/_docs/zh-cn/operations/addMembers/");
    });
  });

  test.each([
    ["en", "reference/", "Add members to a listener", "/_docs/zh-cn/reference/index.html"],
    ["zh-CN", "zh-cn/reference/", "为监听器添加后端云服务器", "/_docs/reference/index.html"],
  ])("the %s reference opens an operation by its stable address", async (lang, path, heading, other) => {
    const { page, foreign, complaints } = await open(`${docs(path)}#operation/addMembers`);
    expect(await page.locator("html").getAttribute("lang")).toBe(lang);
    await page.getByRole("heading", { name: heading }).first().waitFor();
    await page
      .getByText(lang === "en" ? "required" : "必选", { exact: true })
      .first()
      .waitFor();
    expect({ foreign, complaints }).toEqual(quiet);
    await page.locator("a.language").click();
    await page.waitForURL(`**${other}#/members/addmembers`);
  });

  test.each([
    ["zh-cn/reference/index.html", "经典型弹性负载均衡 API"],
    ["operations/addMembers/index.html", "server_id"],
  ])("%s can be read from a disk", async (file, text) => {
    const { page, foreign } = await open(pathToFileURL(inRoot("docs/dist", file)).href);
    await page.getByText(text).first().waitFor();
    expect(foreign).toEqual([]);
  });
});

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};

/** Serves a folder below a prefix, as a plain web server does. @returns the address of the folder */
async function serveFolder(folder: string, prefix: string): Promise<string> {
  const server: HttpServer = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const path = pathname.startsWith(`${prefix}/`) ? pathname.slice(prefix.length) : "/404.html";
    const name = decodeURIComponent(path.endsWith("/") ? `${path}index.html` : path);
    const found = await readFile(join(folder, name)).catch(() => undefined);
    response.writeHead(found === undefined ? 404 : 200, {
      "Content-Type": types[extname(found === undefined ? "404.html" : name)] ?? "application/octet-stream",
    });
    response.end(found ?? (await readFile(join(folder, "404.html"))));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}${prefix}/`;
}
