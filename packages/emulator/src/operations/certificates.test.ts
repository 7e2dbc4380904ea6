import { describe, expect, test } from "vitest";
import { createApi, PROJECT, PUBLIC, UNKNOWN } from "../testing/api.ts";

const CERTIFICATES = "/elbaas/certificate";
const PEM = {
  certificate: "-----BEGIN CERTIFICATE-----\nobviously fake\n-----END CERTIFICATE-----",
  private_key: "-----BEGIN RSA PRIVATE KEY-----\nobviously-fake-key\n-----END RSA PRIVATE KEY-----",
};
const NAMED = { ...PEM, name: "cert-bky", description: "certificate", domain: "www.example.com" };

async function withCertificate(body: object = NAMED, options = {}) {
  const api = createApi(options);
  const { body: certificate } = await api.call("POST", CERTIFICATES, body);
  const https = {
    name: "web",
    loadbalancer_id: PUBLIC,
    protocol: "HTTPS",
    port: 443,
    backend_protocol: "HTTP",
    backend_port: 80,
    lb_algorithm: "roundrobin",
    certificate_id: certificate.id,
  };
  return { ...api, certificate, https, path: `${CERTIFICATES}/${certificate.id}` };
}

describe("creating", () => {
  test("the answer repeats the private key, names the project and leaves out what was not set (D81, D82)", async () => {
    const { certificate } = await withCertificate(PEM);
    expect(certificate).toEqual({
      ...PEM,
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      name: "",
      tenant_id: PROJECT,
      create_time: "2026-01-15 10:30:00",
      update_time: "2026-01-15 10:30:00",
    });
  });

  test("by the documents the answer is complete", async () => {
    const { certificate } = await withCertificate(PEM, { quirks: "documented" });
    expect(certificate).toMatchObject({ domain: null, description: null });
  });

  test.each<[string, unknown, string, string]>([
    [
      "no private key",
      { certificate: PEM.certificate },
      "ELB.1001",
      "private_key or certificate is nil or empty",
    ],
    [
      "an empty private key",
      { ...PEM, private_key: "" },
      "ELB.1001",
      "private_key or certificate is nil or empty",
    ],
    [
      "an empty certificate",
      { ...PEM, certificate: "" },
      "ELB.1001",
      "private_key or certificate is nil or empty",
    ],
    [
      "a key that is no PEM",
      { ...PEM, private_key: "obviously-fake-key" },
      "ELB.1001",
      "parameter is not valid",
    ],
    [
      "both the wrong way round",
      { certificate: PEM.private_key, private_key: PEM.certificate },
      "ELB.1001",
      "not valid",
    ],
    ["a name with a dot", { ...PEM, name: "a.b" }, "ELB.1001", "not valid"],
    ["a domain that begins with a dot", { ...PEM, domain: ".example.com" }, "ELB.1001", "not valid"],
    ["nothing", undefined, "ELB.0002", "Api request is null"],
  ])("%s is refused, and nothing of a key is repeated", async (_, body, code, message) => {
    const { call } = createApi();
    const answer = await call("POST", CERTIFICATES, body);
    expect(answer).toMatchObject({
      status: 400,
      code,
      body: { error: { message: expect.stringContaining(message) } },
    });
    expect(JSON.stringify([answer.body, answer.reason])).not.toContain("obviously");
    expect((await call("GET", CERTIFICATES)).body.certificates).toEqual([]);
  });
});

describe("listing", () => {
  test("shows every certificate with its key, null for what was not set, and their number as text", async () => {
    const { call, certificate } = await withCertificate(PEM);
    const { tenant_id: _, ...kept } = certificate;
    expect((await call("GET", CERTIFICATES)).body).toEqual({
      certificates: [{ ...kept, domain: null, description: null }],
      instance_num: "1",
    });
  });

  test("an empty list is an array (D03)", async () => {
    const { call } = createApi();
    expect((await call("GET", CERTIFICATES)).body).toEqual({ certificates: [], instance_num: "0" });
  });

  test("there are no filters: a query changes nothing", async () => {
    const { call } = await withCertificate();
    expect((await call("GET", `${CERTIFICATES}?limit=0`)).body.instance_num).toBe("1");
  });

  test("a snapshot has no private key", async () => {
    const { emulator } = await withCertificate();
    const certificates = emulator.state().projects[PROJECT]?.certificates;
    expect(certificates).toMatchObject([{ name: "cert-bky", certificate: PEM.certificate }]);
    expect(JSON.stringify(certificates)).not.toContain("KEY");
  });
});

describe("updating", () => {
  test("changes name and description", async () => {
    const { call, clock, path } = await withCertificate();
    clock.advance(60_000);
    const changes = { name: "renamed", description: "" };
    const { body } = await call("PUT", path, changes);
    expect(body).toMatchObject({ ...NAMED, ...changes, update_time: "2026-01-15 10:31:00" });
    expect(body).not.toHaveProperty("tenant_id");
  });

  test.each<[string, object]>([
    ["the certificate", { certificate: `${PEM.certificate}\n` }],
    ["the private key", { private_key: "obviously fake" }],
    ["the domain", { domain: "other.example.com" }],
    ["the name, to one with a dot", { name: "a.b" }],
  ])("%s cannot be changed", async (_, changes) => {
    const { call, path } = await withCertificate();
    const answer = await call("PUT", path, changes);
    expect(answer).toMatchObject({ status: 400, code: "ELB.1001" });
    expect(answer.reason).not.toContain("obviously");
    expect((await call("GET", CERTIFICATES)).body.certificates).toMatchObject([NAMED]);
  });

  test("what stays the same can be sent along", async () => {
    const { call, path } = await withCertificate();
    expect(await call("PUT", path, { ...NAMED, name: "renamed" })).toMatchObject({ status: 200 });
  });
});

describe("deleting", () => {
  test("answers 204, and the certificate is gone", async () => {
    const { call, path } = await withCertificate();
    expect(await call("DELETE", path)).toMatchObject({ status: 204, body: undefined });
    expect((await call("GET", CERTIFICATES)).body.certificates).toEqual([]);
  });

  test.each(["certificate_id", "certificates"])("one that a listener names in %s stays", async (property) => {
    const { call, path, https, certificate } = await withCertificate();
    const { body: other } = await call("POST", CERTIFICATES, PEM);
    const named = { certificate_id: certificate.id, certificates: [certificate.id] }[property];
    const { body } = await call("POST", "/elbaas/listeners", {
      ...https,
      certificate_id: other.id,
      [property]: named,
    });
    expect(await call("DELETE", path)).toMatchObject({
      status: 400,
      code: "ELB.1001",
      reason: expect.stringContaining(body.id),
    });
    await call("DELETE", `/elbaas/listeners/${body.id}`);
    expect(await call("DELETE", path)).toMatchObject({ status: 204 });
  });
});

test.each(["PUT", "DELETE"])("%s of an unknown certificate is 404", async (method) => {
  const { call } = createApi();
  const body = method === "PUT" ? { name: "n" } : undefined;
  expect(await call(method, `${CERTIFICATES}/${UNKNOWN}`, body)).toMatchObject({
    status: 404,
    code: "ELB.1002",
  });
});
