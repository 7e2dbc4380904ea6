import { expect, it, vi } from "vitest";
import { ElbNetworkError } from "./index.ts";
import { lazy, once } from "./lazy.ts";
import { answer, fakeService } from "./testing/fake-service.ts";

it("loads once, for however many ask at the same time", async () => {
  let loads = 0;
  const load = once(async () => ++loads);
  expect(await Promise.all([load(), load()])).toEqual([1, 1]);
  expect(await load()).toBe(1);
});

it("tries again after it could not be loaded", async () => {
  const load = vi.fn().mockRejectedValueOnce(new Error("offline")).mockResolvedValue("loaded");
  const get = once(load);
  await expect(get()).rejects.toThrow("offline");
  expect(await get()).toBe("loaded");
});

it("tells of a request without an answer even where that cannot be explained, for want of a network", async () => {
  const trouble = vi.spyOn(lazy, "trouble").mockRejectedValue(new Error("cannot load"));
  const seen: unknown[] = [];
  const { client } = fakeService([new TypeError("fetch failed")], {
    onResponse: ({ error }) => seen.push(error),
  });
  const error = new ElbNetworkError("No answer from elb.example.com to listListeners.");
  await expect(client.listListeners()).rejects.toThrow(error);
  expect(seen).toEqual([error]);
  trouble.mockRestore();
});

it("sends no change before it can tell how it went", async () => {
  const trouble = vi.spyOn(lazy, "trouble").mockRejectedValue(new Error("cannot load"));
  const { client, sent } = fakeService([answer(204)]);
  await expect(client.deleteListener({ listener_id: "l" })).rejects.toThrow("cannot load");
  expect(sent).toHaveLength(0);
  trouble.mockRestore();
});
