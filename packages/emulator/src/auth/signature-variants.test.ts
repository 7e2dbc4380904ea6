import { createHash, createHmac, hkdfSync } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createEmulator, createManualClock } from "../index.ts";
import { LISTENER, PROJECT, SEED, takeApart } from "../testing/api.ts";
import { createDigest, webDigest } from "./digest.ts";
import { checkSignature } from "./signature.ts";

const KEY = { ak: "EMULATOR0ACCESSKEY00", sk: "emulator-secret-key-not-a-secret" };
const DATE = "20260115T103000Z";
const LISTENERS = `http://elb.test/v1.0/${PROJECT}/elbaas/listeners`;

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();

interface Variant {
  readonly algorithm: string;
  readonly scope: string;
  readonly key: (sk: string, scope: string) => string | Buffer;
}

/** Written apart from the verifier, the second with Node's own HKDF. */
const scoped = (region: string, service: string): Variant => ({
  algorithm: "SDK-HMAC-SHA256",
  scope: `20260115/${region}/${service}/sdk_request`,
  key: (sk, scope) => scope.split("/").reduce<string | Buffer>((key, part) => hmac(key, part), `SDK${sk}`),
});
const derived = (region: string, service: string): Variant => ({
  algorithm: "V11-HMAC-SHA256",
  scope: `20260115/${region}/${service}`,
  key: (sk, info) => Buffer.from(hkdfSync("sha256", sk, KEY.ak, info, 32)).toString("hex"),
});

interface Signing {
  readonly sk?: string;
  readonly method?: string;
  readonly address?: string;
  /** What is signed, where it differs from what is sent. */
  readonly query?: string;
  readonly payload?: string;
  readonly sent?: Readonly<Record<string, string>>;
  readonly signed?: Readonly<Record<string, string>>;
  readonly scope?: string;
}

function sign(variant: Variant, signing: Signing = {}): Request {
  const {
    sk = KEY.sk,
    method = "GET",
    address = LISTENERS,
    payload = "",
    sent = {},
    signed = sent,
  } = signing;
  const { algorithm, key } = variant;
  const scope = signing.scope ?? variant.scope;
  const url = new URL(address);
  const headers = { ...signed, host: url.host, "x-sdk-date": DATE };
  const pairs = Object.entries(headers).sort(([a], [b]) => (a < b ? -1 : 1));
  const names = pairs.map(([name]) => name).join(";");
  const lines = pairs.map(([name, value]) => `${name}:${value}\n`).join("");
  const query = signing.query ?? url.search.slice(1);
  const canonical = [method, `${url.pathname}/`, query, lines, names, sha256(payload)].join("\n");
  const text = [algorithm, DATE, scope, sha256(canonical)].join("\n");
  const signature = hmac(key(sk, scope), text).toString("hex");
  const authorization = `${algorithm} Credential=${KEY.ak}/${scope}, SignedHeaders=${names}, Signature=${signature}`;
  return new Request(url, { method, headers: { ...sent, "x-sdk-date": DATE, authorization } });
}

function setUp() {
  const clock = createManualClock(Date.UTC(2026, 0, 15, 10, 30, 0));
  const emulator = createEmulator({
    clock,
    seed: { projects: { [PROJECT]: { ...SEED, accessKeys: [KEY] } } },
  });
  return async (request: Request) => {
    const response = await emulator.fetch(request);
    return takeApart(response, await response.text());
  };
}

describe.each([
  ["with a credential scope", scoped("cn-north-1", "elb")],
  ["with an empty region and service, as one public SDK writes it", scoped("", "")],
  ["with a derived key", derived("cn-north-1", "elb")],
])("%s", (_, variant) => {
  test("a correctly signed request is served", async () => {
    expect(await setUp()(sign(variant))).toMatchObject({ status: 200 });
  });

  test("the query is part of it", async () => {
    const send = setUp();
    expect(await send(sign(variant, { address: `${LISTENERS}?name=a` }))).toMatchObject({ status: 200 });
    expect(await send(sign(variant, { address: `${LISTENERS}?name=a`, query: "name=b" }))).toMatchObject({
      status: 401,
    });
  });

  test("a wrong secret is answered with the canonical request, bars for newlines", async () => {
    const { status, code, body } = await setUp()(sign(variant, { sk: "wrong" }));
    expect({ status, code }).toEqual({ status: 401, code: "APIGW.0301" });
    expect(body.error_msg).toBe(
      `Incorrect IAM authentication information: verify aksk signature fail, canonicalRequest:GET|/v1.0/${PROJECT}/elbaas/listeners/||host:elb.test|x-sdk-date:${DATE}||host;x-sdk-date|e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855`,
    );
  });

  test("the date of the scope has to be that of the request", async () => {
    const scope = variant.scope.replace("20260115", "20260114");
    expect(await setUp()(sign(variant, { scope }))).toMatchObject({
      status: 401,
      reason: expect.stringContaining("X-Sdk-Date"),
    });
  });

  test("region and service are part of it", async () => {
    const request = sign(variant);
    const authorization = request.headers.get("authorization")?.replace("20260115/", "20260115/x") ?? "";
    const forged = new Request(request, {
      headers: { ...Object.fromEntries(request.headers), authorization },
    });
    expect(await setUp()(forged)).toMatchObject({ status: 401, code: "APIGW.0301" });
  });

  test("failures lock the key", async () => {
    const send = setUp();
    for (let failure = 0; failure < 6; failure++) await send(sign(variant, { sk: "wrong" }));
    expect((await send(sign(variant))).body.error_msg).toMatch(/failed to reach the limit,forbidden$/);
  });

  test.each([
    ["Node's crypto", createDigest()],
    ["Web Crypto", webDigest],
  ])("%s computes it", async (_name, digest) => {
    const { method, url, headers } = sign(variant);
    const [, signedHeaders = "", signature = ""] =
      /SignedHeaders=(.+), Signature=(.+)$/.exec(headers.get("authorization") ?? "") ?? [];
    const kind = variant.algorithm.startsWith("V11") ? "derived" : "scoped";
    const parts = {
      kind,
      algorithm: variant.algorithm,
      accessKey: KEY.ak,
      scope: variant.scope,
      signature,
    } as const;
    const request = { method, url: new URL(url), headers, body: new Uint8Array() };
    const header = { ...parts, signedHeaders: signedHeaders.split(";") };
    expect(await checkSignature(request, header, KEY.sk, digest)).toMatchObject({ matches: true });
  });
});

describe("what one public SDK for the older gateway signs otherwise", () => {
  const older = scoped("", "");
  const spaced = { "user-agent": "a  b" };
  const collapsed = { "user-agent": "a b" };

  test("runs of white space in a header count as one space, and need not", async () => {
    const send = setUp();
    expect(await send(sign(older, { sent: spaced, signed: collapsed }))).toMatchObject({ status: 200 });
    expect(await send(sign(older, { sent: spaced }))).toMatchObject({ status: 200 });
  });

  test("of several values of a query parameter only the first counts, and need not", async () => {
    const send = setUp();
    const address = `${LISTENERS}?name=b&name=a`;
    expect(await send(sign(older, { address, query: "name=b" }))).toMatchObject({ status: 200 });
    expect(await send(sign(older, { address, query: "name=a&name=b" }))).toMatchObject({ status: 200 });
    expect(await send(sign(older, { address, query: "name=a" }))).toMatchObject({ status: 401 });
  });

  test("for a POST without a body, the query stands in the place of the body", async () => {
    const send = setUp();
    const address = `${LISTENERS}/${LISTENER}/members?b=2&a=1+2`;
    const request = sign(older, { method: "POST", address, query: "", payload: "a=1+2&b=2" });
    // The signature is right: what is refused is the missing body.
    expect(await send(request)).toMatchObject({ status: 400, code: expect.stringMatching(/^ELB\./) });
  });

  test.each([["a derived key", derived("cn-north-1", "elb")]])(
    "none of this holds for %s",
    async (_, variant) => {
      expect(await setUp()(sign(variant, { sent: spaced, signed: collapsed }))).toMatchObject({
        status: 401,
      });
    },
  );
});
