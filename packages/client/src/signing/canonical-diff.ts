/** A part of a request that a signature covers. */
export interface Difference {
  part: "method" | "path" | "query" | "headers" | "host" | "date" | "body hash";
  /** As signed here, and as the gateway saw it; only of a part that holds no secret and is well-formed. */
  signed?: string;
  seen?: string;
}

interface Canonical {
  method: string;
  path: string;
  query: string;
  headers: Map<string, string>;
  names: string;
  bodyHash: string;
}

/** Reads a canonical request whose lines can be parted by `|`, as gateways echo it; nothing if it is cut off. */
function parse(text: string): Canonical | undefined {
  const lines = text.split(/\r?\n|\|/);
  const [method = "", path = "", query = ""] = lines;
  const [names, hash] = lines.slice(-2);
  if (lines.length < 6 || names === undefined || hash === undefined) return undefined;
  const headers = new Map<string, string>();
  let last = "";
  for (const line of lines.slice(3, -2)) {
    const colon = line.indexOf(":");
    // A line without a name goes on with a value that held the mark itself.
    if (colon > 0) {
      last = line.slice(0, colon);
      headers.set(last, line.slice(colon + 1));
    } else if (line !== "") {
      headers.set(last, `${headers.get(last) ?? ""}|${line}`);
    }
  }
  return { method, path, query, headers, names, bodyHash: /^[\w-]*/.exec(hash)?.[0] ?? "" };
}

/** What may be shown: a method, a host and a date, each in its form. */
const forms = { method: /^[A-Z]{1,20}$/, host: /^[\w.:[\]-]{1,255}$/, date: /^\d{8}T\d{6}Z$/ };

function shownDifference(part: keyof typeof forms, signed = "", seen = ""): Difference[] {
  if (signed === seen) return [];
  const isShown = forms[part].test(signed) && forms[part].test(seen);
  return [isShown ? { part, signed, seen } : { part }];
}

const hidden = (part: Difference["part"], same: boolean): Difference[] => (same ? [] : [{ part }]);

/** All headers but those that are compared by themselves, as one text. */
const otherHeaders = ({ headers, names }: Canonical, date: string): string =>
  [...headers]
    .filter(([name]) => name !== "host" && name !== date)
    .map(([name, value]) => `${name}:${value.trim()}`)
    .concat(names)
    .join("\n");

/**
 * Which parts of a request a gateway saw otherwise than they were signed, by the canonical request that it echoes.
 * Nothing if the echo cannot be read.
 *
 * @param signed the canonical request that was signed
 * @param echo the gateway's, with line ends or with `|` in their place
 * @param date name of the date header, in lower case
 */
export function compareCanonical(signed: string, echo: string, date: string): Difference[] | undefined {
  const ours = parse(signed);
  const theirs = parse(echo.trim());
  if (!ours || !theirs) return undefined;
  return [
    ...shownDifference("method", ours.method, theirs.method),
    ...hidden("path", ours.path === theirs.path),
    ...hidden("query", ours.query === theirs.query),
    ...shownDifference("host", ours.headers.get("host"), theirs.headers.get("host")),
    ...shownDifference("date", ours.headers.get(date), theirs.headers.get(date)),
    ...hidden("headers", otherHeaders(ours, date) === otherHeaders(theirs, date)),
    ...hidden("body hash", ours.bodyHash === theirs.bodyHash),
  ];
}
