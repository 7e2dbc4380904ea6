import { describe, expect, it } from "vitest";
import type { ChangeEvent, ElbClientOptions } from "./index.ts";
import { answer, fakeService, projectId } from "./testing/fake-service.ts";

const listener_id = "248425d7b97dc26920eb23720115e068";
const body = [{ server_id: "s", address: "172.16.0.31" }];
const launched = answer(200, { uri: "/", job_id: "j" }, { "x-request-id": "r1" });
const state = (status: string, more: object = {}) => answer(200, { job_id: "j", status, ...more });

function audited(replies: Parameters<typeof fakeService>[0], options: Partial<ElbClientOptions> = {}) {
  const trail: ChangeEvent[] = [];
  return { trail, ...fakeService(replies, { onChange: (event) => trail.push(event), ...options }) };
}
const fails = (call: Promise<unknown>) => expect(call).rejects.toThrow();
const outcomes = (trail: ChangeEvent[]) => trail.map(({ outcome }) => outcome);

describe("an audit trail", () => {
  it("tells what was changed, when, and how the job ended, once", async () => {
    const { client, trail, clock } = audited([launched, state("RUNNING"), state("SUCCESS")]);
    const at = new Date(clock.now());
    const job = await client.addMembers({ listener_id, body });
    await clock.drive(Promise.all([job.wait(), job.wait()]));
    await job.wait();
    const change = {
      operationId: "addMembers",
      ids: { listener_id },
      projectId,
      payload: body,
      at,
      jobId: "j",
    };
    expect(trail).toEqual([
      { ...change, outcome: "accepted", status: 200, requestId: "r1", code: undefined },
      { ...change, outcome: "succeeded", status: undefined, requestId: undefined, code: undefined },
    ]);
  });

  it("tells why a job has failed", async () => {
    const { client, trail } = audited([launched, state("FAIL", { error_code: "ELB.1009" })]);
    const job = await client.addMembers({ listener_id, body });
    await fails(job.wait());
    expect(trail[1]).toMatchObject({ outcome: "failed", jobId: "j", code: "ELB.1009" });
  });

  it.each<[string, Response | Error, Partial<ChangeEvent>]>([
    [
      "a refusal",
      answer(400, { error: { code: "ELB.6101", message: "m" } }, { "x-request-id": "r" }),
      { outcome: "refused", status: 400, code: "ELB.6101", requestId: "r" },
    ],
    [
      "a refused connection",
      new TypeError("fetch failed", { cause: { code: "ECONNREFUSED" } }),
      { outcome: "refused", status: undefined, code: undefined },
    ],
    ["a lost answer", new TypeError("fetch failed"), { outcome: "unknown", status: undefined }],
    ["a gateway's page", answer(502, "<html>"), { outcome: "unknown", status: 502 }],
    ["an answer without a body", answer(204), { outcome: "accepted", status: 204, jobId: undefined }],
  ])("tells %s", async (_, reply, told) => {
    const { client, trail } = audited([reply]);
    await client.deleteListener({ listener_id }).catch(() => {});
    expect(trail).toHaveLength(1);
    expect(trail[0]).toMatchObject({ operationId: "deleteListener", payload: undefined, ...told });
  });

  it("tells that a change was given up, and not what came after", async () => {
    let finish = (_: Response): void => {};
    const late = () =>
      new Promise<Response>((resolve) => {
        finish = resolve;
      });
    const { client, trail, clock } = audited([late]);
    await fails(clock.drive(client.addMembers({ listener_id, body })));
    finish(launched.clone());
    await new Promise((resolve) => setImmediate(resolve));
    expect(outcomes(trail)).toEqual(["unknown"]);
  });

  it("is told once of a change that was repeated", async () => {
    const { client, trail, clock } = audited([answer(429, ""), launched], { retries: 3 });
    const started = clock.now();
    await clock.drive(client.addMembers({ listener_id, body }));
    expect(outcomes(trail)).toEqual(["accepted"]);
    expect(trail[0]?.at).toEqual(new Date(clock.now()));
    expect(clock.now()).toBeGreaterThan(started);
  });

  it("holds no secret", async () => {
    const { client, trail } = audited([answer(200, { id: "c", private_key: "fake-private-key" })]);
    await client.createCertificate({ body: { certificate: "PEM", private_key: "fake-private-key" } });
    expect(trail[0]?.payload).toEqual({ certificate: "PEM", private_key: "***" });
  });

  it("holds no secret at any depth, however it is spelt, of any operation", async () => {
    const { client, trail } = audited([answer(400, "")]);
    const nested = {
      name: "n",
      extra: { private_key: "fake-1" },
      privateKey: "fake-2",
      list: [{ private_key: "fake-3" }],
    };
    await fails(client.updateCertificate({ certificate_id: "c", body: nested as never }));
    await fails(client.createLoadBalancer({ body: [{ private_key: "fake-4" }] as never }));
    expect(trail.map(({ payload }) => payload)).toEqual([
      { name: "n", extra: { private_key: "***" }, privateKey: "***", list: [{ private_key: "***" }] },
      [{ private_key: "***" }],
    ]);
  });

  it("has nothing about reads, nor about what was not sent", async () => {
    const { client, trail } = audited([answer(200, [])], {
      credentials: () => {
        throw new Error("no keys");
      },
    });
    await fails(client.addMembers({ listener_id, body }));
    await fails(client.addMembers({ listener_id: "" } as never));
    await fails(client.addMembers({ listener_id, body }, { signal: AbortSignal.abort() }));
    const other = audited([answer(200, [])]);
    await other.client.listListeners();
    expect([trail, other.trail]).toEqual([[], []]);
  });

  it("cannot break a change", async () => {
    const { client } = audited([answer(204)], {
      onChange: () => {
        throw new Error("hook");
      },
    });
    expect(await client.deleteListener({ listener_id })).toBeUndefined();
  });
});
