import { type ClientRequest, type ClientRequestArgs, request as requestHttp } from "node:http";
import { Agent, request as requestHttps } from "node:https";
import type { Duplex } from "node:stream";
import { type ConnectionOptions, connect } from "node:tls";

type Done = (error: Error | null, socket: Duplex) => void;

/** Milliseconds that the proxy may take. */
const PATIENCE = 30_000;

/** Connects by way of another proxy, which is asked for a tunnel: so it sees nothing of the calls. */
export class TunnelAgent extends Agent {
  readonly #proxy: URL;

  constructor(proxy: URL, options: ConstructorParameters<typeof Agent>[0]) {
    super(options);
    this.#proxy = proxy;
  }

  override createConnection(options: ClientRequestArgs, done: Done): undefined {
    const { host } = this.#proxy;
    const fail = (text: string) => (done as (error: Error) => void)(new Error(`the proxy ${host} ${text}`));
    const request = this.#ask(authorityOf(options));
    request.setTimeout(PATIENCE, () => request.destroy(new Error("no answer")));
    request.once("error", ({ message }) => fail(`fails: ${message}`));
    request.once("connect", ({ statusCode }, socket) => {
      if (statusCode === 200) {
        socket.setTimeout(0);
        done(null, connect({ ...options, socket } as ConnectionOptions));
      } else {
        socket.destroy();
        fail(`refuses a tunnel with status ${statusCode}`);
      }
    });
    request.end();
    return undefined;
  }

  #ask(authority: string): ClientRequest {
    const { username, password, protocol } = this.#proxy;
    const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    const credentials =
      pair === ":" ? {} : { "Proxy-Authorization": `Basic ${Buffer.from(pair).toString("base64")}` };
    const headers = { Host: authority, ...credentials };
    const request = protocol === "https:" ? requestHttps : requestHttp;
    return request({
      hostname: this.#proxy.hostname.replace(/^\[|\]$/g, ""),
      port: this.#proxy.port,
      method: "CONNECT",
      path: authority,
      headers,
      agent: false,
    });
  }
}

function authorityOf({ host, port }: ClientRequestArgs): string {
  return `${host?.includes(":") ? `[${host}]` : host}:${port}`;
}
