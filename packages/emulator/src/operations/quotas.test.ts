import { expect, test } from "vitest";
import { createApi } from "../testing/api.ts";

const QUOTAS = "/elbaas/quotas";

test("as observed, with 255 as the upper limit and no use of listeners (D86, D87)", async () => {
  const { call } = createApi();
  expect((await call("GET", QUOTAS)).body).toEqual({
    quotas: {
      resources: [
        { type: "elb", used: 2, quota: 5, max: 255, min: 1 },
        { type: "listener", used: "", quota: 5, max: 255, min: 1 },
      ],
    },
  });
});

test("as on the page", async () => {
  const { call } = createApi({ quirks: "documented" });
  const { resources } = (await call("GET", QUOTAS)).body.quotas;
  expect(resources).toEqual([
    { type: "elb", used: 2, quota: 5, max: 100, min: 1 },
    { type: "listener", quota: 5, max: 200, min: 1 },
  ]);
});

test("quotas that the emulator is told are reported, the largest as a number", async () => {
  const { call } = createApi({ quotas: { loadbalancers: 1000, listeners: Number.POSITIVE_INFINITY } });
  const { resources } = (await call("GET", QUOTAS)).body.quotas;
  expect(resources).toMatchObject([{ quota: 1000, max: 1000 }, { quota: Number.MAX_SAFE_INTEGER }]);
});
