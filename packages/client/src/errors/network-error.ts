import { ElbNetworkError } from "./base.ts";
import { mask, scrub } from "./error-body.ts";

/** Codes of errors that come up before a connection stands; Bun has names of its own. */
const early =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused)$/;

/** An error and its causes, the outermost first. */
function chainOf(error: unknown): unknown[] {
  const chain: unknown[] = [];
  for (let each = error; each != null && chain.length < 9; each = Object(each).cause) chain.push(each);
  return chain;
}

/** Whether a request has certainly not been sent, since there was no connection. */
export const neverArrived = (error: unknown): boolean =>
  error instanceof ElbNetworkError &&
  chainOf(error.cause).some((each) => {
    const { code, syscall = "", message } = Object(each);
    // An established connection can end with some of these codes as well. Deno gives no code.
    return (early.test(code) && !/^(read|write)/.test(syscall)) || /client error \(Connect\)/.test(message);
  });

/** Whatever text an error and its causes hold, the innermost first: Node's `fetch failed` says why in `cause`. */
function textsOf(error: unknown): string[] {
  return chainOf(error)
    .reverse()
    .flatMap((each) => {
      const { message, code, stack } = Object(each);
      return [message, code, each, stack];
    })
    .filter((text) => typeof text === "string" && text !== "");
}

/** The error for a request without a whole answer; whatever `fetch` threw is its cause, unless that holds a secret. */
export function networkError(what: string, error: unknown, secrets: readonly string[]): ElbNetworkError {
  const texts = textsOf(error);
  const reason = scrub(texts[0] ?? "", secrets) || "no reason given";
  const leaks = texts.some((text) => mask(text, secrets) !== text);
  return new ElbNetworkError(`${what}: ${reason}.`, leaks ? {} : { cause: error });
}
