/**
 * Makes a built site independent of where it is served: Astro writes addresses from the root of the host, and they
 * become relative to the page, so that the site works below any prefix.
 */

const ADDRESS = /(\s(?:href|src|action|poster)=")\/(?!\/)([^"]*)"/g;

/** How a page reaches the root: `../` for each folder that it is in. */
export const toRoot = (path: string): string => "../".repeat(path.split("/").length - 1) || "./";

/** The HTML of the page at `path` (`operations/addMembers/index.html`) with relative addresses. */
export const relativeHtml = (path: string, html: string): string =>
  html.replaceAll(ADDRESS, (_, before: string, address: string) => `${before}${toRoot(path)}${address}"`);

const LINK = /(\]\()\/(?!\/)([^)#\s]*)(#[^)\s]*)?\)/g;

/** The Markdown at `path` with relative links; those to pages lead to the Markdown of the page, if it is one of `pages`. */
export function relativeMarkdown(path: string, markdown: string, pages: ReadonlySet<string>): string {
  return markdown.replaceAll(LINK, (_, before: string, address: string, hash: string | undefined) => {
    const target = address.replace(/\/$/, "");
    const file = pages.has(target) ? `${target === "" ? "" : `${target}/`}index.md` : address;
    return `${before}${toRoot(path)}${file}${hash ?? ""})`;
  });
}

// The one script that composes addresses itself: the search. It is in `_astro/`, one folder below the root.
const SEARCH = /baseUrl:[`"']\/[`"'],bundlePath:[^;]{0,60}?[`"']\/pagefind\/[`"'],/;

/** The script of the search with the root found from its own address; undefined for any other script. */
export function relativeSearch(script: string): string | undefined {
  if (!SEARCH.test(script)) return undefined;
  const root = "new URL('..',import.meta.url)";
  return script.replace(SEARCH, `baseUrl:${root}.pathname,bundlePath:${root}.pathname+'pagefind/',`);
}

/**
 * The page for addresses that lead nowhere is shown at any of them, so it finds the root of the site by the first
 * folder that it knows, or by that of the emulator; else it takes the root of the host for it.
 */
export function anywhere(html: string, folders: readonly string[]): string {
  const script = `<script>(()=>{const parts=location.pathname.split("/");const known=parts.findIndex((part)=>${JSON.stringify(folders)}.includes(part));const at=known>0?known:parts.indexOf("_docs")+1;document.write('<base href="'+parts.slice(0,at).join("/")+'/">')})()</script>`;
  return html.replace("<head>", `<head>${script}`);
}

/** Opened from a disk, a link to a folder shows its files; this leads to its page instead. */
export const fromDisk = `<script>location.protocol==="file:"&&addEventListener("click",(event)=>{const link=event.target.closest?.("a[href]");if(link&&link.protocol==="file:"&&link.pathname.endsWith("/"))link.pathname+="index.html"},true)</script>`;
