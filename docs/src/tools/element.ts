/** Makes elements without markup in strings, so that nothing pasted can become markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** Like `element`, with code spans where the text has backticks. */
export function withCode(text: string): Node[] {
  return text
    .split("`")
    .map((part, index) => (index % 2 === 1 ? element("code", {}, part) : document.createTextNode(part)));
}

/** Reads the data that the build put into a page. */
export const pageData = <T>(id: string): T =>
  JSON.parse(document.getElementById(id)?.textContent ?? "null") as T;
