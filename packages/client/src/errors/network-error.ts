import { ElbNetworkError } from "./base.ts";
import { mask, scrub } from "./error-body.ts";

/** Whatever text an error and its causes hold, the innermost first: Node's `fetch failed` says why in `cause`. */
function textsOf(error: unknown): string[] {
  const chain: unknown[] = [];
  for (let each = error; each != null && chain.length < 9; each = Object(each).cause) chain.unshift(each);
  return chain
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
