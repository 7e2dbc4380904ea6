import { createHash, createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  credentialScope,
  derivedKey,
  ElbArgumentError,
  ElbConfigurationError,
  signRequest,
} from "../signing.ts";
import { portableDigest } from "./portable-digest.ts";

const keys = { ak: "AccessKey", sk: "SecretKey" };
const date = new Date("2020-06-08T02:39:00Z");
const request = {
  method: "GET",
  url: "https://service.endpoint.example.com/resources?size=1",
  headers: { "content-type": "application/json" },
};
const canonical =
  "GET\n/resources/\nsize=1\ncontent-type:application/json\nhost:service.endpoint.example.com\n" +
  "x-sdk-date:20200608T023900Z\n\ncontent-type;host;x-sdk-date\n" +
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();

describe("derivedKey", () => {
  const algorithm = derivedKey({ region: "region-1", service: "elb" });

  it("gives the signature of the vendor's own signer", () => {
    expect(signRequest(request, keys, { date, algorithm }).headers.Authorization).toBe(
      "V11-HMAC-SHA256 Credential=AccessKey/20200608/region-1/elb, SignedHeaders=content-type;host;x-sdk-date, " +
        "Signature=9e801a7e827fb05ab403c0177871af807ecbf3147073e511b89d5cd94d18abaf",
    );
  });

  it("takes the algorithm of the keys, unless an option says otherwise", () => {
    const other = { ...keys, algorithm };
    expect(signRequest(request, other, { date }).headers.Authorization).toMatch(/^V11-HMAC-SHA256 /);
    const scoped = { date, algorithm: credentialScope({ region: "", service: "" }) };
    expect(signRequest(request, other, scoped).headers.Authorization).toMatch(/^SDK-HMAC-SHA256 Credential=/);
  });

  it("signs the same without a hash of the runtime's own", () => {
    const signed = algorithm.sign(
      portableDigest,
      keys,
      "20200608T023900Z",
      portableDigest.sha256Hex(canonical),
    );
    expect(signRequest(request, keys, { date, algorithm }).headers.Authorization).toContain(signed.signature);
  });

  it.each([{ region: "", service: "elb" }, { region: "r" }, { region: "a/b", service: "elb" }, null])(
    "refuses the scope %j",
    (scope) => expect(() => derivedKey(scope as never)).toThrow(ElbConfigurationError),
  );
});

describe("credentialScope", () => {
  it.each([
    ["cn-north-1", "elb", "20200608/cn-north-1/elb/sdk_request"],
    ["", "", "20200608///sdk_request"],
  ])("signs with the chain of keys for region %j and service %j", (region, service, scope) => {
    const key = [region, service, "sdk_request"].reduce(hmac, hmac("SDKSecretKey", "20200608"));
    const hash = createHash("sha256").update(canonical).digest("hex");
    const signature = hmac(key, `SDK-HMAC-SHA256\n20200608T023900Z\n${scope}\n${hash}`).toString("hex");
    const options = { date, algorithm: credentialScope({ region, service }) };
    expect(signRequest(request, keys, options).headers.Authorization).toBe(
      `SDK-HMAC-SHA256 Credential=AccessKey/${scope}, SignedHeaders=content-type;host;x-sdk-date, Signature=${signature}`,
    );
  });

  it.each([{}, { region: "", service: "a b" }, { region: "", service: "", day: "" }])(
    "refuses %j",
    (scope) => {
      expect(() => credentialScope(scope as never)).toThrow(ElbConfigurationError);
    },
  );
});

describe("the options of signRequest", () => {
  it("sign for another host without sending it", () => {
    const { headers } = signRequest(request, keys, { date, signingHost: "gateway.example.com:8443" });
    const there = { ...request, url: "https://gateway.example.com:8443/resources?size=1" };
    expect(headers).toEqual(signRequest(there, keys, { date }).headers);
    expect(headers).not.toHaveProperty("Host");
  });

  it.each([
    [{ signingHost: "https://h" }, "`signingHost`"],
    [{ signingHost: "h\nx:1" }, "`signingHost`"],
    [{ algorithm: "V11-HMAC-SHA256" }, "`algorithm`"],
    [{ algorithm: null }, "`algorithm`"],
  ])("are refused as %j", (options, named) => {
    const refused = () => signRequest(request, keys, options as never);
    expect(refused).toThrow(ElbArgumentError);
    expect(refused).toThrow(named);
  });
});

describe("a payload", () => {
  const limit = 12 * 1024 * 1024;
  it("of 12 MB is signed, and one byte more is refused, however it is given", () => {
    const signed = (body: string | Uint8Array) => signRequest({ ...request, method: "POST", body }, keys);
    expect(signed("x".repeat(limit)).headers).toHaveProperty("Authorization");
    expect(() => signed("x".repeat(limit + 1))).toThrow("12 MB");
    expect(() => signed("é".repeat(limit / 2 + 1))).toThrow(ElbArgumentError);
    expect(() => signed(new Uint8Array(limit + 1))).toThrow("token");
  });
});
