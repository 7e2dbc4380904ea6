/** The emulator's check of signatures with a derived key, against the vendor's Node.js SDK. */
import { createEmulator } from "@elb-classic/emulator";
import { describe, expect, test } from "vitest";
import { seeded } from "./support/example.ts";
import { noPeers, requirePeer } from "./support/peers.ts";
import type { VendorRequest } from "./support/vendor.ts";

interface Credential {
  getAk(): string;
  getSk(): string;
  getRegionId(): string;
  getDerivedAuthServiceName(): string;
}

interface VendorSigner {
  sign(request: VendorRequest, credential: Credential): Record<string, string>;
}

const ORIGIN = "http://elb.test:8080";
const CREATE = {
  name: "derived",
  loadbalancer_id: "0b07acf06d243925bc24a0ac7445267a",
  protocol: "TCP",
  port: 89,
  backend_protocol: "TCP",
  backend_port: 80,
  lb_algorithm: "roundrobin",
};

function setUp() {
  const { ak, sk } = seeded.accessKey;
  const loadbalancers = [{ id: CREATE.loadbalancer_id }];
  const projects = { [seeded.projectId]: { accessKeys: [{ ak, sk }], loadbalancers } };
  const { fetch } = createEmulator({ seed: { projects } });
  const { DerivedAKSKSigner } = requirePeer("@huaweicloud/huaweicloud-sdk-core/auth/DerivedAKSKSigner") as {
    DerivedAKSKSigner: VendorSigner;
  };

  return async (method: string, queryParams: Record<string, string>, data?: unknown, secret: string = sk) => {
    const endpoint = `${ORIGIN}/v1.0/${seeded.projectId}/elbaas/listeners`;
    const credential = {
      getAk: () => ak,
      getSk: () => secret,
      getRegionId: () => "cn-north-1",
      getDerivedAuthServiceName: () => "elb",
    };
    const sent = { "content-type": "application/json" };
    const headers = DerivedAKSKSigner.sign(
      { endpoint, method, headers: sent, queryParams, data },
      credential,
    );
    expect(headers.Authorization).toMatch(/^V11-HMAC-SHA256 Credential=\w+\/\d{8}\/cn-north-1\/elb, /);
    const payload = data === undefined ? {} : { body: JSON.stringify(data) };
    const address = `${endpoint}?${new URLSearchParams(queryParams)}`;
    return fetch(new Request(address, { method, headers, ...payload }));
  };
}

describe.skipIf(noPeers)(`vendor's signer with a derived key ${noPeers ?? ""}`, () => {
  test("what it signs is accepted", async () => {
    const send = setUp();
    expect((await send("GET", {})).status).toBe(200);
    expect((await send("GET", { name: "a b", loadbalancer_id: CREATE.loadbalancer_id })).status).toBe(200);
    expect((await send("POST", {}, CREATE)).status).toBe(200);
  });

  test("with another secret it is not", async () => {
    const answer = await setUp()("GET", {}, undefined, "wrong");
    expect(answer.status).toBe(401);
    expect(await answer.text()).toContain("canonicalRequest:GET|");
  });
});
