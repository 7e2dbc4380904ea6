import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createElbClient, ElbNetworkError, OutcomeUnknownError } from "../index.ts";
import { undiciFetch } from "../node.ts";
import { loopbackCertificate } from "../testing/certificate.ts";
import { projectId, token } from "../testing/fake-service.ts";
import { closeServer, portOf } from "../testing/proxy.ts";

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(() => closeServer(server));
  return `http://127.0.0.1:${portOf(server)}`;
}

function open() {
  const fetch = undiciFetch();
  closing.push(() => fetch.close());
  return fetch;
}

/** As a client asks. */
const ask = (url: string, init: RequestInit = {}): Promise<Response> =>
  open()(url, { redirect: "manual", ...init });

const reason = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => expect.unreachable(),
    (error) => error,
  );

describe("what a client sends by undici", () => {
  it("arrives with method, path, headers and payload", async () => {
    const url = await serve(async (request, response) => {
      const { method, url, headers } = request;
      request.setEncoding("utf8");
      let payload = "";
      for await (const chunk of request) payload += chunk;
      response.end(JSON.stringify({ method, url, headers, payload }));
    });
    const headers = { "Content-Type": "application/json", "X-Project-Id": "p", "User-Agent": "own" };
    const answer = await ask(`${url}/a%20b?name=%E7%9B%91`, { method: "POST", headers, body: '["监"]' });
    expect(await answer.json()).toEqual({
      method: "POST",
      url: "/a%20b?name=%E7%9B%91",
      headers: {
        accept: "*/*",
        "accept-encoding": "identity",
        connection: "keep-alive",
        "content-length": "7",
        "content-type": "application/json",
        host: new URL(url).host,
        "user-agent": "own",
        "x-project-id": "p",
      },
      payload: '["监"]',
    });
  });

  it("is answered with a Response, whose headers and body are all there", async () => {
    const url = await serve((_, response) => {
      response.writeHead(503, "Not now", { "Retry-After": "7", "Set-Cookie": ["a=1", "b=2"] });
      response.write("监");
      response.end("听器");
    });
    const answer = await ask(`${url}/path`);
    expect(answer).toBeInstanceOf(Response);
    expect(answer).toMatchObject({ status: 503, ok: false, statusText: "Not now", url: `${url}/path` });
    expect(answer.headers.get("retry-after")).toBe("7");
    expect(answer.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
    expect(await answer.clone().text()).toBe("监听器");
    expect(await answer.text()).toBe("监听器");
  });

  it.each([204, 302, 304])("leaves an answer of status %i as it is", async (status) => {
    const url = await serve((_, response) => void response.writeHead(status, { Location: "/else" }).end());
    const answer = await ask(url);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toBe("");
  });

  it("waits for the answer after a 103", async () => {
    const url = await serve((_, response) => {
      response.writeEarlyHints({ link: "</a>; rel=preload" });
      response.end("there");
    });
    expect(await (await ask(url)).text()).toBe("there");
  });

  it("fails as `fetch` does where there is no connection", async () => {
    const error = await reason(ask("http://127.0.0.1:1/path"));
    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({ message: "fetch failed", cause: { code: "ECONNREFUSED" } });
  });

  it("fails as `fetch` does where the answer breaks off", async () => {
    const url = await serve((request, response) => {
      response.writeHead(200, { "Content-Length": "99" }).write("[");
      setImmediate(() => request.socket.destroy());
    });
    const error = await reason((await ask(url)).text());
    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({ message: "terminated", cause: { code: "UND_ERR_SOCKET" } });
  });

  it.each([
    ["before it is sent", undefined],
    ["before the answer", 0],
    ["within the answer", 1],
  ])("is stopped by its signal, %s, and the connection with it", async (_, begun) => {
    const sockets: Socket[] = [];
    const url = await serve((request, response) => {
      sockets.push(request.socket);
      if (begun) response.writeHead(200).write("[");
      else abort.abort(stop);
    });
    const abort = new AbortController();
    const stop = new Error("enough");
    if (begun === undefined) abort.abort(stop);
    const asked = ask(url, { signal: abort.signal });
    const failed = reason(begun ? asked.then((answer) => answer.text()) : asked);
    if (begun) {
      await asked;
      abort.abort(stop);
    }
    expect(await failed).toBe(stop);
    if (begun === undefined) expect(sockets).toEqual([]);
    else if (!sockets[0]!.destroyed) await once(sockets[0]!, "close");
  });

  it("does not hold up a connection by an answer that nobody reads", async () => {
    const sockets = new Set<Socket>();
    const url = await serve((request, response) => {
      sockets.add(request.socket);
      response.end("x".repeat(1_000_000));
    });
    const fetch = undiciFetch({ connections: 1 });
    closing.push(() => fetch.close());
    for (let count = 0; count < 3; count++) await fetch(url, { redirect: "manual" });
    expect(sockets.size).toBe(1);
  });

  it("can be more than that: other payloads, and redirects", async () => {
    const url = await serve((request, response) => {
      if (request.url === "/") response.writeHead(307, { Location: "/else" }).end();
      else request.pipe(response);
    });
    const answer = await open()(`${url}/`, { method: "POST", body: new TextEncoder().encode("bytes") });
    expect(await answer.text()).toBe("bytes");
  });
});

it("a change to a server that is not trusted was certainly not made, and is not tried again", async () => {
  const { cert, key } = loopbackCertificate();
  const server = createSecureServer({ cert, key });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(() => closeServer(server));
  let attempts = 0;
  const client = createElbClient({
    endpoint: `https://127.0.0.1:${portOf(server)}`,
    projectId,
    credentials: { token },
    fetch: open(),
    onRequest: () => attempts++,
  });
  for (const call of [() => client.deleteListener({ listener_id: "l" }), () => client.listListeners()]) {
    attempts = 0;
    const error = await reason(call());
    expect(error).toBeInstanceOf(ElbNetworkError);
    expect(error).not.toBeInstanceOf(OutcomeUnknownError);
    expect(error).toMatchObject({ isTemporary: false });
    expect(attempts).toBe(1);
  }
});
