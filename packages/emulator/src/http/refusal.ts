import { type ErrorCodeId, errorCodes } from "@elb-classic/spec/error-codes";

/** What a refusal says beyond its row of the catalogue. */
export interface RefusalDetail {
  /** One clear sentence for the person who debugs the request; goes into the header `X-Emulator-Reason`. */
  readonly reason?: string;
  /** The field at fault: of several texts that a row has, the one that speaks of it is sent. */
  readonly field?: string;
  /** What stands in the places that the catalogue writes as `..name..`. */
  readonly values?: Readonly<Record<string, string>>;
  /** Appended to the message, as the gateway does. */
  readonly tail?: string;
  /** The status, where it is not that of the row. */
  readonly status?: number;
  /** When the request may be repeated: goes into the header `Retry-After`. */
  readonly retryAfterSeconds?: number;
  /** The body of the answer, where its shape does not follow from the code. */
  readonly body?: unknown;
}

/** What the catalogue of codes says in a row, for a refusal that has none. */
export interface Wording {
  readonly code: string;
  readonly status: number;
  readonly messages: readonly string[];
}

/** A request that the service or its gateway turns down. Thrown by the rules, made an answer in one place. */
export class Refusal extends Error {
  readonly code: string;
  readonly status: number;
  readonly reason: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly body: unknown;

  /** @param row id of a row of the catalogue (codes alone are not unique, D94), or what stands in its place */
  constructor(row: ErrorCodeId | Wording, detail: RefusalDetail = {}) {
    const { code, status, messages } = typeof row === "string" ? errorCodes[row] : row;
    super(wireMessage(messages, detail));
    this.name = "Refusal";
    this.code = code;
    this.status = detail.status ?? status;
    this.reason = detail.reason;
    this.retryAfterSeconds = detail.retryAfterSeconds;
    this.body = detail.body;
  }
}

function wireMessage(
  messages: readonly string[],
  { field = "", values = {}, tail = "" }: RefusalDetail,
): string {
  const message = messages.find((text) => field !== "" && text.includes(field)) ?? messages[0] ?? "";
  const text = fillPlaces(message, values);
  return (tail.startsWith(":") ? text.replace(/\.$/, "") : text) + tail;
}

/**
 * A place is `..name..`, or `%(name)s` in the texts of IAM; the quotes around one are those of the source text that the
 * vendor printed by mistake.
 */
function fillPlaces(message: string, values: Readonly<Record<string, string>>): string {
  return message.replace(
    /"?\.\.(\w+)\.\."?|%\((\w+)\)s/g,
    (place, name: string | undefined, ofIam: string | undefined) => values[name ?? ofIam ?? ""] ?? place,
  );
}
