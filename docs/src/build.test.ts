import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";

const page = (name: string): Promise<string> => readFile(new URL(`../dist/${name}`, import.meta.url), "utf8");

test.each([
  ["index.html", "en", "Add members to a listener", 'href="zh-CN/index.html"'],
  ["zh-CN/index.html", "zh-CN", "为监听器添加后端云服务器", 'href="../index.html"'],
])(
  "%s is in its language, links the other one, and may load nothing from elsewhere",
  async (name, lang, text, link) => {
    const html = await page(name);
    expect(html).toContain(`<html lang="${lang}">`);
    expect(html).toContain(text);
    expect(html).toContain(link);
    expect(html).toContain("addMembers");
    expect(html).toMatch(/http-equiv="Content-Security-Policy" content="default-src 'none'/);
    expect(html).not.toMatch(/<(script|link|img)[^>]+(src|href)="https?:/);
    expect(html).not.toContain("cdn.redoc.ly");
  },
);
