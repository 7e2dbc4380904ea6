/** Keeps a wrong key from being sent again and again: a few refused signatures in a row lock it. */
import { protocol } from "@elb-classic/spec/operations";
import type { Clock } from "./clock.ts";
import type { AccessKeys } from "./credentials.ts";
import type { PreparedRequest } from "./request.ts";
import type { Exchange } from "./transport.ts";

const lock = protocol.signature.lockSeconds * 1000;

/** What a refused request was answered with. */
interface Refused {
  status: number;
  headers: Headers;
  text: string;
  hint: string;
  isLocked: boolean;
}

/** What is known of an access key. */
interface Known {
  keys: AccessKeys;
  /** Whether a signature by it was taken, and none refused since. */
  isAccepted: boolean;
  /** The first request by it, until it is answered; resolves to its refusal, if it was refused. */
  first?: Promise<Refused | undefined> | undefined;
  locked?: { refused: Refused; until: number } | undefined;
}

/** Sends at once with keys that were accepted, else one after another until they are. */
export type Gate = (
  keys: AccessKeys,
  request: PreparedRequest,
  signal: AbortSignal,
  send: () => Promise<Exchange>,
) => Promise<Exchange>;

export function createGate(clock: Clock): Gate {
  let known: Known | undefined;

  const knownOf = (keys: AccessKeys): Known => {
    if (known?.keys.ak !== keys.ak || known.keys.sk !== keys.sk) known = { keys, isAccepted: false };
    return known;
  };

  const judge = async (about: Known, { response, hint = "", isLocked = false }: Exchange) => {
    const { status, headers } = response;
    // A 403, a 429 or a fault on the way says nothing about the signature.
    if (status !== 401) {
      about.isAccepted ||= status < 500 && status !== 403 && status !== 429;
      return undefined;
    }
    about.isAccepted = false;
    const refused = { status, headers, text: await response.clone().text(), hint, isLocked };
    if (isLocked) about.locked = { refused, until: clock.now() + lock };
    return refused;
  };

  /** Sends; whoever comes meanwhile waits for what becomes of it, unless the keys were accepted. */
  const sendFor = async (about: Known, send: () => Promise<Exchange>): Promise<Exchange> => {
    const sent = send();
    const judged = sent.then((exchange) => judge(about, exchange));
    if (!about.isAccepted) {
      about.first = judged
        .catch(() => undefined)
        .finally(() => {
          about.first = undefined;
        });
    }
    await judged;
    return sent;
  };

  return async (keys, request, signal, send) => {
    const about = knownOf(keys);
    while (!about.isAccepted && about.first) {
      const refused = await unlessAborted(about.first, signal);
      if (refused) return answerLike(refused, request, keys, "the same keys had just been refused");
    }
    const { refused, until } = about.locked ?? { until: 0 };
    const left = until - clock.now();
    if (!refused || left <= 0 || left > lock) return sendFor(about, send);
    return answerLike(
      refused,
      request,
      keys,
      `the access key is locked for another ${Math.ceil(left / 1000)} s`,
    );
  };
}

/** The answer to a request that is not sent, since the one to another is also its. */
const answerLike = (
  { status, headers, text, hint }: Refused,
  request: PreparedRequest,
  credentials: AccessKeys,
  why: string,
): Exchange => ({
  request,
  response: new Response(text, { status, headers }),
  credentials,
  hint: `${hint} It was not sent: ${why}.`,
});

function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const stop = (): void => reject(signal.reason);
    signal.addEventListener("abort", stop);
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
