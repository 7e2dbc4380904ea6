/** The list of all error codes, above which the page offers to look one up. */
import { codes } from "../data/codes.ts";
import type { Language } from "../language.ts";
import { retryIn, wordsIn } from "../words.ts";
import type { GeneratedPage } from "./generated-page.ts";
import { codeLink } from "./links.ts";
import { blocks, table } from "./markdown.ts";

const intro = {
  en: `Decide by the code, not by the HTTP status or the message: statuses mislead, and messages change between editions of the service. A code that is not here is possible; jobs in particular fail with codes that are on no list. The gateway's prefix varies (\`APIGW\`, \`APIG\`, \`APIC\`), its numbers do not.`,
  zh: `请按错误码判断，不要依据HTTP状态码或消息文本：状态码并不可靠，消息文本随服务版本变化。此处未列出的错误码也可能出现，尤其是任务失败时。网关错误码的前缀会变（\`APIGW\`、\`APIG\`、\`APIC\`），数字不变。`,
};

export function errorListPage(language: Language): Omit<GeneratedPage, "id"> {
  const words = wordsIn(language);
  const rows = codes.flatMap(({ code, rows: all }) =>
    all.map(({ row }) => [
      codeLink(language, code),
      String(row.status),
      row.meaning[language],
      retryIn(language, row.retry),
    ]),
  );
  return {
    data: {
      title: words.errorCodes,
      description:
        language === "en"
          ? "Look up an error code or a whole error body: meaning, cause, remedy, operations."
          : "按错误码或整个错误响应体查询含义、原因、处理办法和相关接口。",
      tool: "lookup",
      tableOfContents: false,
    },
    body: blocks(intro[language], table([words.code, words.status, words.meaning, words.retry], rows)),
  };
}
