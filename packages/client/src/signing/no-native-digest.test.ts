import { expect, it, vi } from "vitest";
import { signRequest } from "../signing.ts";
import { answer, fakeService, keys } from "../testing/fake-service.ts";

vi.mock("./digest.ts", async (load) => ({ ...(await load<object>()), nativeDigest: undefined }));

it("a client signs on a runtime that lends no hash", async () => {
  const { client, sent } = fakeService([answer(200, [])], { credentials: keys });
  await client.listListeners();
  const { method, url, headers } = sent[0]!;
  expect(headers.Authorization).toMatch(/Signature=[\da-f]{64}$/);
  expect(headers).toEqual(signRequest({ method, url, headers }, keys).headers);
});
