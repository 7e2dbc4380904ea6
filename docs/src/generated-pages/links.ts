/** Addresses of the site's pages, from its root; the build makes them relative. */
import { folderOf, type Language } from "../language.ts";

const at = (language: Language, path: string): string => `/${folderOf[language]}${path}`;

export const operationPath = (language: Language, id: string): string => at(language, `operations/${id}/`);
export const codePath = (language: Language, code: string): string => at(language, `errors/${code}/`);
export const decisionPath = (language: Language, id: string): string => at(language, `contradictions/#${id}`);
export const referencePath = (language: Language, id: string): string =>
  at(language, `reference/#operation/${id}`);
export const tryPath = (language: Language, id: string): string => at(language, `try/#${id}`);

export const operationLink = (language: Language, id: string): string =>
  `[${id}](${operationPath(language, id)})`;
export const codeLink = (language: Language, code: string): string =>
  `[${code}](${codePath(language, code)})`;
export const decisionLink = (language: Language, id: string): string =>
  `[${id}](${decisionPath(language, id)})`;
