import { describe, expect, test } from "vitest";
import { checkRequest } from "./check-request.ts";
import { requestSamples } from "./testing/description.ts";

const base = "/v1.0/55300f3c8f764c06b1a32e2302edc305/elbaas";
const members = `${base}/listeners/248425d7b97dc26920eb23720115e068/members`;
const member = { server_id: "dbecb618-2259-405f-ab17-9b68c4f541b0", address: "172.16.0.31" };

function sampleBody(operationId: string, name: string): Record<string, unknown> {
  return requestSamples.find((sample) => sample.operationId === operationId && sample.name === name)
    ?.body as never;
}

const {
  tcp_draining: _draining,
  tcp_draining_timeout: _timeout,
  sticky_session_type: _kind,
  cookie_timeout: _lifetime,
  ...listener
} = sampleBody("createListener", "page-sample");
const tcpListener = { ...listener, protocol: "TCP", backend_protocol: "TCP" };
const publicBalancer = sampleBody("createLoadBalancer", "public-new-eip");

function brief(request: Parameters<typeof checkRequest>[0]): string[] {
  return checkRequest(request).findings.map(({ severity, code, pointer }) =>
    `${severity} ${code} ${pointer}`.trim(),
  );
}

const post = (url: string, body: unknown): string[] => brief({ method: "POST", url, body });

test.each(requestSamples)("the example $operationId $name keeps the contract", (sample) => {
  const { operationId, findings } = checkRequest(sample);
  expect(operationId).toBe(sample.operationId);
  // A sample of the pages sets what only a TCP listener heeds.
  expect(findings.filter(({ code }) => code !== "request.condition.ignored")).toEqual([]);
});

describe("payload", () => {
  test("a finding says what is wrong, where, by which rule, and what would be right", () => {
    expect(
      checkRequest({ method: "POST", url: `${base}/listeners`, body: { ...listener, port: 70000 } }),
    ).toEqual({
      operationId: "createListener",
      ok: false,
      findings: [
        {
          code: "request.body.range",
          severity: "error",
          pointer: "/port",
          schema: "/components/schemas/ListenerPort/maximum",
          rule: {
            pages: ["创建监听器"],
            provenance: "documented",
            confidence: "high",
            decisions: [
              {
                id: "D46",
                title: "Numbers whose range is given in characters",
                basis: "documented",
                confidence: "high",
              },
            ],
          },
          expected: "at most 65535",
          actual: "70000",
          message: "The request body's /port must be at most 65535, but is 70000.",
        },
      ],
    });
  });

  test.each([
    ["a property left out", `${members}`, [{ address: "172.16.0.31" }], "required /0/server_id"],
    ["an object in place of the array", `${members}`, member, "type"],
    ["an empty array", `${members}`, [], "length"],
    ["a number in place of a string", `${members}`, [member, { ...member, address: 5 }], "type /1/address"],
    ["a fraction", `${base}/listeners`, { ...listener, port: 80.5 }, "type /port"],
    [
      "another value than the known ones",
      `${base}/listeners`,
      { ...listener, lb_algorithm: "random" },
      "enum /lb_algorithm",
    ],
    ["too long a name", `${base}/listeners`, { ...listener, name: "n".repeat(65) }, "length /name"],
    [
      "a forbidden character",
      `${base}/listeners`,
      { ...listener, description: "<b>" },
      "pattern /description",
    ],
    ["a range with two rules broken", `${base}/listeners`, { ...listener, name: "" }, "length /name"],
  ])("%s", (_name, url, body, finding) => {
    expect(post(url, body)).toEqual([`error request.body.${finding}`]);
  });

  test("text of 64 characters outside the basic plane is 64 characters long", () => {
    expect(post(`${base}/listeners`, { ...tcpListener, description: "😀".repeat(128) })).toEqual([]);
    expect(post(`${base}/listeners`, { ...tcpListener, description: "😀".repeat(129) })).toEqual([
      "error request.body.length /description",
    ]);
  });

  test("a property that is not documented is a warning that does not show the value", () => {
    const body = [{ ...member, "a/b~c": "do-not-show" }];
    const { ok, findings } = checkRequest({ method: "POST", url: members, body });
    expect(ok).toBe(true);
    expect(findings).toMatchObject([
      { code: "request.body.property", severity: "warning", pointer: "/0/a~1b~0c", actual: "a string" },
    ]);
  });

  test("no part of a private key is shown, wherever it stands", () => {
    const key = "-----BEGIN PRIVATE KEY-----\ndo-not-show\n-----END PRIVATE KEY-----";
    const { findings } = checkRequest({
      method: "POST",
      url: `${base}/certificate`,
      body: { name: key, certificate: key, private_key: "do-not-show" },
    });
    expect(findings.map(({ pointer }) => pointer)).toEqual(["/name", "/certificate", "/private_key"]);
    expect(JSON.stringify(findings)).not.toContain("do-not-show");
  });

  test.each([
    ["no frame", "MC4CAQAwBQYDK2VwBCIEIDo-not-show"],
    ["a damaged frame", "-----BEGIN RSA PRIVATE KEY-\nMIIEpdo-not-show"],
    ["another frame", "-----begin rsa private key-----\ndo-not-show"],
    ["anything", "do-not-show"],
  ])("nothing of what stands where a certificate belongs is shown: %s", (_name, certificate) => {
    const body = { certificate, private_key: "-----BEGIN PRIVATE KEY-----\nx\n-----END PRIVATE KEY-----" };
    const [finding] = checkRequest({ method: "POST", url: `${base}/certificate`, body }).findings;
    expect(finding).toMatchObject({ code: "request.body.pattern", pointer: "/certificate" });
    expect(finding?.actual).toBe(`a text of ${certificate.length} characters`);
    expect(JSON.stringify(finding)).not.toMatch(/do-not-show|MC4C|MIIE/);
  });

  test("an object around the payload is named, though the variant cannot be told", () => {
    expect(post(`${base}/listeners`, { listener })).toEqual([
      "error request.body.required /protocol",
      "warning request.body.property /listener",
    ]);
  });

  test("a property of another variant is documented, not unknown", () => {
    expect(post(`${base}/listeners`, { ...tcpListener, udp_timeout: 5 })).toEqual([
      "note request.condition.ignored /udp_timeout",
    ]);
  });
});

describe("variants", () => {
  const udp = { ...listener, protocol: "UDP", backend_protocol: "TCP" };

  test.each([
    [
      "only the branch that the discriminator names is reported",
      `${base}/listeners`,
      udp,
      "enum /backend_protocol",
    ],
    [
      "a discriminator with another value",
      `${base}/listeners`,
      { ...listener, protocol: "SCTP" },
      "enum /protocol",
    ],
    ["a discriminator of another type", `${base}/listeners`, { ...listener, protocol: 6 }, "type /protocol"],
    ["no discriminator", `${base}/listeners`, { ...listener, protocol: undefined }, "required /protocol"],
    [
      "a wrong value in the alternative that was meant",
      `${base}/loadbalancers`,
      { ...publicBalancer, bandwidth: "5" },
      "type /bandwidth",
    ],
    [
      "alternatives of different types",
      `${base}/loadbalancers`,
      { ...publicBalancer, admin_state_up: "yes" },
      "type /admin_state_up",
    ],
    [
      "the values of one of them",
      `${base}/loadbalancers`,
      { ...publicBalancer, admin_state_up: 3 },
      "enum /admin_state_up",
    ],
  ])("%s", (_name, url, body, finding) => {
    expect(post(url, body)).toEqual([`error request.body.${finding}`]);
  });

  const check = `${base}/healthcheck/134e5ea962327c6a574b83e6e7f31f35`;

  test.each<[string, Record<string, unknown>, string[]]>([
    [
      "an HTTP check with a path that has no slash",
      { healthcheck_protocol: "HTTP", healthcheck_uri: "x" },
      ["pattern /healthcheck_uri"],
    ],
    [
      "an HTTP check in lower case, likewise",
      { healthcheck_protocol: "http", healthcheck_uri: "x" },
      ["pattern /healthcheck_uri"],
    ],
    [
      "another check with any path",
      { healthcheck_protocol: "TCP", healthcheck_uri: "x" },
      ["note request.condition.ignored /healthcheck_uri"],
    ],
    ["a path without a protocol", { healthcheck_uri: "x" }, []],
    [
      "a path that is no text",
      { healthcheck_protocol: "TCP", healthcheck_uri: 5 },
      ["type /healthcheck_uri"],
    ],
    ["another protocol", { healthcheck_protocol: "SCTP" }, ["enum /healthcheck_protocol"]],
    ["a protocol cut short", { healthcheck_protocol: "HTT" }, ["enum /healthcheck_protocol"]],
    ["a protocol that is no text", { healthcheck_protocol: 6 }, ["type /healthcheck_protocol"]],
  ])("%s", (_name, body, findings) => {
    expect(brief({ method: "PUT", url: check, body })).toEqual(
      findings.map((one) => (one.startsWith("note ") ? one : `error request.body.${one}`)),
    );
  });

  test("an unknown protocol of a health check names the known ones", () => {
    const [finding] = checkRequest({
      method: "PUT",
      url: check,
      body: { healthcheck_protocol: "SCTP" },
    }).findings;
    expect(finding?.message).toBe(
      'The request body\'s /healthcheck_protocol must be "HTTP", "TCP" or "UDP", but is "SCTP".',
    );
  });

  test("alternatives of which none is there are one finding that names them", () => {
    const { bandwidth: _, ...body } = publicBalancer;
    expect(checkRequest({ method: "POST", url: `${base}/loadbalancers`, body }).findings).toMatchObject([
      {
        code: "request.body.variant",
        pointer: "",
        schema: "/components/schemas/PublicAddress/anyOf",
        message:
          'The request body must have "bandwidth" (New elastic IP) or "vip_address" (Existing elastic IP), but has none of them.',
      },
    ]);
  });
});

describe("form of the payload", () => {
  test("text and bytes are read as JSON", () => {
    const text = JSON.stringify([member]);
    expect(post(members, text)).toEqual([]);
    expect(post(members, new TextEncoder().encode(text))).toEqual([]);
    expect(post(members, `\ufeff${text}`)).toEqual([]);
    expect(post(members, new TextEncoder().encode(`\ufeff${text}`))).toEqual([]);
    expect(post(members, JSON.stringify([{ ...member, address: 5 }]))).toEqual([
      "error request.body.type /0/address",
    ]);
  });

  test.each([
    ["no payload", undefined, "missing"],
    ["empty text", "", "missing"],
    ["no bytes", new Uint8Array(), "missing"],
    ["text that breaks off", '[{"server_id": "s', "syntax"],
    ["bytes that are not UTF-8", new Uint8Array([0x22, 0xff, 0x22]), "syntax"],
    ["null", null, "type"],
  ])("%s", (_name, body, code) => {
    expect(post(members, body)).toEqual([`error request.body.${code}`]);
  });

  test("text that is not JSON is not quoted", () => {
    const [finding] = checkRequest({ method: "POST", url: members, body: '{"token": do-not-show}' }).findings;
    expect(finding?.code).toBe("request.body.syntax");
    expect(JSON.stringify(finding)).not.toContain("show");
  });

  test("a payload where none belongs", () => {
    expect(brief({ method: "DELETE", url: `${base}/listeners/x`, body: "{}" })).toEqual([
      "note request.body.unexpected",
    ]);
  });
});

describe("headers", () => {
  const request = { method: "POST", url: members, body: [member] };
  const token = { "X-Auth-Token": "do-not-show" };

  test.each([
    ["an object", { ...token, "Content-Type": "application/json;charset=utf8" }],
    ["pairs", [...Object.entries(token), ["content-type", "Application/JSON"]] as [string, string][]],
    ["Headers", new Headers({ ...token, "content-type": "application/json" })],
    ["lists of values", { ...token, "content-type": ["application/json"] }],
  ])("Content-Type in %s", (_name, headers) => {
    expect(brief({ ...request, headers })).toEqual([]);
  });

  test.each([
    ["another Content-Type", { "content-type": "text/plain" }],
    ["none", {}],
  ])("%s", (_name, headers) => {
    expect(brief({ ...request, headers: { ...headers, ...token } })).toEqual([
      "error request.header.content-type header/content-type",
    ]);
  });

  test("are not checked where they are not given", () => {
    expect(brief(request)).toEqual([]);
    expect(brief({ ...request, headers: null as never })).toEqual([]);
  });

  test("that are no texts are read as such, or not there", () => {
    const headers = { ...token, "content-type": 5, "x-sdk-date": null };
    expect(brief({ ...request, headers })).toEqual(["error request.header.content-type header/content-type"]);
  });

  test("of which one is long are cut off", () => {
    const headers = { ...token, "content-type": `text/plain; a=${"b".repeat(1000)}` };
    const [finding] = checkRequest({ ...request, headers }).findings;
    expect(finding?.message.length).toBeLessThan(200);
  });

  const repeated = ["warning request.header.repeated header/x-auth-token"];

  test.each<[string, Parameters<typeof checkRequest>[0]["headers"], string[]]>([
    [
      "pairs",
      [
        ["X-Auth-Token", "a"],
        ["x-auth-token", "do-not-show"],
        ["Content-Type", "application/json"],
      ],
      repeated,
    ],
    [
      "an object",
      { "X-Auth-Token": "a", "x-auth-token": "do-not-show", "Content-Type": "application/json" },
      repeated,
    ],
    [
      "a list of values",
      { "X-Auth-Token": ["a", "do-not-show"], "Content-Type": "application/json" },
      repeated,
    ],
    [
      "the same value",
      [
        ["X-Auth-Token", "a"],
        ["X-Auth-Token", "a"],
        ["Content-Type", "application/json"],
      ],
      [],
    ],
    [
      "an announcement, of which the first counts",
      [
        ["X-Auth-Token", "a"],
        ["Content-Type", "application/json"],
        ["Content-Type", "text/plain"],
      ],
      ["warning request.header.repeated header/content-type"],
    ],
  ])("given several times, in %s", (_name, headers, findings) => {
    expect(brief({ ...request, headers })).toEqual(findings);
    expect(JSON.stringify(checkRequest({ ...request, headers }))).not.toContain("do-not-show");
  });

  test("Content-Type without a payload is asked for, but nothing depends on it", () => {
    const get = { method: "GET", url: members };
    expect(brief({ ...get, headers: token })).toEqual([
      "note request.header.content-type header/content-type",
    ]);
    expect(brief({ ...get, headers: { ...token, "content-type": "text/plain" } })).toEqual([]);
  });

  const json = { "content-type": "application/json" };

  test.each<[string, Record<string, string>, string[]]>([
    ["a token", token, []],
    ["a signature", { authorization: "SDK-HMAC-SHA256 x", "x-sdk-date": "20260115T103000Z" }, []],
    [
      "a signature without its time",
      { authorization: "SDK-HMAC-SHA256 x" },
      ["warning request.header.date header/x-sdk-date"],
    ],
    ["nothing", {}, ["note request.header.authentication header/x-auth-token"]],
  ])("a request that is authenticated by %s", (_name, headers, findings) => {
    const request = { method: "GET", url: members, headers: { ...json, ...headers } };
    expect(brief(request)).toEqual(findings);
    expect(JSON.stringify(checkRequest(request))).not.toContain("do-not-show");
  });
});

describe("parameters", () => {
  const get = (url: string): string[] => brief({ method: "GET", url });

  test.each([
    ["documented ones", "?limit=10&marker=&server_id=a%20b+c", []],
    ["an unknown one", "?colour=red", ["warning request.query.unknown query/colour"]],
    [
      "one that objects inherit",
      "?constructor=1&__proto__=2",
      ["warning request.query.unknown query/constructor", "warning request.query.unknown query/__proto__"],
    ],
    ["text for a number", "?limit=ten", ["error request.query.type query/limit"]],
    ["no number", "?limit=", ["error request.query.type query/limit"]],
    ["too small a number", "?limit=-1", ["error request.query.range query/limit"]],
    ["one twice", "?limit=1&limit=2", ["warning request.query.repeated query/limit"]],
    ["one three times", "?limit=1&limit=2&limit=3", ["warning request.query.repeated query/limit"]],
    ["an unknown one twice", "?colour=red&colour=blue", ["warning request.query.unknown query/colour"]],
    ["malformed escapes", "?marker=%zz", []],
    ["a fragment", "#?limit=-1", []],
  ])("%s", (_name, query, findings) => {
    expect(get(members + query)).toEqual(findings);
  });

  test("a path parameter that is empty", () => {
    expect(get(`${base}/listeners/`)).toEqual(["error request.path.parameter path/listener_id"]);
    expect(get(`/v1.0//elbaas/listeners`)).toEqual(["error request.path.parameter path/project_id"]);
  });
});

describe("operation", () => {
  test("an unknown path", () => {
    expect(checkRequest({ method: "GET", url: "https://h/v1.0/p/elbaas/pools?secret=1" })).toMatchObject({
      operationId: undefined,
      ok: false,
      findings: [{ code: "operation.unknown", pointer: "url", actual: "/v1.0/p/elbaas/pools" }],
    });
  });

  test("a method that the path does not have", () => {
    expect(checkRequest({ method: "PATCH", url: members })).toMatchObject({
      operationId: undefined,
      ok: false,
      findings: [{ code: "operation.method", pointer: "method", expected: "GET, POST", actual: "PATCH" }],
    });
  });
});
