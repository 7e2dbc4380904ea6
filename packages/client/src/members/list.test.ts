import { describe, expect, it } from "vitest";
import type { ElbClient } from "../client.ts";
import { ElbArgumentError, ElbError } from "../errors/base.ts";
import { listAllMembers } from "./list.ts";

type Query = { marker?: string; limit: number };
type Pages = (query: Query, ids: readonly string[]) => readonly string[];

const all = ["a", "b", "c", "d", "e"];

/** A client whose pages are made by a rule, and what it was asked. */
function paged(pages: Pages, ids: readonly string[] = all) {
  const asked: Query[] = [];
  const listMembers = async (query: Query) => {
    asked.push(query);
    if (asked.length > 20) throw new Error("The paging does not end.");
    return pages(query, ids).map((id) => ({ id }));
  };
  return { client: { listMembers } as unknown as ElbClient, asked };
}

const after: Pages = ({ marker, limit }, ids) => {
  const start = marker === undefined ? 0 : ids.indexOf(marker) + 1;
  return ids.slice(start, start + limit);
};
const from: Pages = ({ marker, limit }, ids) => {
  const start = marker === undefined ? 0 : ids.indexOf(marker);
  return ids.slice(start, start + limit);
};

async function listed(client: ElbClient, limit?: number): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of listAllMembers(client, { listener_id: "l", ...(limit && { limit }) }))
    ids.push(id);
  return ids;
}

describe("listAllMembers", () => {
  it.each([2, 3, 4, 5, 6])(
    "lists each member once where a page begins after its marker, by %i",
    async (limit) => {
      expect(await listed(paged(after).client, limit)).toEqual(all);
    },
  );

  it.each([2, 3, 4, 5, 6])(
    "lists each member once where a page begins with its marker, by %i",
    async (limit) => {
      expect(await listed(paged(from).client, limit)).toEqual(all);
    },
  );

  it("ends at a short page, and asks for none after it", async () => {
    const { client, asked } = paged(after);
    await listed(client, 3);
    expect(asked).toEqual([
      { listener_id: "l", limit: 3 },
      { listener_id: "l", limit: 3, marker: "c" },
    ]);
  });

  it.each<[string, Pages]>([
    ["ignores markers", ({ limit }, ids) => ids.slice(0, limit)],
    ["ignores limits", (_, ids) => ids],
    [
      "goes round in a circle",
      ({ marker }, ids) => [
        ids[(ids.indexOf(marker ?? "e") + 1) % 5]!,
        ids[(ids.indexOf(marker ?? "e") + 2) % 5]!,
      ],
    ],
  ])("ends where a service %s", async (_, pages) => {
    const ids = await listed(paged(pages).client, 2);
    expect(ids).toEqual([...new Set(ids)]);
    expect(all).toEqual(expect.arrayContaining(ids));
  });

  it("passes filters on, and asks for no more than is taken", async () => {
    const { client, asked } = paged(after);
    for await (const _ of listAllMembers(client, { listener_id: "l", status: "ACTIVE", limit: 2 })) break;
    expect(asked).toEqual([{ listener_id: "l", status: "ACTIVE", limit: 2 }]);
  });

  it("keeps members apart that have no id", async () => {
    const client = { listMembers: async () => [{ server_id: "s" }, { server_id: "t" }] };
    const servers: string[] = [];
    for await (const member of listAllMembers(client as never, { listener_id: "l" }))
      servers.push(member.server_id);
    expect(servers).toEqual(["s", "t"]);
  });

  it.each([{ error_code: "ELB.1102" }, null, "", [null], [1]])(
    "throws for a page that is %j",
    async (page) => {
      const client = { listMembers: async () => page };
      const error = await listAllMembers(client as never, { listener_id: "l" })
        .next()
        .catch((reason) => reason);
      expect(error).toBeInstanceOf(ElbError);
      expect(error.message).toContain("listMembers");
    },
  );

  it.each([undefined, null, "l", { listener: "l" }, { listener_id: "l", marker: "m" }])(
    "refuses the parameters %j",
    async (listing) => {
      const { client, asked } = paged(after);
      await expect(listAllMembers(client, listing as never).next()).rejects.toThrow(ElbArgumentError);
      expect(asked).toEqual([]);
    },
  );

  it("gives nothing for an empty list", async () => {
    expect(await listed(paged(() => []).client)).toEqual([]);
  });

  it.each([1, 0, -1, 2.5, Number.NaN])(
    "refuses a limit of %d, which might never get further",
    async (limit) => {
      const { client, asked } = paged(from);
      await expect(listAllMembers(client, { listener_id: "l", limit }).next()).rejects.toThrow(
        ElbArgumentError,
      );
      expect(asked).toEqual([]);
    },
  );
});
