import { describe, expect, it } from "vitest";
import { ElbArgumentError, ElbConfigurationError, signRequest } from "../signing.ts";

const keys = { ak: "AccessKey", sk: "SecretKey" };
const date = new Date("2020-06-08T02:39:00Z");
const url = "https://service.endpoint.myhuaweicloud.com/resources?size=1";

type Options = Omit<Parameters<typeof signRequest>[0], "method" | "url"> & {
  method?: string;
  url?: string | URL;
};
const sign = (request: Options, use: Parameters<typeof signRequest>[1] = keys): Record<string, string> =>
  signRequest({ method: "GET", url, ...request }, use, { date }).headers;
const signedNames = (headers: Record<string, string>): string | undefined =>
  /SignedHeaders=([^,]+)/.exec(headers.Authorization ?? "")?.[1];

describe("signRequest", () => {
  it("gives the signature of the vendor's own test", () => {
    expect(sign({})).toEqual({
      "X-Sdk-Date": "20200608T023900Z",
      Authorization:
        "SDK-HMAC-SHA256 Access=AccessKey, SignedHeaders=host;x-sdk-date, " +
        "Signature=cfb4171acec81de07d50e53d57eb77edd537414d66ddb1d7d780f128e12cd842",
    });
  });

  it("signs every header handed in, in order of lower-case names, and returns them as spelt", () => {
    const headers = sign({ headers: { "X-Project-Id": "p", "content-type": "application/json", A_b: "1" } });
    expect(signedNames(headers)).toBe("a_b;content-type;host;x-project-id;x-sdk-date");
    expect(headers).toMatchObject({ "X-Project-Id": "p", "content-type": "application/json", A_b: "1" });
  });

  it.each([
    "Connection",
    "Keep-Alive",
    "Proxy-Authenticate",
    "Proxy-Authorization",
    "Proxy-Connection",
    "TE",
    "Trailer",
    "Transfer-Encoding",
    "Upgrade",
  ])("sends the hop-by-hop header %s without signing it", (name) => {
    const headers = sign({ headers: { [name]: "value" } });
    expect(signedNames(headers)).toBe("host;x-sdk-date");
    expect(headers[name]).toBe("value");
  });

  it("replaces Authorization, however it is spelt", () => {
    const headers = sign({ headers: { authorization: "old" } });
    expect(signedNames(headers)).toBe("host;x-sdk-date");
    expect(Object.keys(headers).filter((name) => /^authorization$/i.test(name))).toEqual(["Authorization"]);
    expect(headers.Authorization).not.toContain("old");
  });

  it("signs and sends the token of temporary keys", () => {
    const headers = sign({}, { ...keys, securityToken: "temporary" });
    expect(headers["X-Security-Token"]).toBe("temporary");
    expect(signedNames(headers)).toBe("host;x-sdk-date;x-security-token");
  });

  it("takes headers as an object, pairs or Headers, and joins repeated ones", () => {
    const pairs: [string, string][] = [
      ["X-A", "1"],
      ["x-a", "2"],
    ];
    expect(sign({ headers: pairs })["X-A"]).toBe("1, 2");
    expect(sign({ headers: new Headers({ "x-a": "1, 2" }) }).Authorization).toBe(
      sign({ headers: pairs }).Authorization,
    );
  });

  it("trims values at both ends and keeps inner spaces", () => {
    const trimmed = sign({ headers: { a: "x  y" } }).Authorization;
    expect(sign({ headers: { a: " \tx  y " } }).Authorization).toBe(trimmed);
    expect(sign({ headers: { a: "x y" } }).Authorization).not.toBe(trimmed);
  });

  it("takes the port into the host unless it is the scheme's own", () => {
    const signature = (at: string) => sign({ url: at }).Authorization;
    expect(signature("https://elb.example.com:443/")).toBe(signature("https://ELB.example.com"));
    expect(signature("https://elb.example.com:8443/")).not.toBe(signature("https://elb.example.com/"));
    expect(signature("https://elb.example.com/")).toBe(
      sign({ url: "https://10.0.0.1/", headers: { Host: "elb.example.com" } }).Authorization,
    );
  });

  it("signs the same for one request spelt in several ways", () => {
    const one = sign({
      method: "get",
      url: "https://elb.example.com/a%2fb/%41?b=%7e&a=x+y#part",
    }).Authorization;
    expect(sign({ url: new URL("https://elb.example.com/a%2Fb/A?a=x%20y&b=~") }).Authorization).toBe(one);
  });

  it("signs the exact payload, text as UTF-8", () => {
    const text = sign({ method: "POST", body: '{"name":"负载"}' }).Authorization;
    expect(sign({ method: "POST", body: new TextEncoder().encode('{"name":"负载"}') }).Authorization).toBe(
      text,
    );
    expect(sign({ method: "POST", body: '{"name":"负载"} ' }).Authorization).not.toBe(text);
  });

  it("lets X-Sdk-Content-Sha256 stand for the payload", () => {
    const headers = { "x-sdk-content-sha256": "UNSIGNED-PAYLOAD" };
    expect(sign({ headers, body: "one" }).Authorization).toBe(sign({ headers, body: "other" }).Authorization);
  });

  it("takes the time from the option, else from the header, else from the clock", () => {
    const given = { method: "GET", url, headers: { "x-sdk-date": "20191115T033655Z" } };
    expect(signRequest(given, keys).headers["X-Sdk-Date"]).toBe("20191115T033655Z");
    expect(signRequest(given, keys, { date }).headers["X-Sdk-Date"]).toBe("20200608T023900Z");
    const before = new Date(Date.now() - 1000).toISOString().replace(/[-:]|\.\d+/g, "");
    expect(signRequest({ method: "GET", url }, keys).headers["X-Sdk-Date"]! > before).toBe(true);
  });

  it.each([
    ["a date in another form", { headers: { "X-Sdk-Date": "2019-11-15T03:36:55Z" } }, "X-Sdk-Date"],
    ["a line break in a header", { headers: { "x-a": "1\nx-b:2" } }, "x-a"],
    ["a header that is not ASCII", { headers: { "x-a": "é" } }, "x-a"],
    ["a header name with a colon", { headers: { "x:a": "1" } }, "x:a"],
    ["a relative URL", { url: "/v1.0" }, "URL"],
    ["a URL that is a symbol", { url: Symbol("u") }, "URL"],
    ["a missing method", { method: undefined }, "`method`"],
    ["a method with a space", { method: "GET /" }, "`method`"],
    ["a payload that is an object", { body: { a: 1 } }, "`body`"],
    ["a payload that is a buffer without a view", { body: new ArrayBuffer(3) }, "`body`"],
    ["a header without a value", { headers: { "x-a": undefined } }, "x-a"],
    ["a header that is a number", { headers: { "x-a": 5 } }, "x-a"],
    ["a header whose name is no text", { headers: [[Symbol("x"), "1"]] }, "of type symbol"],
    ["headers that are no pairs", { headers: [5] }, "of type undefined"],
    ["headers that are text", { headers: "x-a: 1" }, "`headers`"],
    ["headers of null", { headers: null }, "`headers`"],
  ])("refuses %s", (_, request, named) => {
    const refused = () => signRequest({ method: "GET", url, ...request } as never, keys);
    expect(refused).toThrow(ElbArgumentError);
    expect(refused).toThrow(named);
  });

  it.each([
    { date: new Date(Number.NaN) },
    { date: new Date(8.64e15) },
    { date: "20191115T033655Z" },
    { date: null },
    { data: new Date() },
    null,
  ])("refuses the options %j", (options) => {
    expect(() => signRequest({ method: "GET", url }, keys, options as never)).toThrow(ElbArgumentError);
  });

  it("refuses null in place of a request", () => {
    expect(() => signRequest(null as never, keys)).toThrow(ElbArgumentError);
  });

  it("keeps a header whose name is a property of every object", () => {
    const headers = sign({ headers: [["__proto__", "1"]] });
    expect(Object.entries(headers)).toContainEqual(["__proto__", "1"]);
    expect(signedNames(headers)).toBe("__proto__;host;x-sdk-date");
  });

  it.each([
    ["no access key", { ak: "", sk: "SecretKey" }, "`ak`"],
    ["no secret key", { ak: "AccessKey" } as typeof keys, "`sk`"],
    ["white space in a key", { ak: "AccessKey", sk: "SecretKey\n" }, "`sk`"],
    ["no keys at all", undefined as never, "keys"],
    ["a misspelt security token", { ...keys, securitytoken: "t" }, "`securitytoken`"],
    ["an empty security token", { ...keys, securityToken: "" }, "`securityToken`"],
  ])("refuses %s without repeating it", (_, use, named) => {
    const refused = () => signRequest({ method: "GET", url }, use);
    expect(refused).toThrow(ElbConfigurationError);
    expect(refused).toThrow(named);
    expect(refused).not.toThrow("SecretKey");
  });
});
