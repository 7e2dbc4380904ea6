/** All generated pages, in both languages. */
import { codes } from "../data/codes.ts";
import { operationsOf } from "../data/description.ts";
import { folderOf, type Language, languages } from "../language.ts";
import { changelogPage } from "./changelog.ts";
import { codePage } from "./error-code.ts";
import { errorListPage } from "./error-list.ts";
import type { GeneratedPage } from "./generated-page.ts";
import { operationPage } from "./operation.ts";
import { operationListPage } from "./operation-list.ts";
import { registerPage } from "./register.ts";
import { tryPage } from "./try.ts";
import { typescriptPages } from "./typescript.ts";

export const generatedPages = (): GeneratedPage[] => languages.flatMap(pagesIn);

function pagesIn(language: Language): GeneratedPage[] {
  const at = (id: string, page: Omit<GeneratedPage, "id">): GeneratedPage => ({
    id: `${folderOf[language]}${id}`,
    ...page,
  });
  return [
    at("operations", operationListPage(language)),
    ...operationsOf(language).map((operation) =>
      at(`operations/${operation.operationId}`, operationPage(language, operation)),
    ),
    at("errors", errorListPage(language)),
    ...codes.map((code) => at(`errors/${code.code}`, codePage(language, code))),
    at("contradictions", registerPage(language)),
    at("try", tryPage(language)),
    at("changelog", changelogPage(language)),
    ...typescriptPages(language).map(({ id, ...page }) => at(id, page)),
  ];
}
