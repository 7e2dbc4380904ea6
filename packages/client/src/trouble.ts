/** What to make of everything but a good answer; loaded when there is one. */
export { apiError, badAnswer } from "./errors/answer-error.ts";
export { barredError } from "./errors/barred.ts";
export { networkError } from "./errors/network-error.ts";
export { secretsIn } from "./errors/secret-fields.ts";
export { finalError } from "./outcome.ts";
export { persist } from "./retry.ts";
export { retryAfter } from "./retry-after.ts";
