/** What to make of everything but a good answer; loaded when there is one. */
export { apiError, badAnswer } from "./errors/answer-error.ts";
export { faultInAnswer } from "./errors/error-body.ts";
export { networkError } from "./errors/network-error.ts";
export { finalError } from "./outcome.ts";
export { persist } from "./retry.ts";
export { retryAfter } from "./retry-after.ts";
