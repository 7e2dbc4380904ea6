/** The register of what was decided where the documents contradict themselves or what was recorded. */

import { operationsOf } from "../data/description.ts";
import {
  counts,
  type Decision,
  decisionIds,
  decisions,
  operationsByDecision,
  sources,
} from "../data/provenance.ts";
import type { Language } from "../language.ts";
import { sourceTitles } from "../source-titles.ts";
import { basisIn, confidenceIn, wordsIn } from "../words.ts";
import type { GeneratedPage } from "./generated-page.ts";
import { operationLink } from "./links.ts";
import { blocks } from "./markdown.ts";

const described = new Set(operationsOf("en").map(({ operationId }) => operationId));

export function registerPage(language: Language): Omit<GeneratedPage, "id"> {
  const words = wordsIn(language);
  return {
    data: {
      title: words.contradictions,
      description:
        language === "en"
          ? `${decisionIds.length} decisions on contradictions in the documents, each with its evidence.`
          : `文档矛盾之处的${decisionIds.length}项裁定及其证据。`,
      tool: "register",
      tableOfContents: false,
    },
    body: blocks(
      introIn(language),
      ...decisionIds.map((id) => section(language, id, decisions[id] as Decision)),
      sourcesPart(language),
    ),
  };
}

function introIn(language: Language): string {
  const { documented, observed, inferred } = counts;
  return language === "en"
    ? `The vendor's documents contradict themselves and what was recorded. Each contradiction was decided, and the decision written down with its evidence; ${decisionIds.length} so far. Of the elements of the description (operations, parameters, fields, statuses, headers, error codes), ${documented} are documented, ${observed} were only observed in recordings or clients, and ${inferred} are inferred.`
    : `厂商文档自相矛盾，也与录制到的实际响应不一致。每处矛盾都作了裁定，并写明证据，目前共${decisionIds.length}项。描述中的元素（接口、参数、字段、状态码、响应头、错误码）有${documented}个见于文档，${observed}个仅见于录制的响应或客户端代码，${inferred}个为推断。`;
}

function section(language: Language, id: string, decision: Decision): string {
  const words = wordsIn(language);
  const operations = [...(operationsByDecision.get(id) ?? [])];
  const item = (name: string, text: string | undefined): string | undefined =>
    text === undefined ? undefined : `- **${name}**${language === "en" ? ": " : "："}${text}`;
  const items = [
    item(words.page, decision.page[language]),
    item(words.observed, decision.observed?.[language]),
    item(words.decision, decision.decision[language]),
    item(words.reason, decision.reason[language]),
    item(words.basis, [basisOf(language, decision), sourceLinks(language, decision.sources ?? [])].join("")),
    item(words.concerns, concerns(language, operations)),
  ].filter((line) => line !== undefined);
  const data = `data-confidence="${decision.confidence}" data-operations="${operations.join(" ")}"`;
  return blocks(
    `<section class="decision" id="${id}" ${data}>`,
    `## ${id} · ${decision.title[language]}`,
    items.join("\n"),
    "</section>",
  );
}

/** Kind of the evidence and how sure it is, as one phrase. */
function basisOf(language: Language, { basis, confidence }: Decision): string {
  const { confidence: word } = wordsIn(language);
  return language === "en"
    ? `${basisIn(language, basis)}, ${word.toLowerCase()} ${confidenceIn(language, confidence)}`
    : `${basisIn(language, basis)}，${word}${confidenceIn(language, confidence)}`;
}

function sourceLinks(language: Language, ids: readonly string[]): string {
  if (ids.length === 0) return "";
  const links = ids.map((id) => `[${id}](#source-${id})`).join(language === "en" ? ", " : "、");
  return language === "en" ? ` (${links})` : `（${links}）`;
}

function concerns(language: Language, operations: readonly string[]): string {
  const words = wordsIn(language);
  const names = operations.map((id) => (described.has(id) ? operationLink(language, id) : nameOf(id)));
  return [...new Set(names)].join(language === "en" ? ", " : "、");

  function nameOf(id: string): string {
    return id === "errors" || id === "error"
      ? `[${words.errorsRegister}](${errorsPath(language)})`
      : `${id} (IAM)`;
  }
}

const errorsPath = (language: Language): string => (language === "en" ? "/errors/" : "/zh-cn/errors/");

function sourcesPart(language: Language): string {
  const words = wordsIn(language);
  const items = Object.entries(sources).map(([id, { title, what }]) => {
    const name = language === "en" ? title : (sourceTitles[id] ?? title);
    return `- <span id="source-${id}"></span>**${id}** ${name}. <span lang="en">${what}</span>`;
  });
  return blocks(`## ${words.sources}`, items.join("\n"));
}
