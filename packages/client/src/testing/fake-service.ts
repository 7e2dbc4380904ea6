import { createElbClient, type ElbClient, type ElbClientOptions } from "../index.ts";
import { lazy } from "../lazy.ts";
import { FakeClock } from "./fake-clock.ts";

// Loaded beforehand: a clock that moves as soon as nothing happens would not wait for a file.
await Promise.all(Object.values(lazy).map((load) => load()));

/** What a client sent. */
export interface Sent {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: unknown;
  redirect: string;
  signal: AbortSignal;
}

export const projectId = "73cd9140bec7427ab9952b4ed75924e0";
/** Obviously no real keys. */
export const keys = { ak: "FAKEACCESSKEY0000001", sk: "fake-secret-key-for-tests" };
export const token = "MIIfake-token-for-tests";

/** An answer as the service gives it: JSON of `body`, or the text as it stands. */
export function answer(status: number, body?: unknown, headers: Record<string, string> = {}): Response {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return new Response(status === 204 ? null : (text ?? ""), { status, headers });
}

type Reply = Response | Error | ((sent: Sent) => Response | Promise<Response>);

/** A client whose requests are recorded and answered from a list; the last answer repeats. */
export function fakeService(
  replies: readonly Reply[],
  options: Partial<ElbClientOptions> = {},
): { client: ElbClient; sent: Sent[]; clock: FakeClock } {
  const sent: Sent[] = [];
  const clock = new FakeClock();
  const client = createElbClient({
    endpoint: "https://elb.example.com",
    projectId,
    credentials: { token },
    clock,
    // What is not asked for is neither held back nor repeated: with this clock, both would wait for ever.
    budget: false,
    retries: 0,
    fetch: async (url, init) => {
      const request = { ...(init as Omit<Sent, "url">), url };
      sent.push(request);
      const reply = replies[Math.min(sent.length, replies.length) - 1];
      if (reply instanceof Error || reply === undefined) throw reply;
      return typeof reply === "function" ? reply(request) : reply.clone();
    },
    ...options,
  } as ElbClientOptions);
  return { client, sent, clock };
}
