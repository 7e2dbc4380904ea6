import { statSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { isAdministrationPath } from "../administration/path.ts";
import { refusalAnswer, responseOf } from "../http/answers.ts";
import { Refusal } from "../http/refusal.ts";
import { newId } from "../state/formats.ts";
import { checkLoopback } from "./loopback.ts";

const PREFIX = "/_docs";

/**
 * The API on every path, except those that begin with `/_`: there is the documentation, if a folder is given, and what
 * the API's own emulator has at `/_emulator`.
 */
export function createApp(
  fetchApi: (request: Request) => Promise<Response>,
  docsFolder: string | undefined,
  checkPeer: CheckPeer = checkLoopback,
): Hono<Served> {
  const app = new Hono<Served>();
  // Left to the server, which answers faults in the gateway's shape.
  app.onError((error) => {
    throw error;
  });
  if (docsFolder !== undefined) {
    app.use(`${PREFIX}/*`, redirectFolders(docsFolder));
    app.use(`${PREFIX}/*`, filesOf(docsFolder), notFoundPageOf(docsFolder));
    app.get(PREFIX, (context) => context.redirect(`${PREFIX}/`, 301));
  }
  app.all("/*", ({ req, env }) => {
    const url = new URL(req.url);
    if (isAdministrationPath(url.pathname)) return fetchAdministration(req.raw, url, env?.incoming);
    return req.path.startsWith("/_") ? nothingHere() : fetchApi(req.raw);
  });
  return app;

  async function fetchAdministration(
    request: Request,
    url: URL,
    incoming: IncomingMessage | undefined,
  ): Promise<Response> {
    try {
      checkPeer(url, incoming);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return responseOf(refusalAnswer(error, { requestId: newId(), now: Date.now() }));
    }
    return fetchApi(request);
  }
}

interface Served {
  Bindings: { readonly incoming?: IncomingMessage };
}

/** Looks at who sends a request to the administration. @throws Refusal */
export type CheckPeer = (url: URL, incoming: IncomingMessage | undefined) => void;

/** The files of the documentation. */
function filesOf(root: string): MiddlewareHandler {
  const files = serveStatic({ root, rewriteRequestPath: insideDocs });
  return async (context, next) => {
    const found = await files(context, next);
    // The library knows no type of Markdown, and a browser would save it as a file.
    if (found instanceof Response && context.req.path.endsWith(".md"))
      found.headers.set("Content-Type", "text/markdown; charset=utf-8");
    return found;
  };
}

/** The page that the documentation has for what it does not have, if it has one. */
function notFoundPageOf(root: string): MiddlewareHandler {
  const page = serveStatic({ root, path: "404.html" });
  return async (context, next) => {
    const found = await page(context, next);
    return found instanceof Response
      ? new Response(found.body, { status: 404, headers: found.headers })
      : undefined;
  };
}

function insideDocs(path: string): string {
  return path.slice(PREFIX.length);
}

/** A page's relative links only work below the folder, so its address has to end in a slash. */
function redirectFolders(docsFolder: string) {
  return async (context: Context, next: () => Promise<void>) => {
    const { path } = context.req;
    if (path.endsWith("/") || path.includes("..") || !isFolder(join(docsFolder, insideDocs(path))))
      return next();
    return context.redirect(`${new URL(context.req.url).pathname}/`, 301);
  };
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function nothingHere(): Response {
  return new Response("There is nothing here.\n", { status: 404 });
}
