/** The page of an operation: everything that a call needs, and how sure each part is. */
import { exampleCall } from "../data/call.ts";
import { codes } from "../data/codes.ts";
import {
  type Answer,
  jsonOf,
  type Media,
  type Operation,
  type Parameter,
  parametersOf,
  resolve,
} from "../data/description.ts";
import { fieldsOf } from "../data/fields.ts";
import { decisions, decisionsOn, elements } from "../data/provenance.ts";
import type { Language } from "../language.ts";
import { samplesOf } from "../samples/samples.ts";
import { basisIn, repeatIn, retryIn, wordsIn } from "../words.ts";
import { fieldRow, limitTexts, noteTexts, typeText } from "./field-rows.ts";
import type { GeneratedPage } from "./generated-page.ts";
import { codeLink, decisionLink, referencePath, tryPath } from "./links.ts";
import { blocks, details, fence, json, table } from "./markdown.ts";

export function operationPage(language: Language, operation: Operation): Omit<GeneratedPage, "id"> {
  const words = wordsIn(language);
  const { operationId, summary } = operation;
  return {
    data: {
      title: `${operationId}${language === "en" ? ": " : "："}${summary}`,
      description: `${operation.method} ${operation.path}`,
      sidebar: { label: operationId },
    },
    body: blocks(
      fence("http", `${operation.method} ${operation.path}`),
      operation.description.trim(),
      operation["x-elb-job"] !== undefined && words.job(operation["x-elb-job"]),
      `**${words.repeat}**${language === "en" ? ": " : "："}${repeatIn(language, operation["x-elb-repeat"])}`,
      `[${words.tryIt}](${tryPath(language, operationId)}) · [${words.inReference}](${referencePath(language, operationId)})`,
      parametersPart(language, operation),
      payloadPart(language, operation),
      samplesPart(language, operation),
      ...answerParts(language, operation),
      codesPart(language, operation),
      provenancePart(language, operation),
    ),
  };
}

function parametersPart(language: Language, operation: Operation): string | undefined {
  const words = wordsIn(language);
  const rows = (["path", "query"] as const).flatMap((place) =>
    parametersOf(language, operation, place).map((parameter) => parameterRow(language, operation, parameter)),
  );
  if (rows.length === 0) return undefined;
  return blocks(`## ${words.parameters}`, table([words.name, words.type, words.description], rows));
}

function parameterRow(language: Language, { operationId }: Operation, parameter: Parameter): string[] {
  const words = wordsIn(language);
  const { name, schema } = parameter;
  const necessity = parameter.required === true ? `**${words.always}**` : words.never;
  const key = `${operationId}.request.${parameter.in}.${name}`;
  return [
    `\`${name}\``,
    [typeText(language, [schema]), words[parameter.in], necessity, ...limitTexts(language, [schema])].join(
      " · ",
    ),
    [parameter.description.trim(), ...noteTexts(language, key)].join("<br>"),
  ];
}

function payloadPart(language: Language, operation: Operation): string | undefined {
  const media = jsonOf(operation.requestBody);
  if (media === undefined) return undefined;
  const words = wordsIn(language);
  return blocks(
    `## ${words.payload}`,
    bodyText(language, `${operation.operationId}.request.body`, media),
    ...examplesOf(language, words.example, media),
  );
}

/** Description, notes and fields of a payload or an answer. */
function bodyText(language: Language, key: string, { schema }: Media): string {
  const words = wordsIn(language);
  const rows = fieldsOf(language, schema).map((field) => fieldRow(language, key, field));
  return blocks(
    resolve(language, schema).description?.trim(),
    noteTexts(language, key).join(" "),
    rows.length > 0 && table([words.field, words.type, words.description], rows),
  );
}

function examplesOf(language: Language, title: string, { examples = {} }: Media): string[] {
  return Object.values(examples).map(({ summary, value }, index) =>
    details(`${title}${language === "en" ? ": " : "："}${summary ?? ""}`, json(value), index === 0),
  );
}

function samplesPart(language: Language, operation: Operation): string {
  const words = wordsIn(language);
  const samples = samplesOf(operation, exampleCall(operation));
  const titleOf = (title: string): string =>
    ["Go", "Python"].includes(title) ? `${title}${language === "en" ? ", " : "，"}${words.withToken}` : title;
  return blocks(
    `## ${words.sample}`,
    words.examplesFrom,
    ...samples.map(({ title, fence: name, code }, index) =>
      details(titleOf(title), fence(name, code), index === 0),
    ),
  );
}

function answerParts(language: Language, operation: Operation): string[] {
  const words = wordsIn(language);
  const all = Object.entries(operation.responses).map(
    ([status, answer]) => [status, resolve(language, answer)] as const,
  );
  const good = all.filter(([status]) => status.startsWith("2"));
  const others = all.filter(([status]) => !status.startsWith("2"));
  const rows = others.map(([status, { description }]) => [
    status === "default" ? "…" : status,
    [description.trim(), ...noteTexts(language, `${operation.operationId}.response.${status}`)].join("<br>"),
  ]);
  return [
    ...good.map(([status, answer]) => successPart(language, operation, status, answer)),
    blocks(`## ${words.otherAnswers}`, table([words.status, words.description], rows)),
  ];
}

function successPart(language: Language, { operationId }: Operation, status: string, answer: Answer): string {
  const words = wordsIn(language);
  const key = `${operationId}.response.${status}`;
  const media = jsonOf(answer);
  return blocks(
    `## ${words.answer} ${status}`,
    answer.description.trim(),
    noteTexts(language, key).join(" "),
    media === undefined ? words.noAnswerBody : bodyText(language, `${key}.body`, media),
    ...(media === undefined ? [] : examplesOf(language, words.answerExample, media)),
  );
}

function codesPart(language: Language, { operationId }: Operation): string {
  const words = wordsIn(language);
  const rows = codes.flatMap(({ code, rows: all }) =>
    all
      .filter(({ row }) => row.operations !== "all" && row.operations.includes(operationId))
      .map(({ row }) => [
        codeLink(language, code),
        String(row.status),
        row.meaning[language],
        retryIn(language, row.retry),
      ]),
  );
  const general = codes.filter(({ rows: all }) => all.some(({ row }) => row.operations === "all"));
  return blocks(
    `## ${words.errorCodes}`,
    rows.length > 0 && table([words.code, words.status, words.meaning, words.retry], rows),
    details(words.anyOperation, general.map(({ code }) => codeLink(language, code)).join(" · ")),
  );
}

function provenancePart(language: Language, { operationId, ...operation }: Operation): string {
  const words = wordsIn(language);
  const keys = Object.keys(elements).filter(
    (key) => key === operationId || key.startsWith(`${operationId}.`),
  );
  const counts = Object.entries(Object.groupBy(keys, (key) => elements[key]?.provenance ?? "documented")).map(
    ([basis, found]) => `${basisIn(language, basis as "documented")} ${found?.length}`,
  );
  const about = [...new Set(keys.flatMap(decisionsOn))].sort(
    (one, other) => Number(one.slice(1)) - Number(other.slice(1)),
  );
  const rows = about.map((id) => [decisionLink(language, id), decisions[id]?.title[language] ?? ""]);
  const pages = (operation["x-elb-source"] ?? [])
    .map((title) => `<span lang="zh-CN">${title}</span>`)
    .join(", ");
  return blocks(
    `## ${words.provenanceAndContradictions}`,
    `${words.pages}${language === "en" ? ": " : "："}${pages || "–"}. ${counts.join(" · ")}.`,
    rows.length === 0 ? words.noContradictions : table(["", words.contradictions], rows),
  );
}
