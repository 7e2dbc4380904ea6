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

interface Notes {
  /** The one host that may be asked. */
  host: string;
  /** Addresses of other hosts that were asked for. */
  foreign: string[];
  /** Errors and warnings in the console, and answers of 400 and above. */
  complaints: string[];
}

interface Opened extends Notes {
  page: Page;
}

/** A tab that goes from page to page, and where it takes notes at present. */
interface Reader {
  page: Page;
  notes: Notes;
}

async function startReader(browser: Browser, options: BrowserContextOptions): Promise<Reader> {
  const page = await (await browser.newContext(options)).newPage();
  const reader: Reader = { page, notes: { host: "", foreign: [], complaints: [] } };
  page.on("request", (request) => {
    const { protocol, host } = new URL(request.url());
    if (/^https?:$/.test(protocol) && host !== reader.notes.host) reader.notes.foreign.push(request.url());
  });
  page.on("response", (response) => {
    if (response.status() >= 400) reader.notes.complaints.push(`${response.status()} ${response.url()}`);
  });
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) reader.notes.complaints.push(message.text());
  });
  page.on("pageerror", (error) => reader.notes.complaints.push(error.message));
  return reader;
}

const desktop = { width: 1280, height: 720 };
const phone = { width: 360, height: 740 };
const quiet = { foreign: [], complaints: [] };

describe.skipIf(skip)(`documentation ${skip ?? "in Chromium"}`, () => {
  let browser: Browser;
  let emulator: Server;
  // One per kind of reader: a new one costs a process, and begins with an empty cache.
  const readers = new Map<string, Promise<Reader>>();
  beforeAll(async () => {
    browser = await playwright.launch({
      executablePath: chromium as string,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
      ],
    });
    emulator = await startSeededEmulator("--job-seconds", "1", "--docs", inRoot("docs/dist"));
  });
  afterAll(() => Promise.all([browser.close(), emulator.stop()]));

  const docs = (path: string): string => `${emulator.url}/_docs/${path}`;

  function readerFor(options: BrowserContextOptions): Promise<Reader> {
    const key = JSON.stringify(options);
    const reader = readers.get(key) ?? startReader(browser, options);
    readers.set(key, reader);
    return reader;
  }

  /** Opens a page, and notes what it asks other hosts for and what it complains about. */
  async function open(url: string, options: BrowserContextOptions = {}): Promise<Opened> {
    const reader = await readerFor(options);
    const { page } = reader;
    await page.setViewportSize(desktop);
    await page.emulateMedia({ colorScheme: options.colorScheme ?? null });
    const notes: Notes = { host: new URL(url).host, foreign: [], complaints: [] };
    reader.notes = notes;
    await page.goto(url);
    return { page, ...notes };
  }

  // One page of each type, the languages by turns.
  test.each([
    "",
    "zh-cn/guides/jobs/",
    "operations/",
    "zh-cn/operations/addMembers/",
    "zh-cn/errors/",
    "errors/APIGW.0301/",
    "contradictions/",
    "zh-cn/try/",
    "typescript/client-reconcile/",
    "changelog/",
    "404.html",
    "zh-cn/reference/",
  ])("/%s asks no other host, complains of nothing, fits a phone, and keeps nobody out", async (path) => {
    const { page, foreign, complaints } = await open(docs(path), { colorScheme: "light" });
    await page.waitForLoadState("networkidle");
    expect(await page.locator("html").getAttribute("lang")).toBe(path.startsWith("zh-cn/") ? "zh-CN" : "en");
    await page.setViewportSize(phone);
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    await page.setViewportSize(desktop);
    // Of decisions and rows, which are all alike, the first few will do for axe.
    const repeated = "section.decision:nth-of-type(n+6), tbody tr:nth-of-type(n+8)";
    await page.evaluate(`document.querySelectorAll("${repeated}").forEach((one) => one.remove())`);
    expect(await barriers(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await barriers(page, ["color-contrast"])).toEqual([]);
    await page.setViewportSize(phone);
    // What can be scrolled is told to the keyboard a moment after the window has changed.
    await expect
      .poll(() => barriers(page, ["scrollable-region-focusable"]), { interval: 300, timeout: 10_000 })
      .toEqual([]);
    expect({ foreign, complaints }).toEqual(quiet);
  });

  /** Serious and critical findings of axe by all of its rules or those named, as rule and place. */
  async function barriers(page: Page, rules?: readonly string[]): Promise<string[]> {
    if (!(await page.evaluate("'axe' in window"))) await page.evaluate(await readFile(axe, "utf8"));
    const options = { resultTypes: ["violations"], ...(rules && { runOnly: rules }) };
    return page.evaluate(`axe.run(${JSON.stringify(options)}).then(({ violations }) =>
      violations.filter(({ impact }) => impact === "serious" || impact === "critical")
        .flatMap(({ id, nodes }) => nodes.map(({ target }) => id + " " + target.join(" "))))`);
  }

  test.each([
    [
      "",
      {
        sticky_session_type: "operations/createListener/",
        "ELB.6002": "errors/ELB.6002/",
        addMembers: "operations/addMembers/",
      },
    ],
    [
      "zh-cn/",
      {
        健康检查: "zh-cn/operations/createHealthCheck/",
        "ELB.6101": "zh-cn/errors/ELB.6101/",
        server_id: "zh-cn/operations/addMembers/",
      },
    ],
  ])("from /%s, the search leads to operations, fields and codes", async (path, searches) => {
    const { page, foreign, complaints } = await open(docs(path));
    await openSearch(page);
    let found = page.locator("html");
    for (const [words, target] of Object.entries(searches)) {
      await page.locator(".pagefind-ui__search-input").fill(words);
      found = page.locator(`.pagefind-ui__result-link[href="/_docs/${target}"]`).first();
      await found.waitFor();
    }
    await found.click();
    await page.waitForURL(`**/_docs/${Object.values(searches).at(-1)}`);
    expect({ foreign, complaints }).toEqual(quiet);
  });

  /** Opens the search from the keyboard, once its script is there. */
  async function openSearch(page: Page): Promise<void> {
    await page.locator("site-search button:enabled").first().waitFor();
    await page.keyboard.press("Control+k");
  }

  test("the language switch stays on the page and at its place", async () => {
    const { page } = await open(docs("zh-cn/contradictions/#D95"));
    await page.locator("header a.language").click();
    await page.waitForURL("**/_docs/contradictions/#D95");
  });

  test("the theme is chosen and kept", async () => {
    const { page } = await open(docs("changelog/"), { colorScheme: "dark" });
    const theme = (): Promise<string | null> => page.locator("html").getAttribute("data-theme");
    expect(await theme()).toBe("dark");
    await page.locator("header starlight-theme-select select").selectOption("light");
    expect(await theme()).toBe("light");
    await page.goto(docs("operations/"));
    expect(await theme()).toBe("light");
  });

  describe("the look-up of error codes", () => {
    const body = JSON.stringify(
      { error: { code: "ELB.6101", message: "Listener port is repeated." } },
      null,
      2,
    );

    const lookUp = async (page: Page, text: string): Promise<string> => {
      await page.locator("#lookup textarea").fill(text);
      return (await page.locator("#lookup [role=status]").textContent()) ?? "";
    };

    test("explains a pasted body, helps with what is none, and leads on to the page of the code", async () => {
      const { page } = await open(docs("errors/"));
      expect(await lookUp(page, body)).toMatch(
        /ELB\.6101[\s\S]*Usual cause[\s\S]*Way out[\s\S]*createListener/,
      );
      expect(await lookUp(page, "ELB.6999")).toMatch(/not in the catalogue[\s\S]*ELB\.6/);
      expect(await lookUp(page, "<html><body>502 Bad Gateway</body></html>")).toMatch(
        /not an answer of the API/,
      );
      expect(await lookUp(page, "it does not work")).toMatch(/No error code was recognised/);
      await lookUp(page, "6002");
      await page.locator("#lookup [role=status] a").first().click();
      await page.waitForURL("**/_docs/errors/ELB.6002/");
    });

    test("explains in Chinese", async () => {
      const { page } = await open(docs("zh-cn/errors/"));
      expect(await lookUp(page, body)).toMatch(/ELB\.6101[\s\S]*常见原因[\s\S]*处理办法/);
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
    await openSearch(page);
    await page.locator(".pagefind-ui__search-input").fill("addMembers");
    await page.locator('.pagefind-ui__result-link[href="/some/where/operations/addMembers/"]').waitFor();
    await page.goto(`${site}operations/addMember/`);
    await page.locator("#missing").getByRole("link", { name: "addMembers", exact: true }).click();
    await page.waitForURL("**/some/where/operations/addMembers/");
    expect(foreign).toEqual([]);
  });

  test("a renamed operation leads to those that resemble it, whatever the folder", async () => {
    const { page } = await open(docs("zh-cn/operations/addMember/"));
    await page.locator("#missing").getByRole("link", { name: "addMembers", exact: true }).click();
    await page.waitForURL("**/_docs/zh-cn/operations/addMembers/");
    const answer = await page.goto(docs("apis/getJobs/"));
    expect(answer?.status()).toBe(404);
    await page.locator("#missing").getByRole("link", { name: "getJob", exact: true }).click();
    await page.waitForURL("**/_docs/operations/getJob/");
  });

  test("a page is beside itself as Markdown", async () => {
    const answer = await fetch(docs("zh-cn/guides/jobs/index.md"));
    expect(answer.headers.get("Content-Type")).toMatch(/^text\/markdown/);
    expect(await answer.text()).toContain("`RUNNING` → `SUCCESS`");
  });

  describe("without script", () => {
    const bare = { javaScriptEnabled: false };

    test.each([
      ["operations/addMembers/", "server_id"],
      ["errors/", "ELB.6002"],
      ["errors/ELB.6002/", "The listener to delete was not found."],
      ["contradictions/", "Statuses of what does not exist"],
      ["try/", "npm start"],
      ["zh-cn/guides/jobs/", "变更尚未发生"],
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

  test("the reference opens an operation by its stable address, in either language, and says which it lacks", async () => {
    const { page, foreign, complaints } = await open(docs("reference/#operation/addMembers"));
    const shows = async (lang: string, heading: string, required: string): Promise<void> => {
      expect(await page.locator("html").getAttribute("lang")).toBe(lang);
      await page.getByRole("heading", { name: heading }).first().waitFor();
      await page.getByText(required, { exact: true }).first().waitFor();
    };
    await shows("en", "Add members to a listener", "required");
    await page.locator("a.language").click();
    await page.waitForURL("**/_docs/zh-cn/reference/index.html#/members/addmembers");
    await shows("zh-CN", "为监听器添加后端云服务器", "必选");
    await page.evaluate("location.hash = 'operation/addMember'");
    await page.getByText("本参考中没有该接口").waitFor();
    expect({ foreign, complaints }).toEqual(quiet);
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
