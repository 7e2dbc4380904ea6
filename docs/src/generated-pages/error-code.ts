/** The page of an error code; a code that stands for several faults has all of them on it. */
import type { Code, CodeRow } from "../data/codes.ts";
import { decisionsOn } from "../data/provenance.ts";
import type { Language } from "../language.ts";
import { basisIn, retryIn, wordsIn } from "../words.ts";
import type { GeneratedPage } from "./generated-page.ts";
import { decisionLink, operationLink } from "./links.ts";
import { blocks } from "./markdown.ts";

export function codePage(language: Language, { code, rows }: Code): Omit<GeneratedPage, "id"> {
  const [first] = rows as [(typeof rows)[0]];
  const several = rows.length > 1;
  return {
    data: { title: code, description: first.row.meaning[language], tableOfContents: several },
    body: blocks(
      several &&
        (language === "en"
          ? `This code stands for ${rows.length} different faults; the message tells them apart.`
          : `该错误码对应${rows.length}种不同的故障，须按消息文本区分。`),
      ...rows.map(({ id, row }, index) =>
        blocks(several && `## ${index + 1}. ${row.meaning[language]}`, rowText(language, id, row, several)),
      ),
    ),
  };
}

function rowText(language: Language, id: string, row: CodeRow, several: boolean): string {
  const words = wordsIn(language);
  const separator = language === "en" ? ", " : "、";
  const statuses = [row.status, ...(row.alsoStatus ?? [])].join(separator);
  const about = decisionsOn(`errors.${id}`).map((decision) => decisionLink(language, decision));
  const item = (name: string, text: string): string =>
    `- **${name}**${language === "en" ? ": " : "："}${text}`;
  return [
    ...(several ? [] : [`${row.meaning[language]}\n`]),
    item(words.cause, row.cause[language]),
    item(words.remedy, row.remedy[language]),
    item(words.status, statuses),
    item(words.retry, retryIn(language, row.retry)),
    ...(row.gone ? [`- ${words.gone}`] : []),
    item(words.messages, row.messages.map((message) => `\`${message}\``).join(separator)),
    item(words.operations, operationsText(language, row)),
    item(words.provenance, [basisIn(language, row.provenance), ...about].join(separator)),
  ].join("\n");
}

function operationsText(language: Language, { operations }: CodeRow): string {
  if (operations === "all") return language === "en" ? "all" : "全部";
  return operations.map((id) => operationLink(language, id)).join(language === "en" ? ", " : "、");
}
