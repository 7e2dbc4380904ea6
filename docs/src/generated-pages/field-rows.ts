/** What a table says of a field or a parameter. */

import { resolve, type Schema } from "../data/description.ts";
import { alternativesOf, type Field } from "../data/fields.ts";
import { decisions, decisionsOn, elements } from "../data/provenance.ts";
import type { Language } from "../language.ts";
import { basisIn, typeIn, wordsIn } from "../words.ts";
import { decisionLink } from "./links.ts";

/** The row of a field: name, type with limits, and what there is to say. `root` is the key of the payload. */
export function fieldRow(language: Language, root: string, field: Field): string[] {
  return [
    `\`${shownName(field.key)}\``,
    [
      typeText(language, field.schemas),
      requiredText(language, field),
      ...limitTexts(language, field.schemas),
    ].join(" · "),
    lines([...descriptionsOf(language, field.schemas), ...noteTexts(language, `${root}.${field.key}`)]),
  ];
}

/** Provenance, where it is not the documents, and the decisions that concern an element. */
export function noteTexts(language: Language, key: string): string[] {
  const provenance = elements[key]?.provenance ?? "documented";
  const basis = provenance === "documented" ? [] : [`*${basisIn(language, provenance)}*`];
  const about = decisionsOn(key).map(
    (id) => `${decisionLink(language, id)} ${decisions[id]?.title[language]}`,
  );
  return [...basis, ...(about.length === 0 ? [] : [`⚠ ${about.join(language === "en" ? "; " : "；")}`])];
}

const lines = (parts: readonly string[]): string => parts.filter((part) => part !== "").join("<br>");

const shownName = (key: string): string => key.replaceAll(".[]", "[]");

function requiredText(language: Language, { required, neededBy }: Field): string {
  const words = wordsIn(language);
  if (required !== "sometimes") return required === "always" ? `**${words.always}**` : words.never;
  const titles = neededBy.join(language === "en" ? ", " : "、");
  return language === "en" ? `**${words.sometimes}** ${titles}` : `**${words.sometimes}**${titles}`;
}

/** Types of all alternatives, in words. */
export function typeText(language: Language, schemas: readonly Schema[]): string {
  const leaves = schemas.flatMap((schema) => alternativesOf(language, schema));
  const types = [...new Set(leaves.flatMap((leaf) => typesOf(language, leaf)))];
  return types.join(language === "en" ? " or " : "或");
}

function typesOf(language: Language, schema: Schema): string[] {
  if (schema.maxProperties === 0) return [language === "en" ? "empty object" : "空对象"];
  const own = schema.type ?? (schema.const === undefined ? inferredType(schema) : typeof schema.const);
  return [own].flat().map((type) => {
    if (type !== "array" || schema.items === undefined) return typeIn(language, type);
    const element = typeText(language, [resolve(language, schema.items)]);
    return language === "en" ? `array of ${element}` : `${element}数组`;
  });
}

const inferredType = (schema: Schema): string => (schema.items === undefined ? "object" : "array");

/** Limits of all alternatives, each once. */
export function limitTexts(language: Language, schemas: readonly Schema[]): string[] {
  const words = wordsIn(language);
  const leaves = schemas.flatMap((schema) => alternativesOf(language, schema));
  const values = [
    ...new Set(leaves.flatMap((leaf) => leaf.enum ?? (leaf.const === undefined ? [] : [leaf.const]))),
  ];
  const open = leaves.some(
    (leaf) => leaf.type === "string" && leaf.enum === undefined && leaf.const === undefined,
  );
  const listed = values.map((value) => `\`${JSON.stringify(value)}\``).join(language === "en" ? ", " : "、");
  const texts = [...schemas, ...leaves].flatMap((leaf) => rangeTexts(language, leaf));
  return [
    ...(values.length === 0
      ? []
      : [`${open ? words.known : words.oneOf}${language === "en" ? " " : "："}${listed}`]),
    ...new Set(texts),
  ];
}

function rangeTexts(language: Language, schema: Schema): string[] {
  const words = wordsIn(language);
  const texts: string[] = [];
  const add = (low: number | undefined, high: number | undefined, unit: string): void => {
    if (low !== undefined && high !== undefined) texts.push(`${low}–${high}${unit}`);
    else if (low === 1 && unit !== "") texts.push(language === "en" ? "not empty" : "不为空");
    else if (low !== undefined) texts.push(`≥ ${low}${unit}`);
    else if (high !== undefined) texts.push(`≤ ${high}${unit}`);
  };
  add(schema.minimum, schema.maximum, "");
  add(schema.minLength, schema.maxLength, language === "en" ? " characters" : "个字符");
  add(schema.minItems, schema.maxItems, language === "en" ? " elements" : "个元素");
  if (schema.pattern !== undefined) texts.push(patternText(language, schema.pattern));
  if (schema.default !== undefined) texts.push(`${words.default} \`${JSON.stringify(schema.default)}\``);
  if (schema.deprecated === true) texts.push(`*${words.deprecated}*`);
  if (schema["x-elb-secret"] === true) texts.push(`*${words.secret}*`);
  return texts;
}

// A pattern that spells words with every letter in both cases says no more than that.
const eitherCase = /^\^(\[[A-Z][a-z]\]|[()|])+\$$/;

function patternText(language: Language, pattern: string): string {
  if (!eitherCase.test(pattern)) return `\`${pattern}\``;
  return language === "en" ? "in upper or lower case" : "不区分大小写";
}

/** Descriptions of all alternatives, each once; those of a fixed value begin with it. */
function descriptionsOf(language: Language, schemas: readonly Schema[]): string[] {
  const texts = schemas.map((schema) => ({ schema, text: resolve(language, schema).description ?? "" }));
  const several = new Set(texts.map(({ text }) => text)).size > 1;
  const colon = language === "en" ? ": " : "：";
  return [
    ...new Set(
      texts.map(({ schema, text }) =>
        several && schema.const !== undefined ? `\`${schema.const}\`${colon}${text.trim()}` : text.trim(),
      ),
    ),
  ];
}
