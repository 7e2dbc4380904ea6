import { protocol } from "@elb-classic/spec/operations";

/** The kinds of signature that the gateway takes (auth-and-gateway.md, section 3). */
export type SignatureKind = "plain" | "scoped" | "derived";

/** The parts of an `Authorization` header of the vendor's signature. */
export interface SignatureHeader {
  readonly kind: SignatureKind;
  readonly algorithm: string;
  readonly accessKey: string;
  /** The credential scope, or what the key was derived with: date, region and service. Empty for a plain signature. */
  readonly scope: string;
  /** Lower-case names, in the order given. */
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

interface Form {
  readonly kind: SignatureKind;
  readonly algorithm: string;
  /** Finds the access key and the scope. */
  readonly credential: string;
}

const { algorithm: PLAIN } = protocol.signature;
const DERIVED = "V11-HMAC-SHA256";
// Region and service may be empty: one public SDK leaves them so.
const DATE_REGION_SERVICE = String.raw`\d{8}/[^/,\s]*/[^/,\s]*`;

const FORMS: readonly Form[] = [
  { kind: "plain", algorithm: PLAIN, credential: String.raw`Access=([^,\s]+)()` },
  {
    kind: "scoped",
    algorithm: PLAIN,
    credential: String.raw`Credential=([^/,\s]+)/(${DATE_REGION_SERVICE}/sdk_request)`,
  },
  {
    kind: "derived",
    algorithm: DERIVED,
    credential: String.raw`Credential=([^/,\s]+)/(${DATE_REGION_SERVICE})`,
  },
];

const PATTERNS = FORMS.map(({ kind, algorithm, credential }) => {
  const rest = String.raw`,\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})`;
  return { kind, algorithm, pattern: new RegExp(String.raw`^${algorithm}\s+${credential}${rest}\s*$`) };
});

/** Reads the header, or returns undefined where it has none of the forms that are known. */
export function parseSignatureHeader(value: string): SignatureHeader | undefined {
  for (const { kind, algorithm, pattern } of PATTERNS) {
    const match = pattern.exec(value);
    if (match === null) continue;
    const [, accessKey = "", scope = "", names = "", signature = ""] = match;
    return { kind, algorithm, accessKey, scope, signedHeaders: names.toLowerCase().split(";"), signature };
  }
  return undefined;
}

const DATE = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/;

/** Reads `20191115T033655Z` as milliseconds since 1970, or undefined where the text is no such date. */
export function parseSignatureDate(text: string): number | undefined {
  if (text === lastRead.text) return lastRead.time;
  lastRead = { text, time: readSignatureDate(text) };
  return lastRead.time;
}

/** Clients write the second at which they sign: many requests in a row have the same. */
let lastRead: { readonly text: string; readonly time: number | undefined } = { text: "", time: undefined };

function readSignatureDate(text: string): number | undefined {
  const match = DATE.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second] = match;
  const milliseconds = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return formatSignatureDate(milliseconds) === text ? milliseconds : undefined;
}

/** Writes a time as the signature's dates are written. */
export function formatSignatureDate(milliseconds: number): string {
  if (Number.isNaN(milliseconds)) return "";
  return new Date(milliseconds).toISOString().replace(/[-:]|\.\d{3}/g, "");
}
