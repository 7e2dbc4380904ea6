/** Pages of the packages' TypeScript API, from what `steps/typescript.ts` wrote. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../data/repository.ts";
import { type Bilingual, folderOf, type Language } from "../language.ts";
import { wordsIn } from "../words.ts";
import type { GeneratedPage } from "./generated-page.ts";
import { blocks, table } from "./markdown.ts";

/** Where TypeDoc writes, one file per entry. */
export const typescriptFolder = join(repository, "docs", ".typescript");

/** What can be imported. `client/raw` is left out: it is openapi-fetch with the types of the description. */
export const entries: readonly Entry[] = [
  entry("client", "index", "The client: calls, jobs, errors", "客户端：调用、任务、错误"),
  entry(
    "client",
    "signing",
    "Signatures alone, for other HTTP clients",
    "单独的签名功能，供其他HTTP客户端使用",
  ),
  entry("client", "iam", "Log-in with IAM, and keys for a limited time", "通过IAM登录，以及临时密钥"),
  entry(
    "client",
    "node",
    "Credentials from files and the environment, proxies",
    "来自文件和环境变量的凭证、代理",
  ),
  entry("client", "catalogue", "Meaning and way out of each error code", "各错误码的含义与处理办法"),
  entry(
    "client",
    "members",
    "Members replaced safely, their health awaited",
    "安全更换后端云服务器，等待其健康",
  ),
  entry("client", "certificates", "Certificates rotated", "轮换证书"),
  entry(
    "client",
    "reconcile",
    "What became of a change whose answer was lost",
    "查明丢失了响应的变更结果如何",
  ),
  entry("contract", "index", "Checks of requests and answers", "检查请求与响应"),
  entry("contract", "matchers", "The same for tests", "同上，用于测试"),
  entry("emulator", "index", "The emulator as a request handler", "作为请求处理函数的模拟器"),
];

interface Entry {
  name: string;
  file: string;
  what: Bilingual;
}

function entry(name: string, part: string, en: string, zh: string): Entry {
  return {
    name: part === "index" ? `@elb-classic/${name}` : `@elb-classic/${name}/${part}`,
    file: `packages/${name}/dist/${part}.d.ts`,
    what: { en, zh },
  };
}

/** Path of an entry's page: `typescript/client-signing`. */
export const idOf = (name: string): string =>
  `typescript/${name.replace("@elb-classic/", "").replace("/", "-")}`;

const pathOf = (language: Language, name: string): string => `/${folderOf[language]}${idOf(name)}/`;

/** Name of the file that TypeDoc writes for an entry, from its folder. */
const outputOf = (file: string): string => file.replace(/(\/index)?\.d\.ts$/, ".md");

export const typescriptPages = (language: Language): GeneratedPage[] => [
  listPage(language),
  ...entryPages(language),
];

function listPage(language: Language): GeneratedPage {
  const { name: title, description } = wordsIn(language);
  const rows = entries.map(({ name, what }) => [`[${name}](${pathOf(language, name)})`, what[language]]);
  return {
    id: "typescript",
    data: {
      title: language === "en" ? "TypeScript API" : "TypeScript接口",
      description:
        language === "en" ? "What the packages export, by entry." : "各软件包的导出内容，按入口列出。",
      tableOfContents: false,
    },
    body: blocks(table([title, description], rows)),
  };
}

function entryPages(language: Language): GeneratedPage[] {
  return entries.map(({ name, file }) => ({
    id: idOf(name),
    data: {
      title: name,
      description: language === "en" ? `What ${name} exports.` : `${name}的导出内容。`,
      tableOfContents: { maxHeadingLevel: 3 },
    },
    body: blocks(
      language === "zh" && "本页由代码中的英文注释生成。",
      withLinks(readFileSync(join(typescriptFolder, outputOf(file)), "utf8"), language, outputOf(file)),
    ),
  }));
}

/** Links between the files become links between the pages. */
function withLinks(markdown: string, language: Language, from: string): string {
  const folder = from.slice(0, from.lastIndexOf("/"));
  return markdown.replaceAll(/\]\(([^)#]+\.md)/g, (_, address: string) => {
    const target = join("/", folder, address).replaceAll("\\", "/").slice(1);
    const name = entries.find(({ file }) => outputOf(file) === target)?.name;
    if (name === undefined) throw new Error(`TypeDoc links ${target} in ${from}, which is no page.`);
    return `](${pathOf(language, name)}`;
  });
}
