import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { type AddressInfo, connect, createServer as createNetServer, type Socket } from "node:net";
import { PassThrough, Writable } from "node:stream";
import { onTestFinished } from "vitest";
import { run } from "../index.ts";

/** The proxy's command within this process. */
export interface RunningProxy {
  readonly url: string;
  readonly port: number;
  /** What it has written so far. */
  readonly stderr: string;
  /** Stops it as SIGTERM does, and gives the exit code. */
  stop(): Promise<number>;
}

/** Starts the command on a free port, before a target. */
export async function startProxy(
  target: string,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<RunningProxy> {
  const stop = new AbortController();
  const stdout = new PassThrough({ encoding: "utf8" });
  let stderr = "";
  const io = {
    stdin: new PassThrough(),
    stdout,
    stderr: new Writable({
      write(chunk, _, done) {
        stderr += chunk;
        done();
      },
    }),
    env,
    signal: stop.signal,
  };
  const code = run(["--target", target, "--port", "0", "--ready-json", ...args], io);
  const [line] = await Promise.race([once(stdout, "data"), code.then(() => [""])]);
  const { url, port } = JSON.parse(line as string) as { url: string; port: number };
  onTestFinished(() => stop.abort());
  return {
    url,
    port,
    get stderr() {
      return stderr;
    },
    stop() {
      stop.abort();
      return code;
    },
  };
}

/** A service of a test. */
export interface Service {
  readonly url: string;
  readonly host: string;
}

/** Answers by `node:http`. */
export async function startService(listener: RequestListener): Promise<Service> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return serviceAt(server.address() as AddressInfo);
}

/** Answers byte by byte. */
export async function startRawService(onSocket: (socket: Socket) => void): Promise<Service> {
  const sockets = new Set<Socket>();
  const server = createNetServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    onSocket(socket);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return serviceAt(server.address() as AddressInfo);
}

function serviceAt({ port }: AddressInfo): Service {
  return { url: `http://127.0.0.1:${port}`, host: `127.0.0.1:${port}` };
}

/** Opens a connection and writes to it. */
export function open(port: number, text = ""): Socket {
  const socket = connect(port, "127.0.0.1", () => text !== "" && socket.write(text));
  socket.setEncoding("latin1").on("error", () => undefined);
  return socket;
}

/** Writes a request byte by byte, and reads until the connection is closed. The request has to ask for that. */
export async function talk(port: number, text: string): Promise<string> {
  const socket = open(port, text);
  let answer = "";
  socket.on("data", (chunk) => (answer += chunk));
  await new Promise((resolve) => socket.once("close", resolve));
  return answer;
}

/** Reads from a connection until something has come. */
export async function readUntil(socket: Socket, text: string): Promise<string> {
  let read = "";
  for await (const [chunk] of on(socket)) {
    read += chunk;
    if (read.includes(text)) return read;
  }
  return read;
}

async function* on(socket: Socket): AsyncGenerator<[string]> {
  for (;;) {
    const next = await Promise.race([once(socket, "data"), once(socket, "close").then(() => undefined)]);
    if (next === undefined) return;
    yield next as [string];
  }
}

/** Some calls of the API. */
export const calls = {
  listPath: "/v1.0/55300f3c8f764c06b1a32e2302edc305/elbaas/loadbalancers",
  memberPath:
    "/v1.0/55300f3c8f764c06b1a32e2302edc305/elbaas/listeners/248425d7b97dc26920eb23720115e068/members",
  members: JSON.stringify([{ server_id: "dbecb618-2259-405f-ab17-9b68c4f541b0", address: "172.16.0.31" }]),
  list: JSON.stringify({ loadbalancers: [], instance_num: "0" }),
  launched: JSON.stringify({
    uri: "/v1.0/55300f3c8f764c06b1a32e2302edc305/jobs/4010b39b4fc3d5ff014fc4a4e7ab0a52",
    job_id: "4010b39b4fc3d5ff014fc4a4e7ab0a52",
  }),
};
