/** Loads something when it is first needed. */
export function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= load().catch((error: unknown) => {
      // Not for ever: the network may come back.
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

/** What is not needed to set a client up. */
export const lazy = {
  /** Sending requests and reading answers. */
  engine: once(() => import("./engine.ts")),
  /** What signs, for access keys. */
  signer: once(async () => (await import("./signatures.ts")).loadSigner()),
  /** What to do after a refused token or signature. */
  refusal: once(() => import("./after-refusal.ts")),
  /** What to make of everything but a good answer. */
  trouble: once(() => import("./trouble.ts")),
  /** Waiting for jobs. */
  wait: once(() => import("./job-wait.ts")),
  /** The audit trail. */
  audit: once(() => import("./audit.ts")),
};
