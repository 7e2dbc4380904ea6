import { checkExchange } from "../index.ts";

type Resolver = (info: { request: Request }) => Response | Promise<Response>;

/** Wraps the resolver of a mock, so that neither the code under test nor the mock departs from the API. */
export function checked(resolve: Resolver): Resolver {
  return async (info) => {
    const { method, url, headers } = info.request;
    const sent = await info.request.clone().text();
    const response = await resolve(info);
    const answered = await response.clone().text();
    const { ok, findings } = checkExchange({
      request: { method, url, headers, body: sent },
      response: { status: response.status, headers: response.headers, body: answered },
    });
    if (!ok) throw new Error(findings.map(({ message }) => message).join("\n"));
    return response;
  };
}
