/** The sidebar: guides as they are found, operations by group. `route.ts` leaves out what is long on other pages. */
import type { StarlightUserConfig } from "@astrojs/starlight/types";
import { descriptions, operationsOf } from "./data/description.ts";
import { entries, idOf } from "./generated-pages/typescript.ts";

type Sidebar = NonNullable<StarlightUserConfig["sidebar"]>;

const label = (en: string, zh: string) => ({ label: en, translations: { "zh-CN": zh } });

const chinese = new Map(descriptions.zh.tags.map((tag, index) => [index, tag["x-displayName"]]));

const groups: Sidebar = descriptions.en.tags.map((tag, index) => ({
  ...label(tag["x-displayName"], chinese.get(index) ?? tag.name),
  collapsed: true,
  items: operationsOf("en")
    .filter(({ tags }) => tags.includes(tag.name))
    .map(({ operationId }) => `operations/${operationId}`),
}));

export const sidebar: Sidebar = [
  { ...label("Guides", "指南"), items: [{ autogenerate: { directory: "guides" } }] },
  {
    ...label("Operations", "接口"),
    items: [{ slug: "operations", ...label("All operations", "全部接口") }, ...groups],
  },
  {
    ...label("Look up", "查阅"),
    items: [
      { slug: "errors", ...label("Error codes", "错误码") },
      { slug: "contradictions", ...label("Where the documents are wrong", "文档有误之处") },
      { slug: "try", ...label("Try it", "在线试用") },
      { slug: "typescript", ...label("TypeScript API", "TypeScript接口") },
      {
        ...label("Entries", "入口"),
        items: entries.map(({ name }) => ({ slug: idOf(name), label: name.replace("@elb-classic/", "") })),
      },
      { link: "/reference/", ...label("Full API reference", "完整API参考") },
      { slug: "changelog", ...label("Changelog", "更新日志") },
    ],
  },
];
