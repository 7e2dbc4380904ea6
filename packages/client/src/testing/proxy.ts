import { once } from "node:events";
import { createServer, request, type Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import type { Duplex } from "node:stream";

/** A proxy on the loopback, and what it was asked for. */
export interface TestProxy {
  /** Without credentials. */
  url: string;
  /** `CONNECT host:port`, or method and absolute URL where it was asked without a tunnel. */
  asked: string[];
  /** The values of `Proxy-Authorization`. */
  authorizations: (string | undefined)[];
  close(): Promise<void>;
}

export const portOf = (server: { address(): unknown }): number => (server.address() as AddressInfo).port;

/** Ends a server, whatever it is still connected to. */
export async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, "close");
}

/** Starts an HTTP proxy as they are in companies: it tunnels, forwards, and may ask for `Basic` credentials. */
export async function startProxy(credentials?: string): Promise<TestProxy> {
  const asked: string[] = [];
  const authorizations: (string | undefined)[] = [];
  const sockets = new Set<Duplex>();
  const wanted = credentials && `Basic ${Buffer.from(credentials).toString("base64")}`;
  const admits = (what: string, given: string | undefined): boolean => {
    asked.push(what);
    authorizations.push(given);
    return wanted === undefined || given === wanted;
  };

  const server = createServer((incoming, answer) => {
    const { method = "", url = "", headers } = incoming;
    if (!admits(`${method} ${url}`, headers["proxy-authorization"])) {
      answer.writeHead(407).end();
      return;
    }
    const forward = request(url, { method, headers }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    });
    incoming.pipe(forward);
  });
  server.on("connect", (incoming, client) => {
    sockets.add(client);
    if (!admits(`CONNECT ${incoming.url}`, incoming.headers["proxy-authorization"])) {
      client.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
      return;
    }
    const { hostname, port } = new URL(`http://${incoming.url}`);
    const target: Socket = connect(Number(port), hostname, () => {
      client.write("HTTP/1.1 200 Connection established\r\n\r\n");
      target.pipe(client).pipe(target);
    });
    sockets.add(target);
    target.on("error", () => client.destroy());
    client.on("error", () => target.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await closeServer(server);
  };
  return { url: `http://127.0.0.1:${portOf(server)}`, asked, authorizations, close };
}
