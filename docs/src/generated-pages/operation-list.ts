/** The list of all operations by group. */
import { descriptions, operationsOf } from "../data/description.ts";
import type { Language } from "../language.ts";
import { wordsIn } from "../words.ts";
import type { GeneratedPage } from "./generated-page.ts";
import { operationLink } from "./links.ts";
import { blocks, table } from "./markdown.ts";

export function operationListPage(language: Language): Omit<GeneratedPage, "id"> {
  const words = wordsIn(language);
  const operations = operationsOf(language);
  const groups = descriptions[language].tags.map((tag) => {
    const rows = operations
      .filter(({ tags }) => tags.includes(tag.name))
      .map(({ operationId, summary, method, path }) => [
        operationLink(language, operationId),
        summary,
        `\`${method} ${path}\``,
      ]);
    return blocks(
      `## ${tag["x-displayName"]}`,
      tag.description.trim(),
      table([words.name, words.description, words.address], rows),
    );
  });
  return {
    data: {
      title: words.operations,
      description:
        language === "en"
          ? `All ${operations.length} operations of the API.`
          : `全部${operations.length}个接口。`,
    },
    body: blocks("<!-- picture: resources -->", ...groups),
  };
}
