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
}

/** A request that the service or its gateway turns down. Thrown by the rules, made an answer in one place. */
export class Refusal extends Error {
  readonly code: string;
  readonly status: number;
  readonly reason: string | undefined;

  /** @param row id of a row of the catalogue (codes alone are not unique, D94) */
  constructor(row: ErrorCodeId, detail: RefusalDetail = {}) {
    const { code, status, messages } = errorCodes[row];
    super(wireMessage(messages, detail));
    this.name = "Refusal";
    this.code = code;
    this.status = status;
    this.reason = detail.reason;
  }
}

function wireMessage(
  messages: readonly string[],
  { field = "", values = {}, tail = "" }: RefusalDetail,
): string {
  const message = messages.find((text) => field !== "" && text.includes(field)) ?? messages[0] ?? "";
  return fillPlaces(message, values) + tail;
}

/** A place is `..name..`; the quotes around one are those of the source text that the vendor printed by mistake. */
function fillPlaces(message: string, values: Readonly<Record<string, string>>): string {
  return message.replace(/"?\.\.(\w+)\.\."?/g, (place, name: string) => values[name] ?? place);
}
