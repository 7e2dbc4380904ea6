import { ElbError, ElbNetworkError } from "./base.ts";
import { mask, scrub } from "./error-body.ts";

/** Codes of errors that come up before a connection stands; Bun has names of its own. */
const early =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused)$/;

/** Codes for a certificate of the server that is not trusted, which also comes up before anything is sent. */
const untrusted = /^(ERR_TLS_CERT_|CERT_|DEPTH_ZERO_|SELF_SIGNED_CERT|UNABLE_TO_(GET|VERIFY)_)/;

/** Deno gives no code. */
const isUntrusted = (error: unknown): boolean => {
  const { code, message } = Object(error);
  return untrusted.test(code) || /invalid peer certificate/.test(message);
};

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
    return (
      isUntrusted(each) ||
      (early.test(code) && !/^(read|write)/.test(syscall)) ||
      /client error \(Connect\)/.test(message)
    );
  });

/** Whatever text an error and its causes hold, the innermost first: Node's `fetch failed` says why in `cause`. */
function textsOf(error: unknown): string[] {
  return chainOf(error)
    .reverse()
    .flatMap((each) => {
      const { message, code } = Object(each);
      return [message, code, each];
    })
    .filter((text) => typeof text === "string" && text !== "");
}

/** What is told of an error besides its texts. */
const marks = ["code", "errno", "syscall", "hostname", "address", "port"];

type Clean = (text: string, secrets: readonly string[]) => string;

/** An error without anything that a `fetch` may have put there, such as the headers that it was to send. */
function copyOf(error: unknown, clean: (value: unknown) => unknown, left = 9): unknown {
  if (typeof error !== "object" || error === null) return clean(error);
  const { name, message, stack, cause } = error as Partial<Error>;
  const copy = new Error(
    String(clean(message ?? "")),
    cause == null || left === 0 ? {} : { cause: copyOf(cause, clean, left - 1) },
  );
  for (const [key, value] of Object.entries({ name, stack })) {
    Object.defineProperty(copy, key, { value: clean(value), enumerable: false });
  }
  for (const key of marks) {
    const value = clean((error as Record<string, unknown>)[key]);
    if (typeof value === "string" || typeof value === "number") Object.assign(copy, { [key]: value });
  }
  return copy;
}

/**
 * The error for a request without a whole answer; its cause is a copy of what `fetch` threw, without secrets. What this
 * package's own `fetch` has to say about its options stays as it is.
 *
 * @param clean takes the secrets out of a text
 */
export function networkError(
  what: string,
  error: unknown,
  secrets: readonly string[],
  clean: Clean = mask,
): ElbError {
  if (error instanceof ElbError) return error;
  const reason = scrub(clean(textsOf(error)[0] ?? "", secrets), []) || "no reason given";
  const isTemporary = !chainOf(error).some(isUntrusted);
  const cause = copyOf(error, (value) => (typeof value === "string" ? clean(value, secrets) : value));
  return new ElbNetworkError(`${what}: ${reason}.`, { isTemporary, cause });
}
