import { expect, test } from "vitest";
import { createRandom } from "../faults/random.ts";
import { createEmulator, createManualClock } from "../index.ts";
import { PROJECT, SEED } from "../testing/api.ts";

const PATHS = ["", "/", "/state", "/snapshot", "/restore", "/reset", "/clock", "/clock/hold", "/clock/run"];
const MORE_PATHS = [
  "/clock/advance",
  "/faults",
  "/requests",
  "/requests/",
  "/%",
  "/..",
  "//",
  "/__proto__",
  "/\u0000",
];
const NAMES = [
  "milliseconds",
  "to",
  "faults",
  "status",
  "drop",
  "operations",
  "error",
  "failJob",
  "__proto__",
];
const MORE_NAMES = ["format", "version", "tables", "jobs", "listeners", "constructor", "length", "budget"];
const SCALARS = [
  null,
  true,
  0,
  -1,
  1.5,
  1e300,
  "",
  "before",
  "next-job",
  "listListeners",
  "\ud800",
  "APIGW.0307#1",
];

type Random = ReturnType<typeof createTools>;

function createTools(seed: number) {
  const random = createRandom(seed);
  const next = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(values: readonly T[]): T => values[next(values.length)] as T;
  return { next, pick };
}

function value({ next, pick }: Random, depth: number): unknown {
  const kind = depth > 3 ? 0 : next(4);
  if (kind < 2) return pick(SCALARS);
  const items = Array.from({ length: next(4) }, () => value({ next, pick }, depth + 1));
  return kind === 2
    ? items
    : Object.fromEntries(items.map((item) => [pick([...NAMES, ...MORE_NAMES]), item]));
}

function headers({ next, pick }: Random): Record<string, string> {
  const all: Record<string, string> = {};
  if (next(4) > 0)
    all["Content-Type"] = pick(["application/json", "application/json", "text/plain", ";", "\u00ff"]);
  if (next(4) === 0)
    all.Origin = pick(["http://elb.test", "http://evil.test", "null", "", "\u00ff", "http://"]);
  if (next(6) === 0) all["Sec-Fetch-Site"] = pick(["same-origin", "cross-site", "none", ""]);
  return all;
}

test.each([1, 2, 3])(
  "no request to the administration is answered by a fault of its own, seed %i",
  async (seed) => {
    const random = createTools(seed);
    const { next, pick } = random;
    const clock = createManualClock(Date.UTC(2026, 0, 15, 10, 30, 0));
    const { fetch, snapshot } = createEmulator({
      auth: "off",
      administration: true,
      clock,
      seed: { projects: { [PROJECT]: SEED } },
    });
    const kept = JSON.stringify(snapshot());
    for (let count = 0; count < 1000; count++) {
      const method = pick(["GET", "POST", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "BREW"]);
      const address = `http://elb.test/_emulator${pick([...PATHS, ...MORE_PATHS])}${pick(["", "", "?refresh", "?a=%"])}`;
      const body = pick([JSON.stringify(value(random, 0)), "{", kept.slice(0, next(kept.length)), "", kept]);
      const init = method === "GET" ? {} : { body };
      const response = await fetch(new Request(address, { method, headers: headers(random), ...init }));
      const text = await response.text();
      const note = `${method} ${address} ${response.status} ${text.slice(0, 200)}`;
      expect([200, 301, 400, 403, 404], note).toContain(response.status);
      if (response.status >= 400)
        expect(JSON.parse(text), note).toEqual({
          error_msg: expect.any(String),
          error_code: expect.stringMatching(/^APIGW\.\d{4}$/),
          request_id: expect.stringMatching(/^[0-9a-f]{32}$/),
        });
    }
    const json = { "Content-Type": "application/json" };
    const reset = await fetch(
      new Request("http://elb.test/_emulator/reset", { method: "POST", headers: json }),
    );
    expect(await reset.json()).toMatchObject({ projects: { [PROJECT]: { listeners: [{}] } } });
  },
);
