/** Our signatures against those of the vendor's Node.js SDK: on the requests of the example, and on made-up ones. */
import { createElbClient } from "@elb-classic/client";
import { derivedKey, signRequest } from "@elb-classic/client/signing";
import { describe, expect, test } from "vitest";
import { seeded } from "./support/example.ts";
import { noPeers, requirePeer } from "./support/peers.ts";
import { type Signable, signableRequests } from "./support/signable-requests.ts";
import type { VendorRequest } from "./support/vendor.ts";

interface Credential {
  getAk(): string;
  getSk(): string;
  getRegionId(): string;
  getDerivedAuthServiceName(): string;
}

interface VendorSigner {
  sign(request: VendorRequest, credential: Credential): { Authorization: string };
}

const scope = { region: "cn-north-1", service: "elb" };

const credentialOf = ({ ak, sk }: { ak: string; sk: string }): Credential => ({
  getAk: () => ak,
  getSk: () => sk,
  getRegionId: () => scope.region,
  getDerivedAuthServiceName: () => scope.service,
});

const vendorSigner = (name: "AKSKSigner" | "DerivedAKSKSigner"): VendorSigner =>
  (requirePeer(`@huaweicloud/huaweicloud-sdk-core/auth/${name}`) as Record<string, VendorSigner>)[
    name
  ] as VendorSigner;

const jobId = "4010b39b4fd3d5ff014fd3ec3ed8002d";
const answers: Record<string, unknown> = {
  addMembers: { uri: `/v1/${seeded.projectId}/jobs/${jobId}`, job_id: jobId },
  getJob: { job_id: jobId, job_type: "createMember", status: "SUCCESS" },
  listMembers: [],
};

/** Runs the calls of the example and returns every request that went out. */
async function sentRequests(): Promise<{ url: string; init: RequestInit }[]> {
  const sent: { url: string; init: RequestInit }[] = [];
  let operation = "";
  const client = createElbClient({
    region: "cn-north-1",
    projectId: seeded.projectId,
    credentials: seeded.accessKey,
    onRequest: ({ operationId }) => {
      operation = operationId ?? "";
    },
    fetch: async (url, init) => {
      sent.push({ url, init });
      return Response.json(answers[operation]);
    },
  });
  const listener_id = seeded.listenerId;
  const job = await client.addMembers({
    listener_id,
    body: [{ server_id: "dbecb618-2259-405f-ab17-9b68c4f541b0", address: "172.16.0.31" }],
  });
  await job.wait();
  await client.listMembers({ listener_id, limit: 10, marker: "a b+c/%", address: "172.16.0.31" });
  return sent;
}

describe.skipIf(noPeers)(`vendor's signer ${noPeers ?? ""}`, () => {
  test("both sign each request of the example alike", async () => {
    const AKSKSigner = vendorSigner("AKSKSigner");
    const requests = await sentRequests();
    expect(requests).toHaveLength(3);
    for (const { url, init } of requests) {
      const headers = Object.fromEntries(new Headers(init.headers));
      const { authorization, "x-sdk-date": date, ...others } = headers;
      const { searchParams } = new URL(url);
      const vendor = AKSKSigner.sign(
        {
          endpoint: url,
          method: init.method as string,
          headers: { ...others, "X-Sdk-Date": date as string },
          queryParams: Object.fromEntries(searchParams),
          data: init.body ? JSON.parse(init.body as string) : undefined,
        },
        credentialOf(seeded.accessKey),
      );
      expect(authorization).toBe(vendor.Authorization);
    }
  });

  test("both sign thousands of made-up requests alike, with the plain secret and with a derived key", () => {
    const differing: unknown[] = [];
    for (const request of signableRequests(20_200_608, 5_000)) {
      const [ours, theirs] = [oursOf(request), theirsOf(request)];
      if (JSON.stringify(ours) !== JSON.stringify(theirs)) differing.push({ request, ours, theirs });
    }
    expect(differing.slice(0, 3)).toEqual([]);
  });

  /** Where the vendor's signer departs from the documents; what is made up above has none of it. */
  test.each<[quirk: string, Partial<Signable>]>([
    ["a path is not decoded", { path: "/%E4%B8%AD" }],
    ["some characters of a path are escaped twice", { path: "/a b" }],
    ["a dot segment is not resolved", { path: "/a/../b" }],
    ["the value of a header is not trimmed", { headers: { ...basics, "x-a": " padded " } }],
    [
      "a multipart content type is not signed",
      { headers: { ...basics, "content-type": "multipart/form-data" } },
    ],
    ["the scheme's own port is kept", { origin: "https://elb.example.com:443" }],
    ["names with an underscore are ordered in two ways", { headers: { ...basics, "x-a": "1", x_a: "2" } }],
    [
      "names are sorted by UTF-16 units",
      {
        query: new Map(["\u{10348}", "\ufb01"].map((name) => [name, ["1"]])),
        search: "?%F0%90%8D%88=1&%EF%AC%81=1",
      },
    ],
    ["the method is kept in lower case", { method: "get" }],
    ["a payload that JSON has as false or null is none", { data: null }],
  ])("documented quirk: %s", (_, part) => {
    const request: Signable = { ...quirkless, ...part };
    expect(oursOf(quirkless)).toEqual(theirsOf(quirkless));
    expect(oursOf(request)[0]).not.toBe(theirsOf(request)[0]);
  });
});

const basics = { "X-Sdk-Date": "20200608T023900Z", "content-type": "application/json" };
const quirkless: Signable = {
  method: "GET",
  origin: "https://elb.example.com",
  path: "/",
  query: new Map(),
  search: "",
  headers: basics,
  data: undefined,
  keys: { ak: "FAKEACCESSKEY0000001", sk: "fake-secret-key-for-tests" },
};

/** `Authorization` as this project computes it, by each of the two algorithms. */
function oursOf({ method, origin, path, search, headers, data, keys }: Signable): (string | undefined)[] {
  const body = data === undefined ? undefined : JSON.stringify(data);
  const request = { method, url: origin + path + search, headers, body };
  return [{}, { algorithm: derivedKey(scope) }].map(
    (options) => signRequest(request, keys, options).headers.Authorization,
  );
}

/** The same as the vendor's SDK computes it. */
function theirsOf({ method, origin, path, query, headers, data, keys }: Signable): string[] {
  return (["AKSKSigner", "DerivedAKSKSigner"] as const).map((name) => {
    // It sorts the caller's lists in place.
    const queryParams = Object.fromEntries([...query].map(([key, values]) => [key, [...values]]));
    const request = { endpoint: origin + path, method, headers: { ...headers }, queryParams, data };
    return vendorSigner(name).sign(request, credentialOf(keys)).Authorization;
  });
}
