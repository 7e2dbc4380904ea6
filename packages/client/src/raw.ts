/** The API as it is on the wire: an openapi-fetch client that sends and signs as `createElbClient` does. */
import { operations, protocol } from "@elb-classic/spec/operations";
import type { paths } from "@elb-classic/spec/wire-types";
import createClient, { type Client } from "openapi-fetch";
import { type ConnectionOptions, checkConnection } from "./options.ts";
import { createTransport, newSending } from "./transport.ts";

export type { Client } from "openapi-fetch";
export type { ConnectionOptions } from "./options.ts";
export type { paths };

/** Headers that the client alone writes: those that authenticate, and what the signature covers. */
const ours = new Set(
  [...Object.values(protocol.headers), "Content-Type", "Host"].map((name) => name.toLowerCase()),
);

/** The caller's headers. They are not signed, since a runtime or a proxy could rewrite any of them. */
const headersOf = ({ headers }: Request): Record<string, string> =>
  Object.fromEntries([...headers].filter(([name]) => !ours.has(name)));

/** The operation that a request is for, and the project in its path, found by the URL alone. */
function identify(method: string, path: string): { operationId?: string; projectId?: string | undefined } {
  for (const [operationId, row] of Object.entries(operations)) {
    if (row.method !== method) continue;
    const template = row.path.replaceAll(".", "\\.").replace(/\{(\w+)\}/g, "(?<$1>[^/]+)");
    const match = new RegExp(`^${template}$`).exec(path);
    if (match) return { operationId, projectId: match.groups?.project_id };
  }
  return {};
}

/**
 * Makes an openapi-fetch client: `GET("/v1.0/{project_id}/elbaas/listeners", { params: { path: { project_id } } })`
 * resolves to `{ data, error, response }`, with answers untouched and error statuses left to the caller. An
 * `error` is printed by nobody but you: after a failed signature it can echo the access key id. Headers that you
 * give are passed on unsigned, except `Content-Type`, `Host` and those that authenticate, which the client writes.
 *
 * It does not decide what became of a change: a call whose answer is lost rejects with a plain `ElbNetworkError`, one that
 * its signal ends with an `ElbAbortError` without `sent`, and either may have been carried out. Nothing is repeated.
 *
 * @throws {ElbConfigurationError} naming the option that is missing or wrong
 */
export function createRawElbClient(options: ConnectionOptions): Client<paths> {
  const settings = checkConnection(options);
  const send = createTransport(settings);
  return createClient<paths>({
    baseUrl: settings.base,
    fetch: async (request) => {
      const path = request.url.slice(settings.base.length).replace(/[?#].*$/s, "");
      const { operationId, projectId = settings.projectId } = identify(request.method, path);
      const body = request.body ? await request.text() : undefined;
      const { method, url, signal } = request;
      const headers = headersOf(request);
      return (await send({ operationId, method, url, projectId, body, headers }, newSending(signal)))
        .response;
    },
  });
}
