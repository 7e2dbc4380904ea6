import { describe, expect, it } from "vitest";
import { answer, fakeService, keys, type Sent } from "./testing/fake-service.ts";

const done = answer(200, []);
const refuse = (tail: string) =>
  answer(401, { error_code: "APIGW.0301", error_msg: `Incorrect IAM authentication information: ${tail}` });
const wrong = refuse("verify aksk signature fail");
const locked = refuse("AK access failed to reach the limit,forbidden");
const expired = refuse("signature expired, server time:20200608T033900Z");

function service(replies: Parameters<typeof fakeService>[0], options: object = {}) {
  const { client, ...rest } = fakeService(replies, { credentials: keys, ...options });
  const calls = (count: number) =>
    Promise.allSettled(Array.from({ length: count }, () => client.listListeners()));
  return { client, calls, ...rest };
}
const messages = (results: PromiseSettledResult<unknown>[]) =>
  results.map((each) => (each.status === "rejected" ? each.reason.message : "fine"));

describe("keys that were not accepted yet", () => {
  it("sign one request, and all that wait for it fail with its refusal", async () => {
    const { calls, sent } = service([wrong]);
    const said = messages(await calls(100));
    expect(sent).toHaveLength(1);
    expect(said[0]).toContain("listListeners failed: Incorrect IAM authentication information");
    expect(said[0]).not.toContain("not sent");
    expect(new Set(said.slice(1)).size).toBe(1);
    expect(said[1]).toContain(
      "(APIGW.0301, HTTP 401). It was not sent: the same keys had just been refused.",
    );
  });

  it("go on with the corrected clock", async () => {
    const reply = ({ headers }: Sent) =>
      headers["X-Sdk-Date"]?.startsWith("20200608T0339") ? done : expired;
    const { calls, sent } = service([(request) => reply(request).clone()]);
    expect(new Set(messages(await calls(16)))).toEqual(new Set(["fine"]));
    expect(sent).toHaveLength(17);
  });

  it("go out together once one was accepted", async () => {
    let out = 0;
    let most = 0;
    const reply = async () => {
      most = Math.max(most, ++out);
      await new Promise(setImmediate);
      out--;
      return done.clone();
    };
    const { calls } = service([reply]);
    await calls(8);
    expect(most).toBe(7);
  });

  it("go on one by one where nothing is known after the first", async () => {
    const { calls, sent } = service([new TypeError("fetch failed"), answer(502, ""), wrong]);
    const said = messages(await calls(9));
    expect(sent).toHaveLength(3);
    expect(said.filter((each) => each.includes("not sent"))).toHaveLength(6);
  });

  it("do not hold up other keys", async () => {
    let asked = 0;
    const credentials = () => ({ ...keys, sk: `fake-secret-number-${asked++ === 0 ? 1 : 2}` });
    const { client, sent } = service([() => new Promise<Response>(() => {}), done], { credentials });
    void client.listListeners().catch(() => {});
    expect(await client.listListeners()).toEqual([]);
    expect(sent).toHaveLength(2);
  });

  it("let a waiting call end by its signal", async () => {
    const { client, sent } = service([() => new Promise<Response>(() => {})]);
    void client.listListeners().catch(() => {});
    const controller = new AbortController();
    const waiting = client.listListeners({}, { signal: controller.signal });
    setImmediate(() => controller.abort());
    await expect(waiting).rejects.toThrow("listListeners was stopped by its signal.");
    expect(sent).toHaveLength(1);
  });
});

it("a locked key is not used for as long as the lock lasts, and the error says so", async () => {
  const { client, calls, sent, clock } = service([done, locked, done]);
  await client.listListeners();
  await calls(1);
  const said = messages(await calls(3));
  expect(sent).toHaveLength(2);
  expect(said[0]).toContain("It was not sent: the access key is locked for another 300 s.");
  await clock.drive(clock.sleep(300_000, new AbortController().signal));
  expect(messages(await calls(1))).toEqual(["fine"]);
});
