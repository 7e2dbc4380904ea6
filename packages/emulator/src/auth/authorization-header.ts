import { protocol } from "@elb-classic/spec/operations";

/** The three parts of an `Authorization` header of the vendor's signature. */
export interface SignatureHeader {
  readonly accessKey: string;
  /** Lower-case names, in the order given. */
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

const PARTS = /^Access=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})$/;

/** Reads the header, or returns undefined where it is not of the form that the documents give. */
export function parseSignatureHeader(value: string): SignatureHeader | undefined {
  const { algorithm } = protocol.signature;
  if (!value.startsWith(`${algorithm} `)) return undefined;
  const match = PARTS.exec(value.slice(algorithm.length).trim());
  if (match === null) return undefined;
  const [, accessKey = "", names = "", signature = ""] = match;
  return { accessKey, signedHeaders: names.toLowerCase().split(";"), signature };
}

const DATE = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/;

/** Reads `20191115T033655Z` as milliseconds since 1970, or undefined where the text is no such date. */
export function parseSignatureDate(text: string): number | undefined {
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
