import { statSync } from "node:fs";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { type Context, Hono } from "hono";

const PREFIX = "/_docs";

/** The API on every path, except those that begin with `/_`: there is the documentation, if a folder is given. */
export function createApp(
  fetchApi: (request: Request) => Promise<Response>,
  docsFolder: string | undefined,
): Hono {
  const app = new Hono();
  // Left to the server, which answers faults in the gateway's shape.
  app.onError((error) => {
    throw error;
  });
  if (docsFolder !== undefined) {
    app.use(`${PREFIX}/*`, redirectFolders(docsFolder));
    app.use(`${PREFIX}/*`, serveStatic({ root: docsFolder, rewriteRequestPath: insideDocs }));
    app.get(PREFIX, (context) => context.redirect(`${PREFIX}/`, 301));
  }
  app.all("/*", ({ req }) => (req.path.startsWith("/_") ? nothingHere() : fetchApi(req.raw)));
  return app;
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
