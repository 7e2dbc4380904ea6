import { type Answer, type AnswerContext, jsonAnswer } from "../../http/answers.ts";
import { html } from "./html.ts";
import type { Page } from "./page.ts";
import { STYLE } from "./style.ts";

/** The page as an answer: it loads nothing, runs nothing, and cannot be framed. */
export function pageAnswer({ head, body }: Page, context: AnswerContext): Answer {
  const { requestId } = context;
  const { status, headers } = jsonAnswer(200, undefined, context);
  const document = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">${head}<style nonce="${requestId}">${{ html: STYLE }}</style></head>
<body>${body}</body></html>
`;
  const policy = [
    "default-src 'none'",
    `style-src 'nonce-${requestId}'`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    status,
    headers: {
      ...headers,
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": policy.join("; "),
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer",
      "Cache-Control": "no-store",
    },
    body: document.html,
  };
}
