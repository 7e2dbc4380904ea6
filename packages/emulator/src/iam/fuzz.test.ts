import fc from "fast-check";
import { expect, test } from "vitest";
import { PROJECT } from "../testing/api.ts";
import { byKey, byPassword, createIam, DOMAIN, USER } from "../testing/iam.ts";
import { firstFault } from "./fits.ts";

const PATHS = [
  "/v3",
  "/v3/",
  "/v3/auth/tokens",
  "/v3/auth/tokens?nocatalog=1",
  "/v3/projects",
  "/v3/projects?page=%00&per_page=1&name=%ZZ",
  "/v3/auth/projects",
  "/v3/auth/domains",
  "/v3/auth/catalog",
  "/v3/services",
  "/v3/endpoints",
  "/v3/constructor",
  "/v3.0/OS-CREDENTIAL/securitytokens",
  "/v3.0/__proto__",
];

const SCOPE = { project: { name: "sa-brazil-1", id: PROJECT }, domain: DOMAIN };
const TOTP = { methods: ["password", "totp"], totp: { user: { id: USER.id, passcode: "0" } } };
const PAYLOADS = [
  { auth: { identity: { ...byPassword(USER), ...TOTP } } },
  { auth: { identity: { ...byPassword(USER), totp: 5, token: 5, hw_ak_sk: 5 }, scope: SCOPE } },
  { auth: { identity: { ...byKey(), password: 5, assume_role: 5 }, scope: SCOPE } },
  { auth: { identity: byPassword(USER), scope: SCOPE } },
  { auth: { identity: byKey(), scope: SCOPE } },
  { auth: { identity: { methods: ["token"], token: { id: "MIIx", duration_seconds: 900 } } } },
  { auth: { identity: { methods: ["assume_role"], assume_role: { xrole_name: "a", domain_id: "b" } } } },
];

/** Copies of a value with one place in it replaced. */
function spoilt(value: unknown): fc.Arbitrary<unknown> {
  const anything = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom("constructor", { toString: 1 }, "\ud800"),
  );
  if (typeof value !== "object" || value === null || Object.keys(value).length === 0) return anything;
  const within = fc
    .constantFrom(...Object.keys(value))
    .chain((key) =>
      spoilt((value as Record<string, unknown>)[key]).map((inner) =>
        Object.assign(structuredClone(value), { [key]: inner }),
      ),
    );
  return fc.oneof({ arbitrary: anything, weight: 1 }, { arbitrary: within, weight: 6 });
}

const body = fc.oneof(
  { arbitrary: fc.constantFrom(...PAYLOADS).chain(spoilt), weight: 4 },
  { arbitrary: fc.string(), weight: 1 },
  { arbitrary: fc.constantFrom(...PAYLOADS), weight: 1 },
);
const headers = fc.record(
  {
    "X-Auth-Token": fc.constantFrom("", "MIIx"),
    "X-Subject-Token": fc.constantFrom("", "MIIx"),
    "X-Project-Id": fc.constantFrom("", PROJECT),
    Authorization: fc.constantFrom("", "V11-HMAC-SHA256 Credential=A/1/2/3", "SDK-HMAC-SHA256 Access=A"),
  },
  { requiredKeys: [] },
);

test.each(["on", "off"] as const)(
  "no request to IAM is answered by a fault of the emulator's own, with authentication %s",
  async (auth) => {
    const { call } = createIam({ auth });
    const request = fc.tuple(
      fc.constantFrom("GET", "POST", "DELETE"),
      fc.constantFrom(...PATHS),
      headers,
      body,
    );
    const property = fc.asyncProperty(request, async ([method, path, sent, payload]) => {
      const answer = await call(method, path, sent, method === "GET" ? undefined : payload);
      expect(answer.status).toBeLessThan(500);
      if (answer.status < 400) return;
      expect(firstFault({ $ref: "#/components/schemas/IamError" }, answer.body)).toBeUndefined();
    });
    await fc.assert(property, { numRuns: 1500, seed: 1 });
  },
);
