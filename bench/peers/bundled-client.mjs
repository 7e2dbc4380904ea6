import { registerHooks } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { keys, projectId } from "../support/keys.mjs";

/** Paths of the files beside a bundled client that a signed call, which goes well, has loaded. */
export async function filesOfCall(entry) {
  const files = [];
  const folder = pathToFileURL(dirname(entry)).href;
  registerHooks({
    load(url, context, next) {
      if (url.startsWith(folder)) files.push(fileURLToPath(url));
      return next(url, context);
    },
  });
  const { createElbClient } = await import(pathToFileURL(entry).href);
  const fetch = async () => new Response("[]");
  await createElbClient({ region: "cn-north-1", projectId, credentials: keys, fetch }).listListeners();
  return files;
}
