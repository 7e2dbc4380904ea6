/** Names and values of headers in the order in which they came; a name can stand twice. */
export type HeaderPairs = readonly (readonly [name: string, value: string])[];

/** A call that was recorded, as `checkExchange` takes it, and where it was found. */
export interface RecordedExchange {
  /** For people: `traffic.har, entry 12`. */
  readonly position: string;
  readonly request: {
    readonly method: string;
    readonly url: string;
    /** Left out where the recording does not have them. */
    readonly headers?: HeaderPairs | undefined;
    readonly body?: unknown;
  };
  /** Left out where no answer was recorded. */
  readonly response?:
    | {
        readonly status: number;
        readonly headers?: HeaderPairs | undefined;
        readonly body?: unknown;
      }
    | undefined;
  /** ISO 8601, as the recording has it. */
  readonly startedAt?: string | undefined;
}
