import { describe, expect, test } from "vitest";
import { conditionsOf } from "./build/conditions.ts";
import type { Description } from "./build/description.ts";
import { checkRequest } from "./check-request.ts";
import { requestSamples } from "./testing/description.ts";
import { unresolved } from "./testing/pointers.ts";

const base = "/v1.0/p/elbaas";
const settings = {
  name: "web",
  loadbalancer_id: "l",
  port: 80,
  backend_port: 80,
  lb_algorithm: "leastconn",
};
const http = { ...settings, protocol: "HTTP", backend_protocol: "HTTP" };
const https = { ...settings, protocol: "HTTPS", backend_protocol: "HTTP", certificate_id: "c" };
const tcp = { ...settings, protocol: "TCP", backend_protocol: "TCP" };
const balancer = requestSamples.find(({ name }) => name === "public-new-eip")!.body as object;
const internal = {
  name: "l",
  type: "Internal",
  vpc_id: "v",
  vip_subnet_id: "s",
  admin_state_up: 1,
  tenantId: "p",
};

function conditions(method: string, path: string, body: object): string[] {
  const { findings } = checkRequest({ method, url: base + path, body });
  expect(unresolved(findings)).toEqual([]);
  return findings.flatMap(({ code, severity, pointer }) =>
    code.startsWith("request.condition.") ? [`${severity} ${code.slice(18)} ${pointer}`] : [],
  );
}

describe("a new listener", () => {
  test.each<[string, object, string[]]>([
    ["nothing that depends", http, []],
    ["a timeout of another protocol", { ...http, tcp_timeout: 5 }, ["note ignored /tcp_timeout"]],
    ["one of its own", { ...tcp, tcp_timeout: 5 }, []],
    [
      "what another property switches off",
      { ...tcp, tcp_draining: false, tcp_draining_timeout: 5 },
      ["note ignored /tcp_draining_timeout"],
    ],
    ["what another property may switch off, but is not there", { ...tcp, tcp_draining_timeout: 5 }, []],
    ["an empty text in place of no value", { ...tcp, sticky_session_type: "" }, []],
    ["persistence with leastconn", { ...http, session_sticky: true }, ["warning value /session_sticky"]],
    ["no persistence with leastconn", { ...http, session_sticky: false }, []],
    ["persistence with roundrobin", { ...http, session_sticky: true, lb_algorithm: "roundrobin" }, []],
    [
      "other ciphers with three versions of TLS",
      { ...https, ssl_protocols: "TLSv1.2 TLSv1.1 TLSv1", ssl_ciphers: "Strict" },
      ["warning value /ssl_ciphers"],
    ],
    [
      "the right ciphers with three versions of TLS",
      { ...https, ssl_protocols: "TLSv1.2 TLSv1.1 TLSv1", ssl_ciphers: "Extended" },
      [],
    ],
    [
      "three versions of TLS with the ciphers left out, which are others by default",
      { ...https, ssl_protocols: "TLSv1.2 TLSv1.1 TLSv1" },
      ["warning required /ssl_ciphers"],
    ],
    ["one version of TLS with the ciphers left out", { ...https, ssl_protocols: "TLSv1.2" }, []],
    ["null in place of no value, where the page wants it empty", { ...tcp, sticky_session_type: null }, []],
    ["what the schema refuses already", { ...https, certificate_id: undefined }, []],
  ])("%s", (_name, body, expected) => {
    expect(conditions("POST", "/listeners", body)).toEqual(expected);
  });
});

describe("a new load balancer", () => {
  test.each<[string, object, string[]]>([
    ["a private one without security group", internal, ["warning required /security_group_id"]],
    ["a private one with security group", { ...internal, security_group_id: "g" }, []],
    [
      "a private one without the project, which the pages ask for and others do without (D55)",
      { ...internal, security_group_id: "g", tenantId: undefined },
      ["note required /tenantId"],
    ],
    ["a public one with a zone", { ...balancer, az: "z" }, ["note ignored /az"]],
    ["a public one with a subnet", { ...balancer, vip_subnet_id: "s" }, ["note ignored /vip_subnet_id"]],
  ])("%s", (_name, body, expected) => {
    expect(conditions("POST", "/loadbalancers", body)).toEqual(expected);
  });
});

test("an update that does not name the protocol is not judged by it", () => {
  const body = { tcp_timeout: 5, udp_timeout: 5, ssl_ciphers: "Strict" };
  expect(conditions("PUT", "/listeners/l", body)).toEqual([]);
  expect(conditions("PUT", "/listeners/l", { ssl_protocols: "TLSv1.2 TLSv1.1 TLSv1" })).toEqual([]);
});

describe("an empty URI of a health check", () => {
  const check = { listener_id: "l", healthcheck_uri: "" };
  test.each<[string, object, string[]]>([
    ["for HTTP", { healthcheck_protocol: "HTTP" }, ["warning value /healthcheck_uri"]],
    ["for TCP", { healthcheck_protocol: "TCP" }, []],
    ["without a protocol", {}, []],
  ])("%s", (_name, body, expected) => {
    expect(conditions("POST", "/healthcheck", { ...check, ...body })).toEqual(expected);
  });

  test("is shown as it is", () => {
    const body = { ...check, healthcheck_protocol: "HTTP" };
    const [finding] = checkRequest({ method: "POST", url: `${base}/healthcheck`, body }).findings;
    expect(finding?.message).toBe(
      'The request body\'s /healthcheck_uri must be another value than "" where healthcheck_protocol is "HTTP", but is "".',
    );
  });
});

test.each<[string, object, string, string]>([
  [
    "required",
    internal,
    'The request body\'s /security_group_id is required where type is "Internal", but missing.',
    'type为"Internal"时，请求体的/security_group_id必填，但未提供。',
  ],
  [
    "ignored",
    { ...balancer, az: "z" },
    'The request body\'s /az has no effect where type is "External".',
    'type为"External"时，请求体的/az不起作用。',
  ],
])("the sentence of %s", (_name, body, english, chinese) => {
  const request = { method: "POST", url: `${base}/loadbalancers`, body };
  expect(checkRequest(request).findings.at(-1)?.message).toBe(english);
  expect(checkRequest(request, { language: "zh-CN" }).findings.at(-1)?.message).toBe(chinese);
});

describe("reading the conditions", () => {
  const a = {
    "x-elb-conditions": [
      { when: { b: 1 }, required: true },
      { when: { "c.d": 1 }, only: [1] },
    ],
  };
  const root = { node: { properties: { a } }, pointer: "/r" };
  const read = (basis: "documented" | "observed") =>
    conditionsOf(
      { paths: {} } as Description,
      {
        elements: {
          "op.request.body.a": { provenance: "documented", pages: [], decisions: ["D1"], about: [] },
        },
        decisions: { D1: { elements: [], title: { en: "", zh: "" }, basis, confidence: "high" } },
      },
      "op",
      root,
    );

  test("a documented rule is a note where a decision follows an observation", () => {
    expect(read("documented").map(({ severity }) => severity)).toEqual(["warning"]);
    expect(read("observed").map(({ severity }) => severity)).toEqual(["note"]);
  });

  test("and where other sources are said to contradict it", () => {
    const disputed = { "x-elb-conditions": [{ when: { b: 1 }, required: true, disputed: true }] };
    const root = { node: { properties: { a: disputed } }, pointer: "/r" };
    const [a] = conditionsOf({ paths: {} } as Description, { elements: {}, decisions: {} }, "op", root);
    expect(a?.severity).toBe("note");
  });

  test("what depends on something outside the request is left out", () => {
    expect(read("documented")[0]?.list.map(({ effect }) => effect)).toEqual(["required"]);
  });
});
