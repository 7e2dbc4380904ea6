/** The vendor's own HTTP core, as its SDK for Node.js has it, signs its way through the life of a load balancer. */
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { seeded, startSeededEmulator } from "./support/example.ts";
import { noPeers, requirePeer } from "./support/peers.ts";
import type { Server } from "./support/processes.ts";

interface VendorRequest {
  url: string;
  method: string;
  contentType: string;
  queryParams: Record<string, string | number>;
  pathParams: Record<string, string>;
  headers: Record<string, string>;
  data: unknown;
}

// biome-ignore lint/suspicious/noExplicitAny: answers of whatever operation
type VendorAnswer = any;

interface VendorClient {
  sendRequest(request: VendorRequest): Promise<VendorAnswer>;
}

interface VendorBuilder {
  withCredential(credential: unknown): VendorBuilder;
  withEndpoint(endpoint: string): VendorBuilder;
  build(): VendorClient;
}

interface VendorCore {
  ClientBuilder: new (init: (client: VendorClient) => VendorClient) => VendorBuilder;
  BasicCredentials: new (given: { ak: string; sk: string; projectId: string }) => unknown;
}

const loadCore = (): VendorCore => ({
  ...(requirePeer("@huaweicloud/huaweicloud-sdk-core") as Pick<VendorCore, "BasicCredentials">),
  ...(requirePeer("@huaweicloud/huaweicloud-sdk-core/ClientBuilder") as Pick<VendorCore, "ClientBuilder">),
});

const { projectId, accessKey, listenerId } = seeded;
const vpcId = "f54a3ffd-7a55-4568-9e3d-f0ff2d46a107";

describe.skipIf(noPeers)(`vendor's core ${noPeers ?? ""}`, () => {
  let emulator: Server;
  beforeAll(async () => {
    // It writes each request that is refused to stdout, with all that is in it.
    const { Logger4jInstance } = requirePeer("@huaweicloud/huaweicloud-sdk-core/logger/log4jLogger") as {
      Logger4jInstance: { error(): void };
    };
    vi.spyOn(Logger4jInstance, "error").mockReturnValue();
    emulator = await startSeededEmulator("--job-seconds", "0.1");
  });
  afterAll(() => emulator.stop());

  function createCaller(sk = accessKey.sk) {
    const core = loadCore();
    const client = new core.ClientBuilder((built) => built)
      .withCredential(new core.BasicCredentials({ ak: accessKey.ak, sk, projectId }))
      .withEndpoint(emulator.url)
      .build();
    return (method: string, path: string, data: unknown = {}, queryParams = {}): Promise<VendorAnswer> =>
      client.sendRequest({
        url: `/v1.0/{project_id}${path}`,
        method,
        contentType: "application/json",
        queryParams,
        pathParams: { project_id: projectId },
        headers: {},
        data,
      });
  }

  const call = (...given: Parameters<ReturnType<typeof createCaller>>) => createCaller()(...given);

  /** Waits until a job has ended, and returns it. */
  async function ended({ job_id }: VendorAnswer): Promise<VendorAnswer> {
    const isAtWork = (status: string) => status === "INIT" || status === "RUNNING";
    return vi.waitUntil(
      async () => {
        const job = await call("GET", `/jobs/${job_id}`);
        return !isAtWork(job.status) && job;
      },
      { timeout: 10_000 },
    );
  }

  test("creates a load balancer with a listener and members, and takes it all away again", async () => {
    const balancer = {
      name: "by-the-core",
      type: "External",
      bandwidth: 1,
      vpc_id: vpcId,
      admin_state_up: 1,
    };
    const created = await ended(await call("POST", "/elbaas/loadbalancers", balancer));
    expect(created).toMatchObject({ status: "SUCCESS", job_type: "createELB" });
    const loadbalancer_id = created.entities.elb.id;

    const listener = await call("POST", "/elbaas/listeners", {
      name: "by-the-core",
      loadbalancer_id,
      protocol: "HTTP",
      port: 80,
      backend_protocol: "HTTP",
      backend_port: 8080,
      lb_algorithm: "roundrobin",
    });
    expect(listener).toMatchObject({ httpStatusCode: 200, port: 80, loadbalancer_id });

    const members = `/elbaas/listeners/${listener.id}/members`;
    const servers = [
      { server_id: "dbecb618-2259-405f-ab17-9b68c4f541b0", address: "172.16.0.31" },
      { server_id: "97444148-7afb-47cc-b4a3-6e1c94d1ade4", address: "172.16.0.16" },
    ];
    const added = await ended(await call("POST", members, servers));
    expect(added).toMatchObject({ status: "SUCCESS", job_type: "createMember" });
    const filter = { server_address: "172.16.0.16", limit: 10 };
    const found = await call("GET", members, {}, filter);
    expect([...found]).toMatchObject([{ server_id: servers[1]?.server_id, status: "ACTIVE" }]);

    const removeMember = added.entities.members.map(({ id }: { id: string }) => ({ id }));
    const removed = await ended(await call("POST", `${members}/action`, { removeMember }));
    expect(removed).toMatchObject({ status: "SUCCESS", job_type: "removeMember" });

    const deleted = await ended(await call("DELETE", `/elbaas/loadbalancers/${loadbalancer_id}`));
    expect(deleted).toMatchObject({ status: "SUCCESS", entities: { elb_id: loadbalancer_id } });
    const gone = call("GET", `/elbaas/loadbalancers/${loadbalancer_id}`);
    await expect(gone).rejects.toMatchObject({ httpStatusCode: 400 });
  });

  test("is refused with a wrong secret key", async () => {
    const refused = createCaller("wrong-secret-key-not-a-secret")("GET", `/elbaas/listeners/${listenerId}`);
    await expect(refused).rejects.toMatchObject({ httpStatusCode: 401, errorCode: "APIGW.0301" });
  });
});
