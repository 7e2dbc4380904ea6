/** The API reference in a real browser. */
import { pathToFileURL } from "node:url";
import { type Browser, type Page, chromium as playwright } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startSeededEmulator } from "./support/example.ts";
import { chromium } from "./support/peers.ts";
import { inRoot, type Server } from "./support/processes.ts";

const skip = chromium ? undefined : "skipped: no Chromium";

describe.skipIf(skip)(`API reference ${skip ?? "in Chromium"}`, () => {
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

  /** Opens a page and returns what it asked other hosts for and what it complained about. */
  async function open(url: string): Promise<{ page: Page; foreign: string[]; complaints: string[] }> {
    const page = await browser.newPage();
    const [foreign, complaints]: [string[], string[]] = [[], []];
    page.on("request", (request) => {
      const { protocol, host } = new URL(request.url());
      if (/^https?:$/.test(protocol) && host !== new URL(url).host) foreign.push(request.url());
    });
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(url);
    await page.waitForLoadState("networkidle");
    return { page, foreign, complaints };
  }

  test.each([
    ["en", "/_docs/", "Add members to a listener", "/_docs/zh-CN/index.html"],
    ["zh-CN", "/_docs/zh-CN/", "为监听器添加后端云服务器", "/_docs/index.html"],
  ])(
    "the %s page shows the operation, asks no other host and complains of nothing",
    async (lang, path, heading, other) => {
      const { page, foreign, complaints } = await open(`${emulator.url}${path}#operation/addMembers`);
      expect(await page.locator("html").getAttribute("lang")).toBe(lang);
      await page.getByRole("heading", { name: heading }).first().waitFor();
      expect({ foreign, complaints }).toEqual({ foreign: [], complaints: [] });
      await page.locator("a.language").click();
      expect(new URL(page.url()).pathname).toBe(other);
    },
  );

  test("the pages work from a folder, without a server", async () => {
    const { page, foreign, complaints } = await open(
      pathToFileURL(inRoot("docs/dist/zh-CN/index.html")).href,
    );
    await page.getByText("经典型弹性负载均衡 API").first().waitFor();
    expect({ foreign, complaints }).toEqual({ foreign: [], complaints: [] });
  });
});
