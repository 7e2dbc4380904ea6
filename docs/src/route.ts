/** The sidebar of a page: long lists are shown within their own section only, which keeps all other pages light. */
import { defineRouteMiddleware, type StarlightRouteData } from "@astrojs/starlight/route-data";

type Entry = StarlightRouteData["sidebar"][number];

/** First folder of an address, below that of the language. */
const sectionOf = (path: string): string => path.replace(/^\/(zh-cn\/)?/, "").split("/")[0] ?? "";

const belongsTo = (section: string, entry: Entry): boolean =>
  entry.type === "link"
    ? sectionOf(entry.href) === section
    : entry.entries.some((one) => belongsTo(section, one));

export const onRequest = defineRouteMiddleware(({ locals, url }) => {
  const section = sectionOf(url.pathname);
  const { starlightRoute } = locals;
  starlightRoute.sidebar = starlightRoute.sidebar.map((top) => {
    if (top.type === "link") return top;
    return { ...top, entries: top.entries.filter((one) => one.type === "link" || belongsTo(section, one)) };
  });
});
