import { readBody } from "./limits.ts";

/** The headers of a request, by names of any case: a `Headers` object, or one that is cheaper to make. */
export interface RequestHeaders extends Iterable<[name: string, value: string]> {
  get(name: string): string | null;
  has(name: string): boolean;
}

/** A request as far as the emulator looks at it. The command makes them without the cost of a `Request`. */
export interface Incoming {
  readonly method: string;
  readonly url: URL;
  readonly headers: RequestHeaders;
  /** The body in bytes. @throws Refusal where it is too large, or ends early */
  readBody(): Uint8Array | Promise<Uint8Array>;
}

export function incomingOf(request: Request): Incoming {
  const { method, headers } = request;
  return { method, url: new URL(request.url), headers, readBody: () => readBody(request) };
}
