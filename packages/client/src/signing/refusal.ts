/** What to make of a signature that the gateway has refused. Loaded only then. */
import { protocol } from "@elb-classic/spec/operations";
import { parseFault } from "../errors/error-body.ts";
import { compareCanonical, type Difference } from "./canonical-diff.ts";

const { clockSkewSeconds } = protocol.signature;

/** `20211217T065804Z` as milliseconds since the epoch. */
function timeOf(basic: string): number {
  const [year, month, day, hour, minute, second] = basic.match(/\d\d/g)?.slice(1) ?? [];
  return Date.parse(`${basic.slice(0, 2)}${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

/** The server's time, as its message says, else as its `Date` header does; NaN if neither does. */
function serverTime(said: string, headers: Headers): number {
  const basic = /server.?time:?\s*(\d{8}T\d{6}Z)/i.exec(said)?.[1];
  return basic ? timeOf(basic) : Date.parse(headers.get("date") ?? "");
}

const shown = ({ part, signed, seen }: Difference): string =>
  signed === undefined ? part : `${part} (signed: ${signed}, seen: ${seen})`;

function explain(differences: Difference[] | undefined): string {
  if (!differences) return "";
  if (differences.length === 0)
    return " The gateway saw the request as it was signed, so the secret key is another.";
  return ` What differs from what the gateway saw: ${differences.map(shown).join(", ")}.`;
}

/** What a refusal says about the signature. */
export interface Refusal {
  /** Milliseconds to add to a clock to have the server's; absent unless that is why the signature was refused. */
  offset?: number;
  /** Sentences for the error, with a space before. */
  hint: string;
  /** Whether the access key is locked, after too many refusals. */
  isLocked: boolean;
}

const plain = { hint: "", isLocked: false };

/**
 * @param raw the answer's body
 * @param headers the answer's headers
 * @param canonical the canonical request that was signed
 * @param now time of the clock, as milliseconds since the epoch, without a correction
 * @param signedAt time that the signature holds
 */
export function readRefusal(
  raw: string,
  headers: Headers,
  { canonical, now, signedAt }: { canonical: string; now: number; signedAt: number },
): Refusal {
  const { code = "", text = "" } = parseFault(raw);
  if (!/\.030[13]$/.test(code)) return plain;
  if (/reach the limit/i.test(text)) return { hint: "", isLocked: true };
  if (/signature expired/i.test(text)) {
    const server = serverTime(text, headers);
    const isClock = Math.abs(server - signedAt) > (clockSkewSeconds - 1) * 1000;
    return isClock ? { offset: server - now, ...plain } : plain;
  }
  const echo = /canonical.?request\s*[:=]?\s*"?(.*)/is.exec(text)?.[1] ?? "";
  return { ...plain, hint: explain(compareCanonical(canonical, echo, protocol.headers.date.toLowerCase())) };
}
