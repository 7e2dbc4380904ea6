import type { ElbPromise, WithResponse } from "./methods.ts";

/** The promise of a call: of its data alone, unless it is asked for the rest. */
export function elbPromise<T>(call: Promise<WithResponse<T>>): ElbPromise<T> {
  const promise = call.then(({ data }) => data);
  return Object.assign(promise, {
    withResponse: () => {
      // Whoever takes this way hears of a failure there.
      promise.catch(() => {});
      // A promise of its own: `call` counts as handled already, and a failure that nobody hears of must not.
      return call.then((whole) => whole);
    },
  });
}
