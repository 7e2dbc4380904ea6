/** Our signatures against those of the vendor's Node.js SDK, on the requests of the example. */
import { createElbClient } from "@elb-classic/client";
import { describe, expect, test } from "vitest";
import { seeded } from "./support/example.ts";
import { noPeers, requirePeer } from "./support/peers.ts";
import type { VendorRequest } from "./support/vendor.ts";

interface VendorSigner {
  sign(request: VendorRequest, credential: { getAk(): string; getSk(): string }): { Authorization: string };
}

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
    const { AKSKSigner } = requirePeer("@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner") as {
      AKSKSigner: VendorSigner;
    };
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
        { getAk: () => seeded.accessKey.ak, getSk: () => seeded.accessKey.sk },
      );
      expect(authorization).toBe(vendor.Authorization);
    }
  });
});
