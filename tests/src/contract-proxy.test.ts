/** `elb-contract proxy` between clients and the emulator, which checks signatures. */
import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { createElbClient } from "@elb-classic/client";
import { undiciFetch } from "@elb-classic/client/node";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { loopbackCertificate } from "../../packages/client/src/testing/certificate.ts";
import { type RunningProxy, runContract, startProxy } from "./support/contract.ts";
import { seeded, startSeededEmulator } from "./support/example.ts";
import { goClient, noGo, withoutNetwork } from "./support/go.ts";
import { inRoot, type Server, startEmulator } from "./support/processes.ts";

const { ak, sk } = seeded.accessKey;
const { projectId, listenerId: listener_id } = seeded;
const folder = mkdtempSync(join(tmpdir(), "elb-contract-proxy-"));
let emulator: Server;

beforeAll(async () => {
  emulator = await startSeededEmulator("--job-seconds", "0.1");
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await emulator.stop();
});

const hostOf = (url: string) => new URL(url).host;

/** That were added. */
let members = 0;

/** Creates a certificate, adds a member, lists, and asks for what is not there. */
async function useApi(client: ReturnType<typeof createElbClient>) {
  const address = `172.16.0.${++members}`;
  const pem = (what: string) => `-----BEGIN ${what}-----\nbm90aGluZw==\n-----END ${what}-----`;
  const body = { name: "by_proxy", certificate: pem("CERTIFICATE"), private_key: pem("PRIVATE KEY") };
  const { id: certificate_id } = await client.createCertificate({ body });
  const job = await client.addMembers({
    listener_id,
    body: [{ server_id: "dbecb618-2259-405f-ab17-9b68c4f541b0", address }],
  });
  await job.wait();
  const list = await client.listMembers({ listener_id });
  expect(list.map(({ server_address }) => server_address)).toContain(address);
  await client.deleteCertificate({ certificate_id });
}

test("a client that signs for the service's host uses the API through it", async () => {
  const host = hostOf(emulator.url);
  const proxy = await startProxy(emulator.url, ["--signing-host", host]);
  await useApi(
    createElbClient({ endpoint: proxy.url, signingHost: host, projectId, credentials: { ak, sk } }),
  );
  const { code, stdout, stderr } = await proxy.stop();
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^0 errors, 0 warnings and 0 notes /)]);
  expect(stderr).toContain(" - addMembers\n");
  expect(stderr).not.toContain(ak);
});

test("a client that has it as its HTTP proxy uses the API through it", async () => {
  const proxy = await startProxy(emulator.url, ["--signing-host", "elb.example.test"]);
  const fetch = undiciFetch({ proxy: proxy.url });
  await useApi(
    createElbClient({ endpoint: "http://elb.example.test", projectId, credentials: { ak, sk }, fetch }),
  );
  expect(await proxy.stop()).toMatchObject({ code: 0 });
});

test("a client without credentials uses the API through one that signs", async () => {
  const proxy = await startProxy(emulator.url, ["--re-sign"], { ELB_AK: ak, ELB_SK: sk });
  await useApi(createElbClient({ endpoint: proxy.url, projectId, credentials: { token: "of-nobody" } }));
  expect(await proxy.stop()).toMatchObject({ code: 0 });
});

test("calls that are signed for the proxy do not lock the key", async () => {
  const proxy = await startProxy(emulator.url);
  const client = createElbClient({ endpoint: proxy.url, projectId, credentials: { ak, sk } });
  for (let call = 0; call < 7; call++) await expect(client.getQuotas({})).rejects.toThrow(/--signing-host/);
  const direct = createElbClient({ endpoint: emulator.url, projectId, credentials: { ak, sk } });
  expect(await direct.getQuotas({})).toBeDefined();
  await proxy.stop();
});

describe("a service with TLS", () => {
  const { ca, cert, key } = loopbackCertificate();
  const caFile = join(folder, "ca.pem");
  writeFileSync(caFile, ca);

  async function startSecure() {
    const server = createSecureServer({ cert, key }, (incoming, outgoing) => {
      outgoing.writeHead(200, { "Content-Type": "application/json" });
      outgoing.end(JSON.stringify({ loadbalancers: [], instance_num: "0", host: incoming.headers.host }));
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    onTestFinished(() => void server.close().closeAllConnections());
    return `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  const list = (proxy: RunningProxy) => fetch(`${proxy.url}/v1.0/${projectId}/elbaas/loadbalancers`);

  test("is trusted by --ca, and not without", async () => {
    const target = await startSecure();
    const [trusting, doubting] = await Promise.all([
      startProxy(target, ["--ca", caFile]),
      startProxy(target),
    ]);
    const answer = await list(trusting);
    expect([answer.status, await answer.json()]).toEqual([
      200,
      expect.objectContaining({ host: hostOf(target) }),
    ]);
    const refused = await list(doubting);
    expect([refused.status, await refused.text()]).toEqual([502, expect.stringContaining("--ca")]);
    await Promise.all([trusting.stop(), doubting.stop()]);
  });

  test("is reached by HTTPS_PROXY, unless NO_PROXY excepts it", async () => {
    const target = await startSecure();
    const tunnels: string[] = [];
    const other = createServer().listen(0, "127.0.0.1");
    other.on("connect", ({ url = "", headers }, socket) => {
      tunnels.push(`${url} ${headers["proxy-authorization"]}`);
      const [host, port] = url.split(":");
      const through = connect(Number(port), host, () => {
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        socket.pipe(through).pipe(socket);
      });
      for (const end of [socket, through]) end.on("error", () => undefined);
    });
    await once(other, "listening");
    onTestFinished(() => void other.close().closeAllConnections());
    const HTTPS_PROXY = `http://us%40er:pass@127.0.0.1:${(other.address() as AddressInfo).port}`;
    const proxy = await startProxy(target, ["--ca", caFile], { HTTPS_PROXY });
    for (const _ of [1, 2]) expect((await list(proxy)).status).toBe(200);
    expect(tunnels).toEqual([`${hostOf(target)} Basic ${btoa("us@er:pass")}`]);
    const past = await startProxy(target, ["--ca", caFile], { HTTPS_PROXY, NO_PROXY: "127.0.0.1" });
    expect((await list(past)).status).toBe(200);
    expect(tunnels).toHaveLength(1);
    await Promise.all([proxy.stop(), past.stop()]);
  });
});

test("the second signal does not wait for calls", async () => {
  const server = createServer(() => undefined).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close().closeAllConnections());
  const arrived = once(server, "request");
  const proxy = await startProxy(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const call = fetch(`${proxy.url}/v1.0/`).catch(() => "broken");
  await arrived;
  const ended = proxy.stop();
  // Until the first one has been noticed: the port is not open any more.
  await expect
    .poll(() =>
      fetch(proxy.url).then(
        () => "open",
        () => "closed",
      ),
    )
    .toBe("closed");
  proxy.process.kill("SIGTERM");
  expect((await ended).code).toBe(null);
  expect(await call).toBe("broken");
});

test("what it recorded is read by the other commands, which say the same", async () => {
  const files = { har: join(folder, "calls.har"), ndjson: join(folder, "calls.ndjson") };
  const proxy = await startProxy(emulator.url, [
    "--har",
    files.har,
    "--ndjson",
    files.ndjson,
    "--format",
    "json",
  ]);
  const path = `/v1.0/${projectId}/elbaas/loadbalancers`;
  for (const query of ["", "?limit=ten&colour=red"]) {
    const headers = { "Content-Type": "application/json", "X-Auth-Token": "secret-token" };
    await (await fetch(proxy.url + path + query, { headers })).text();
  }
  const { stdout } = await proxy.stop();
  const codes = (text: string) => [...new Set(text.match(/(?:request|response)(?:\.[\w-]+)+/g))].sort();
  expect(codes(stdout)).toContain("request.query.unknown");
  for (const file of Object.values(files)) {
    expect(readFileSync(file, "utf8")).not.toContain("secret-token");
    const checked = await runContract("check", file, "--format", "json");
    expect(codes(checked.stdout)).toEqual(codes(stdout));
  }
});

describe.skipIf(noGo)(`client in Go ${noGo ?? ""}`, () => {
  const program = join(folder, "go-client");
  const seedFile = inRoot("tests/src/support/go-seed.json");
  const { domain, users } = JSON.parse(readFileSync(seedFile, "utf8"));
  const [{ name, password, accessKeys }] = users;
  let strict: Server;

  beforeAll(async () => {
    strict = await startEmulator("--seed", seedFile, "--job-seconds", "0.1");
    await promisify(execFile)("go", ["build", "-o", program, "."], { cwd: goClient, env: withoutNetwork() });
  }, 300_000);
  afterAll(() => strict.stop());

  test.each(["password", "keys"])(
    "as it is published, logged in by %s, it keeps the contract",
    async (way) => {
      const har = join(folder, `go-${way}.har`);
      const proxy = await startProxy(strict.url, ["--signing-host", "elb.example.test", "--har", har]);
      const env = {
        HTTP_PROXY: proxy.url,
        ELB_DOMAIN: domain.name,
        ELB_USER: name,
        ELB_PASSWORD: password,
        ELB_AK: accessKeys[0].ak,
        ELB_SK: accessKeys[0].sk,
      };
      const { stdout } = await promisify(execFile)(program, [way, "http://elb.example.test"], { env });
      expect(stdout).toContain("load balancer deleted");
      const { code, stderr } = await proxy.stop();
      expect(stderr).toContain("deleteLoadBalancer");
      expect(code, stderr).toBe(0);
      const recorded = readFileSync(har, "utf8");
      for (const secret of [password, accessKeys[0].ak, accessKeys[0].sk])
        expect(recorded).not.toContain(secret);
      const checked = await runContract("check", har);
      expect(checked.code, checked.stdout).toBe(0);
    },
  );
});
