import { connect } from "node:net";
import { afterAll, expect, test } from "vitest";
import { formatSignatureDate } from "../auth/authorization-header.ts";
import { createService } from "../emulator.ts";
import { createManualClock } from "../index.ts";
import { LISTENER, PROJECT, SEED } from "../testing/api.ts";
import { signedRequest } from "../testing/sign.ts";
import { createApp } from "./app.ts";
import { startServer } from "./server.ts";

const KEY = { ak: "EMULATOR0ACCESSKEY00", sk: "emulator-secret-key-not-a-secret" };
const clock = createManualClock(Date.UTC(2026, 0, 15, 10, 30, 0));

function createTwin() {
  const projects = { [PROJECT]: { ...SEED, accessKeys: [KEY], tokens: ["token-not-a-secret"] } };
  return createService({ clock, seed: { projects } });
}

const long = createTwin();
const short = createTwin();
const app = (fetch: typeof long.fetch) => createApp(fetch, undefined).fetch;
const byLongWay = await startServer(app(long.fetch), "127.0.0.1", 0);
const byShortWay = await startServer(app(short.fetch), "127.0.0.1", 0, short.respond);
afterAll(() => Promise.all([byLongWay.stop(), byShortWay.stop()]));

/** Sends bytes as they are and returns what comes back, without what no two answers share. */
function exchange(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes, "latin1"));
    socket.setEncoding("utf8").on("data", (chunk: string) => {
      received += chunk;
    });
    socket.on("error", reject);
    socket.on("close", () => resolve(scrub(received)));
  });
}

function scrub(received: string): string {
  const [head = "", ...body] = received.split("\r\n\r\n");
  const lines = head.toLowerCase().split("\r\n").sort();
  return [...lines, ...body]
    .join("\n")
    .replace(/[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4,12}){4}/g, (id) => (id === LISTENER ? id : "id"));
}

const BASE = `/v1.0/${PROJECT}/elbaas`;
const TOKEN = "X-Auth-Token: token-not-a-secret";

function request(line: string, headers: readonly string[] = [TOKEN], body = "", host = "elb.test"): string {
  const length = body === "" ? [] : [`Content-Length: ${body.length}`];
  const lines = [`${line} HTTP/1.1`, `Host: ${host}`, ...headers, ...length, "Connection: close"];
  return `${lines.join("\r\n")}\r\n\r\n${body}`;
}

function signed(path: string): string[] {
  const { headers } = signedRequest("GET", `http://elb.test${path}`, {
    ...KEY,
    date: formatSignatureDate(clock.now()),
  });
  return [...headers].map(([name, value]) => `${name}: ${value}`);
}

const listener = JSON.stringify({
  name: "n",
  loadbalancer_id: SEED.loadbalancers?.[0]?.id,
  protocol: "TCP",
  port: 90,
  backend_protocol: "TCP",
  backend_port: 80,
  lb_algorithm: "roundrobin",
});

test.each<[string, string]>([
  ["a list", request(`GET ${BASE}/loadbalancers`)],
  ["a list with a filter", request(`GET ${BASE}/loadbalancers?name=public&limit=1`)],
  ["a filter in escapes", request(`GET ${BASE}/listeners?name=listener%31`)],
  ["an unknown filter", request(`GET ${BASE}/listeners?colour=red`)],
  ["a signature", request(`GET ${BASE}/listeners/${LISTENER}`, signed(`${BASE}/listeners/${LISTENER}`))],
  ["a wrong signature", request(`GET ${BASE}/listeners`, signed(`${BASE}/loadbalancers`))],
  ["no credentials", request(`GET ${BASE}/listeners`, [])],
  ["two tokens", request(`GET ${BASE}/listeners`, [TOKEN, TOKEN])],
  ["a body", request(`POST ${BASE}/listeners`, [TOKEN], listener)],
  ["a port that is taken", request(`POST ${BASE}/listeners`, [TOKEN], listener)],
  ["a body that is no JSON", request(`POST ${BASE}/listeners`, [TOKEN], "{")],
  ["a body of a GET", request(`GET ${BASE}/listeners/${LISTENER}`, [TOKEN], "{}")],
  [
    "a body in chunks",
    request(`PUT ${BASE}/listeners/${LISTENER}`, [TOKEN, "Transfer-Encoding: chunked"]).concat(
      '14\r\n{"description":"new"\r\n1\r\n}\r\n0\r\n\r\n',
    ),
  ],
  ["no content", request(`DELETE ${BASE}/listeners/${LISTENER}`)],
  ["what is gone", request(`DELETE ${BASE}/listeners/${LISTENER}`)],
  ["a path of nobody", request("GET /v2/nothing")],
  ["the versions", request("GET /")],
  ["a slash at the end", request(`GET ${BASE}/listeners/`)],
  ["dots in the path", request(`GET ${BASE}/x/../listeners`)],
  ["escaped dots in the path", request(`GET ${BASE}/x/%2e%2e/listeners`)],
  ["an escape in the path", request(`GET ${BASE}/%6cisteners`)],
  ["two slashes", request("GET //elbaas")],
  ["a space of a form", request(`GET ${BASE}/listeners?name=a+b`)],
  ["a whole URL", request(`GET http://elb.test${BASE}/loadbalancers`)],
  ["another method", request(`PATCH ${BASE}/listeners`)],
  ["a method in small letters", request(`get ${BASE}/listeners`)],
  ["HEAD", request(`HEAD ${BASE}/listeners`)],
  ["what is the emulator's own", request("GET /_emulator/")],
  ["a host with a port", request(`GET ${BASE}/listeners`, [TOKEN], "", "elb.test:8080")],
  ["a host that is none", request(`GET ${BASE}/listeners`, [TOKEN], "", "999.1.1.1")],
  ["an impossible port", request(`GET ${BASE}/listeners`, [TOKEN], "", "elb.test:99999")],
  ["an address of IPv6", request(`GET ${BASE}/listeners`, [TOKEN], "", "[::1]:80")],
  ["no host", request(`GET ${BASE}/listeners`, [TOKEN], "", "")],
])("the short way answers as the long one: %s", async (_, bytes) => {
  const answer = await exchange(byLongWay.port, bytes);
  expect(answer).toMatch(/^http\/1\.1 (?!500)\d{3}/m);
  expect(await exchange(byShortWay.port, bytes)).toBe(answer);
});

test("answers come in the order of their requests, although many are sent at once", async () => {
  const ports = [91, 92, 93];
  const bodies = ports.map((port) => listener.replace("90", String(port)));
  const [first, second, third] = bodies.map((body) => request(`POST ${BASE}/listeners`, [TOKEN], body));
  const open = (bytes = "") => bytes.replace("Connection: close\r\n", "");
  const received = await exchange(byShortWay.port, `${open(first)}${open(second)}${third}`);
  expect([...received.matchAll(/"port":(\d+)/g)].map(([, port]) => Number(port))).toEqual(ports);
});
