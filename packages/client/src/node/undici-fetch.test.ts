import { once } from "node:events";
import { createServer as createPlainServer, type RequestListener, type Server } from "node:http";
import { createServer } from "node:https";
import * as tls from "node:tls";
import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createElbClient, ElbConfigurationError, ElbNetworkError } from "../index.ts";
import { type UndiciOptions, undiciFetch } from "../node.ts";
import { loopbackCertificate } from "../testing/certificate.ts";
import { projectId, token } from "../testing/fake-service.ts";
import { closeServer, portOf, startProxy } from "../testing/proxy.ts";

const authority = loopbackCertificate();
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const close of closing.splice(0).reverse()) await close();
});
beforeEach(() => {
  for (const name of ["http_proxy", "https_proxy", "no_proxy"]) {
    vi.stubEnv(name, "");
    vi.stubEnv(name.toUpperCase(), "");
  }
});

/** A service that answers with the path, and its URL. */
async function serve(scheme: "http" | "https", listener?: RequestListener): Promise<string> {
  const answer: RequestListener = (request, response) => void response.end(JSON.stringify(request.url));
  const server: Server =
    scheme === "https"
      ? createServer({ cert: authority.cert, key: authority.key }, listener ?? answer)
      : createPlainServer(listener ?? answer);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(() => closeServer(server));
  return `${scheme}://127.0.0.1:${portOf(server)}`;
}

function open(options: UndiciOptions) {
  const fetch = undiciFetch(options);
  closing.push(() => fetch.close());
  return fetch;
}

async function proxy(credentials?: string) {
  const started = await startProxy(credentials);
  closing.push(started.close);
  return { ...started, host: new URL(started.url).host };
}

const get = async (options: UndiciOptions, url: string): Promise<unknown> =>
  (await open(options)(`${url}/path`, { redirect: "manual" })).json();

const call = (options: UndiciOptions, endpoint: string): Promise<unknown> =>
  createElbClient({ endpoint, projectId, credentials: { token }, retries: 0, fetch: open(options) } as never)
    .listListeners()
    .catch((error: unknown) => error);

describe("private authorities", () => {
  it.each([
    ["text", authority.ca],
    ["bytes", Buffer.from(authority.ca)],
    ["a list", [tls.rootCertificates[0] as string, Buffer.from(authority.ca)]],
    ["several in one text", `# two\n${tls.rootCertificates[0]}\n${authority.ca}`],
  ])("are trusted, given as %s", async (_, ca) => {
    expect(await get({ ca }, await serve("https"))).toBe("/path");
  });

  it.skipIf(!tls.setDefaultCACertificates)("are added to those that Node trusts, which stay", async () => {
    const own = tls.getCACertificates("default");
    closing.push(async () => tls.setDefaultCACertificates(own));
    tls.setDefaultCACertificates([authority.ca]);
    expect(await get({ ca: loopbackCertificate().ca }, await serve("https"))).toBe("/path");
  });

  it("are needed: else the error names the reason", async () => {
    const endpoint = await serve("https");
    const other = loopbackCertificate("Another authority");
    for (const options of [{}, { ca: other.ca }]) {
      const error = (await call(options, endpoint)) as Error;
      expect(error).toBeInstanceOf(ElbNetworkError);
      expect(error.message).toMatch(
        /listListeners: (unable to verify|self.signed|unable to get).*certificate/,
      );
    }
  });

  it.each([
    { ca: "" },
    { ca: authority.key },
    { ca: authority.cert.replace(/\n.{9}/, "\nAAAAAAAAA") },
    { ca: [authority.ca, "no PEM"] },
    { ca: 5 },
  ])("that are none are refused: %#", (options) => {
    expect(() => undiciFetch(options as never)).toThrow(ElbConfigurationError);
    expect(() => undiciFetch(options as never)).toThrow("`ca` must be certificates in PEM");
  });
});

describe("a proxy", () => {
  it("tunnels TLS, with the authority checked behind it", async () => {
    const [endpoint, { url, asked, host }] = [await serve("https"), await proxy()];
    expect(await get({ proxy: url, ca: authority.ca }, endpoint)).toBe("/path");
    expect(asked).toEqual([`CONNECT ${new URL(endpoint).host}`]);
    expect(String(await call({ proxy: url }, endpoint))).toContain("certificate");
    expect(host).not.toBe(new URL(endpoint).host);
  });

  it("is asked for the absolute URL without TLS", async () => {
    const [endpoint, { url, asked }] = [await serve("http"), await proxy()];
    expect(await get({ proxy: url }, endpoint)).toBe("/path");
    expect(asked).toEqual([`GET ${endpoint}/path`]);
  });

  it("gets user and password, which no error repeats", async () => {
    const endpoint = await serve("https");
    const { host, authorizations } = await proxy("user:pass@word");
    const good = { proxy: `http://user:pass%40word@${host}`, ca: authority.ca };
    expect(await get(good, endpoint)).toBe("/path");
    const wrong = { proxy: `http://user:wrong-password@${host}`, ca: authority.ca };
    const error = await call(wrong, endpoint);
    expect(error).toBeInstanceOf(ElbNetworkError);
    expect((error as Error).message).toContain("407");
    const basic = authorizations.at(-1) ?? "none";
    expect(basic).toMatch(/^Basic \w/);
    const said = inspect(error, { depth: 9, showHidden: true }) + inspect(open(wrong), { showHidden: true });
    expect(said).not.toContain("wrong-password");
    expect(said).not.toContain(basic.slice(6));
  });

  it("that is not there is an error that says so", async () => {
    const { url, close } = await startProxy();
    await close();
    const error = (await call(
      { proxy: url.replace("//", "//user:secret-word@") },
      "https://127.0.0.1:9443",
    )) as Error;
    expect(error.message).toContain("ECONNREFUSED");
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain("secret-word");
  });

  it("is left out for the hosts of `noProxy`", async () => {
    const [endpoint, { url, asked }] = [await serve("http"), await proxy()];
    expect(await get({ proxy: url, noProxy: "other.example.com, 127.0.0.1" }, endpoint)).toBe("/path");
    expect(asked).toEqual([]);
  });

  it("comes from the environment only if asked for", async () => {
    const [endpoint, { url, asked }] = [await serve("https"), await proxy()];
    vi.stubEnv("HTTPS_PROXY", url);
    const { ca } = authority;
    await get({ ca }, endpoint);
    expect(asked).toHaveLength(0);
    await get({ ca, proxy: true }, endpoint);
    expect(asked).toHaveLength(1);
    vi.stubEnv("NO_PROXY", "127.0.0.1");
    await get({ ca, proxy: true }, endpoint);
    expect(asked).toHaveLength(1);
    await get({ ca, proxy: true, noProxy: "" }, endpoint);
    expect(asked).toHaveLength(2);
    await get({ ca, proxy: url }, endpoint);
    expect(asked).toHaveLength(3);
  });

  it("of HTTP_PROXY counts for https where it stands alone, and lower case comes first", async () => {
    const [endpoint, first, second] = [await serve("https"), await proxy(), await proxy()];
    vi.stubEnv("HTTP_PROXY", first.url);
    await get({ ca: authority.ca, proxy: true }, endpoint);
    vi.stubEnv("https_proxy", second.url);
    await get({ ca: authority.ca, proxy: true }, endpoint);
    expect([first.asked.length, second.asked.length]).toEqual([1, 1]);
  });

  it.each([
    "proxy.example.com:3128",
    "socks5://user:secret-word@proxy.example.com",
    "http://user:secret-word%@proxy.example.com",
    "http://user:secret-word@:80:80",
    "",
    false,
    5,
  ])("must be an HTTP URL, and is not repeated: %s", (url) => {
    const refuse = (options: UndiciOptions, name: string): void => {
      const error = (() => {
        try {
          return undiciFetch(options);
        } catch (error) {
          return error;
        }
      })();
      expect(error).toBeInstanceOf(ElbConfigurationError);
      expect((error as Error).message).toContain(`${name} is not the URL of an HTTP proxy`);
      expect(inspect(error, { depth: 9 })).not.toContain("secret-word");
    };
    refuse({ proxy: url as never }, "`proxy`");
    if (typeof url !== "string" || url === "") return;
    vi.stubEnv("HTTPS_PROXY", url);
    refuse({ proxy: true }, "The variable HTTPS_PROXY");
  });
});

describe("undiciFetch", () => {
  it("keeps to its number of connections", async () => {
    const sockets = new Set<unknown>();
    const endpoint = await serve("http", (request, response) => {
      sockets.add(request.socket);
      setImmediate(() => response.end("{}"));
    });
    const fetch = open({ connections: 2 });
    await Promise.all(
      Array.from({ length: 9 }, () =>
        fetch(endpoint, { redirect: "manual" }).then((answer) => answer.text()),
      ),
    );
    expect(sockets.size).toBe(2);
  });

  it("sends a client's calls, and none once it is closed", async () => {
    const endpoint = await serve("http", (_, response) => void response.end("[]"));
    const fetch = undiciFetch();
    const client = createElbClient({ endpoint, projectId, credentials: { token }, fetch });
    expect(await client.listListeners()).toEqual([]);
    await fetch.close();
    for (const init of [{}, { redirect: "manual" as const }]) {
      await expect(fetch(endpoint, init)).rejects.toThrow();
    }
  });

  it.each([
    [{ proxi: true }, "no option `proxi`"],
    [{ connections: 0 }, "`connections`"],
    [{ connections: 1.5 }, "`connections`"],
    [{ noProxy: "a" }, "needs `proxy`"],
    [{ noProxy: 5, proxy: true }, "`noProxy`"],
  ])("refuses %o", (options, said) => {
    expect(() => undiciFetch(options as never)).toThrow(ElbConfigurationError);
    expect(() => undiciFetch(options as never)).toThrow(said);
  });
});
