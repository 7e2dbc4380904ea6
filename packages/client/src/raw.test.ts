import { describe, expect, it } from "vitest";
import { ElbAbortError, ElbConfigurationError, ElbNetworkError } from "./index.ts";
import { type ConnectionOptions, createRawElbClient } from "./raw.ts";
import { signRequest } from "./signing.ts";
import { answer, keys, projectId } from "./testing/fake-service.ts";

interface Sent extends RequestInit {
  url: string;
  headers: Record<string, string>;
}

function raw(reply: Response | Error, options: Partial<ConnectionOptions> = {}) {
  const sent: Sent[] = [];
  const client = createRawElbClient({
    endpoint: "https://proxy.example.com/cloud",
    projectId,
    credentials: keys,
    fetch: async (url, init) => {
      sent.push({ ...init, url } as Sent);
      if (reply instanceof Error) throw reply;
      return reply.clone();
    },
    ...options,
  } as ConnectionOptions);
  return { client, sent };
}

const members = "/v1.0/{project_id}/elbaas/listeners/{listener_id}/members";

describe("the raw client", () => {
  it("answers as the wire does, quirks included", async () => {
    const { client } = raw(answer(200, {}));
    const { data } = await client.GET(members, { params: { path: { project_id: "p", listener_id: "l" } } });
    expect(data).toEqual({});
  });

  it("signs what it sends, for the project in the path", async () => {
    const { client, sent } = raw(answer(200, { job_id: "j", uri: "/" }));
    const body = [{ server_id: "s", address: "172.16.0.31" }];
    await client.POST(members, { params: { path: { project_id: "other", listener_id: "l" } }, body });
    const { method, url, headers } = sent[0]!;
    expect(url).toBe("https://proxy.example.com/cloud/v1.0/other/elbaas/listeners/l/members");
    expect(sent[0]).toMatchObject({ body: JSON.stringify(body), headers: { "X-Project-Id": "other" } });
    expect(signRequest({ method: method!, url, headers, body: JSON.stringify(body) }, keys).headers).toEqual(
      headers,
    );
  });

  it("passes the caller's headers on unsigned, but for those that it writes itself", async () => {
    const { client, sent } = raw(answer(200, []));
    await client.GET(members, {
      params: { path: { project_id: "p", listener_id: "l" } },
      headers: {
        "X-Trace": "t",
        "User-Agent": "u",
        authorization: "other",
        "x-auth-token": "other",
        "Content-Type": "text/plain",
      },
    });
    const { headers } = sent[0]!;
    expect(headers).toMatchObject({ "x-trace": "t", "user-agent": "u", "Content-Type": "application/json" });
    expect(headers.Authorization).toContain("SignedHeaders=content-type;host;x-project-id;x-sdk-date,");
    expect(Object.values(headers)).not.toContain("other");
    expect(Object.values(headers)).not.toContain("text/plain");
  });

  it("refuses an endpoint that would swallow the path", () => {
    expect(() => raw(answer(200), { endpoint: "https://proxy.example.com/cloud?" } as never)).toThrow(
      ElbConfigurationError,
    );
  });

  it("leaves error statuses to the caller", async () => {
    const body = { error: { code: "ELB.6101", message: "m" } };
    const { client } = raw(answer(400, body));
    const { data, error, response } = await client.GET(members, {
      params: { path: { project_id: "p", listener_id: "l" } },
    });
    expect([data, error, response.status]).toEqual([undefined, body, 400]);
  });

  it("tells the hooks which operation it is, whatever the prefix and the query", async () => {
    const seen: (string | undefined)[] = [];
    const { client } = raw(answer(200, []), { onRequest: ({ operationId }) => seen.push(operationId) });
    const path = { project_id: "p", listener_id: "l" };
    await client.GET(members, { params: { path, query: { limit: 1 } } });
    await client.POST(members, { params: { path }, body: [] });
    expect(seen).toEqual(["listMembers", "addMembers"]);
  });

  it("throws the client's own errors for what is no answer", async () => {
    expect(() => raw(answer(200), { projectId: "" })).toThrow(ElbConfigurationError);
    const { client } = raw(new TypeError("fetch failed"));
    const call = client.GET(members, { params: { path: { project_id: "p", listener_id: "l" } } });
    await expect(call).rejects.toThrow(ElbNetworkError);
  });

  it("sends nothing when its signal is aborted already", async () => {
    const { client, sent } = raw(answer(200, []));
    const params = { path: { project_id: "p", listener_id: "l" } };
    const call = client.GET(members, { params, signal: AbortSignal.abort() });
    await expect(call).rejects.toThrow(new ElbAbortError("listMembers was stopped by its signal."));
    expect(sent).toHaveLength(0);
  });
});
