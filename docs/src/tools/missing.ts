/** Suggests, on the page for addresses that lead nowhere, what may have been meant. */
import { element, pageData } from "./element.ts";
import { nearestNames } from "./nearest.ts";

export interface MissingData {
  operations: readonly string[];
  codes: readonly string[];
}

export function startMissing(output: HTMLElement): void {
  const { operations, codes } = pageData<MissingData>("missing-data");
  const parts = decodeURIComponent(location.pathname).split("/").filter(Boolean);
  const name = (parts.at(-1) ?? "").replace(/\.(html|md)$/, "");
  const chinese = parts.includes("zh-cn");
  const folder = chinese ? "zh-cn/" : "";
  const links = [
    ...nearestNames(name, operations).map((id) => ({ id, href: `${folder}operations/${id}/` })),
    ...nearestNames(name, codes).map((id) => ({ id, href: `${folder}errors/${id}/` })),
  ];
  if (links.length === 0) return;
  const title = chinese ? `没有“${name}”。您要找的也许是：` : `There is no “${name}”. Perhaps you look for:`;
  const items = links.map(({ id, href }) => element("li", {}, element("a", { href }, id)));
  output.replaceChildren(element("p", {}, title), element("ul", {}, ...items));
}
