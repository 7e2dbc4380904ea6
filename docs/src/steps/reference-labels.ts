/** The Chinese labels of Redoc. Its community edition asks a function for them that always answers in English. */

// As it stands in the bundle: by the key of a label, the English text or the options that hold it.
const ENGLISH_ONLY = "useTranslate:()=>({translate:(e,t)=>(typeof t==`string`?t:t?.defaultValue)||e||``})";

const labels: Readonly<Record<string, string>> = {
  loading: "加载中……",
  "sidebar.actions.hide": "隐藏侧栏",
  "sidebar.actions.show": "显示侧栏",
  "sidebar.actions.singleColumn": "单栏",
  "sidebar.actions.changeToSingleColumn": "切换为单栏",
  "sidebar.actions.twoColumns": "双栏",
  "sidebar.actions.changeToTwoColumns": "切换为双栏",
  "page.actions.copyButtonText": "复制",
  "page.actions.copyTitle": "复制为文本",
  "page.actions.copyDescription": "将本页复制为YAML",
  "page.actions.moreActions": "更多操作",
  "page.apiNotFound.title": "此地址没有页面",
  "page.apiNotFound.description": "没有页面：",
  "page.apiNotFound.hint": "可能已移动或删除。",
  "page.apiNotFound.backButton": "返回文档",
  "info.title": "概述",
  "info.license": "许可证",
  "servers.title": "服务地址",
  payload: "请求体",
  request: "请求",
  response: "响应",
  responses: "响应",
  security: "认证",
  viewSecurityDetails: "查看认证方式",
  path: "路径参数",
  query: "查询参数",
  header: "响应头",
  body: "请求体",
  required: "必选",
  example: "示例",
  default: "默认值",
  enum: "取值",
  value: "值",
  discriminator: "区分字段",
  "discriminator.defaultMapping": "默认映射",
  noRequestPayload: "没有请求体",
  noResponseExample: "没有响应示例",
  noResponseContent: "没有内容",
  contentType: "响应的媒体类型",
  operations: "接口",
  parameterName: "参数名",
  property: "属性",
  properties: "属性",
  array: "数组",
  "actions.show": "显示",
  "actions.more": "更多",
  "badges.deprecated": "已弃用",
  "codeSnippet.copy.buttonText": "已复制",
  "codeSnippet.copy.toasterText": "复制",
  "codeSnippet.copy.tooltipText": "复制到剪贴板",
  "codeSnippet.expand.tooltipText": "全部展开",
  "codeSnippet.collapse.tooltipText": "全部收起",
  "openapi.expandAll": "全部展开",
  "openapi.collapseAll": "全部收起",
  "openapi.deepLink.tooltip": "本节链接",
  "openapi.showPattern": "显示模式",
  "openapi.hidePattern": "隐藏模式",
  "search.navbar.label": "搜索 ",
  "search.label": "搜索",
  "search.cancel": "取消",
  "search.searchItem.deprecated": "已弃用",
  "search.searchItem.enum": "取值",
  "search.searchItem.example": "示例",
};

// Words that have no key. Kept in the form in which the bundle has them, so that nothing else is met.
const fixed: readonly (readonly [string, string])[] = [
  ["(`characters`,", "(`个字符`,"],
  ["(`items`,e.minItems", "(`个元素`,e.minItems"],
  ["`non-empty`:", "`非空`:"],
  ["(` or `)", "(` 或 `)"],
  ["+=` or null`", "+=` 或 null`"],
  ["label:`or`", "label:`或`"],
  ["children:` or `", "children:` 或 `"],
  ["title:`Payload`", "title:`请求体`"],
  ["label:`Payload`,lang:`payload`", "label:`请求体`,lang:`payload`"],
  ["`Value:`:`Enum:`", "`值：`:`取值：`"],
  ["label:`Enum:`", "label:`取值：`"],
  ["ONE_OF:`One of:`,ANY_OF:`Any of:`", "ONE_OF:`取其一：`,ANY_OF:`任取：`"],
  ["=`One of:`,", "=`取其一：`,"],
  ["=`Any of:`,", "=`任取：`,"],
];

/** The page with Chinese labels. @throws where the bundle is no longer as this expects it. */
export function translate(html: string): string {
  if (!html.includes(ENGLISH_ONLY))
    throw new Error("Redoc takes its labels in another way now; see reference-labels.ts.");
  const chinese = `useTranslate:()=>({translate:(e,t)=>(${JSON.stringify(labels)})[e]||(typeof t==\`string\`?t:t?.defaultValue)||e||\`\`})`;
  return fixed.reduce(
    replaceAll,
    html.replace(ENGLISH_ONLY, () => chinese),
  );
}

function replaceAll(html: string, [english, chinese]: readonly [string, string]): string {
  if (!html.includes(english)) throw new Error(`Redoc has no ${english} any more; see reference-labels.ts.`);
  return html.replaceAll(english, () => chinese);
}
