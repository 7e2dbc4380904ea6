import { FakeClock } from "./fake-clock.ts";
import { answer } from "./fake-service.ts";

/** What IAM was asked. */
export interface Asked {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: unknown;
}

type Reply = Response | Error | ((asked: Asked) => Response);

export const projectId = "aa2d97d7e62c4b7da3ffdfc11551f878";

/** A time as IAM writes it. */
export const iamTime = (ms: number): string => new Date(ms).toISOString().replace("Z", "000Z");

/** An IAM whose clock is an hour ahead, and that answers from a list; the last answer repeats. */
export function fakeIam(...replies: Reply[]) {
  const asked: Asked[] = [];
  const clock = new FakeClock();
  const ahead = 3_600_000;
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const body = init.body === undefined ? undefined : JSON.parse(String(init.body));
    const request = { method: init.method ?? "", url, headers: init.headers as Record<string, string>, body };
    asked.push(request);
    const reply = replies[Math.min(asked.length, replies.length) - 1];
    if (reply instanceof Error || reply === undefined) throw reply;
    return typeof reply === "function" ? reply(request) : reply.clone();
  };
  /** A token that lives for a day. */
  const issued = (token: string) => (): Response =>
    answer(
      201,
      {
        token: {
          issued_at: iamTime(clock.now() + ahead),
          expires_at: iamTime(clock.now() + ahead + 86_400_000),
          project: { id: projectId, name: "cn-north-1" },
        },
      },
      { "X-Subject-Token": token },
    );
  const keysFor = (name: string, seconds: number) => (): Response =>
    answer(
      201,
      {
        credential: {
          access: `FAKE${name}`,
          secret: `fake-secret-${name}`,
          securitytoken: `fake-token-${name}`,
          expires_at: iamTime(clock.now() + ahead + seconds * 1000),
        },
      },
      { date: new Date(clock.now() + ahead).toUTCString() },
    );
  const use = { region: "cn-north-1", fetch, clock };
  /** Lets time go by. */
  const pass = async (ms: number): Promise<void> => {
    await clock.drive(clock.sleep(ms, new AbortController().signal));
  };
  return { asked, clock, use, issued, keysFor, pass, replies: replies as Reply[] };
}
