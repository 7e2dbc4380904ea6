/** Requests made up from a seed that every signer has to agree on. */
import { createRandom } from "./random.ts";

/** One request, in parts, as different signers take them. */
export interface Signable {
  method: string;
  origin: string;
  /** As it is written in the URL. */
  path: string;
  query: Map<string, string[]>;
  /** The query as it is written in the URL. */
  search: string;
  headers: Record<string, string>;
  data: unknown;
  keys: { ak: string; sk: string };
}

type Random = () => number;

const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
const chance = (random: Random, of: number): boolean => random() < of;
const times = <T>(random: Random, most: number, make: () => T): T[] =>
  Array.from({ length: Math.floor(random() * (most + 1)) }, make);
const text = (random: Random, alphabet: readonly string[], most: number): string =>
  times(random, most, () => pick(random, alphabet)).join("");

const plain = [..."abcXYZ019-._~"];
/** Two, three and four bytes of UTF-8, also such as a normalisation or a change of case would alter. */
const beyondAscii = [..."éßÄ中文数据负载均衡日本한국ﷺ", "e\u0301", "\u{1f600}", "\u{10348}", "\u200b"].filter(
  // UTF-16 and code points sort those differently: see the quirks.
  (character) => !/[\ue000-\uffff]/.test(character),
);
/** What the vendor's signer does not escape twice. */
const inPaths = [...plain, ...plain, ...beyondAscii, ..."!$&()*+,;=:@[]"];
const inQueries = [...plain, ...plain, ...beyondAscii, ..." !\"#$%&'()*+,/:;<=>?@[\\]^`{|}\t\n\u0000\u007f"];
const inHeaders = [..."abcXYZ019 ,;:=/?\"'()[]{}<>@\\|^`~!#$%&*+-._"];
const letters = [..."abcdefghijklmnopqrstuvwxyz"];
const methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"];
const origins = [
  "https://elb.cn-north-1.myhuaweicloud.com",
  "https://elb.region-1.cloud.example.com:8443",
  "http://127.0.0.1:8080",
  "https://ELB.Example.COM",
  "http://[::1]:8080",
];

const hex = (byte: number): string => `%${byte.toString(16).padStart(2, "0")}`;

/** One of the many ways to write a text in a query. */
function written(random: Random, value: string): string {
  const spelling = Math.floor(random() * 4);
  if (spelling === 0) return [...new TextEncoder().encode(value)].map(hex).join("");
  const escaped = encodeURIComponent(value);
  if (spelling === 1) return escaped.replaceAll("%20", "+");
  return spelling === 2 ? escaped.replace(/%../g, (octet) => octet.toLowerCase()) : escaped;
}

/** A segment that is not resolved away. */
function segment(random: Random): string {
  const made = text(random, inPaths, 8);
  return made === "." || made === ".." ? "dots" : made;
}

function path(random: Random): string {
  if (chance(random, 0.3)) return `/v1.0/${text(random, [..."0123456789abcdef"], 32)}/elbaas/listeners`;
  return `/${times(random, 5, () => segment(random)).join("/")}`;
}

function query(random: Random): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const name of times(random, 4, () => text(random, chance(random, 0.5) ? plain : inQueries, 6))) {
    // Without a name there is no pair to write down, and one of them is no property of its own.
    if (name === "" || name === "__proto__") continue;
    found.set(name, [text(random, inQueries, 8), ...times(random, 2, () => text(random, inQueries, 3))]);
  }
  return found;
}

function searchOf(random: Random, pairs: Map<string, string[]>): string {
  const parts = [...pairs].flatMap(([name, values]) =>
    values.map((value) =>
      value === "" && chance(random, 0.5)
        ? written(random, name)
        : `${written(random, name)}=${written(random, value)}`,
    ),
  );
  // In any order; now and then with an ampersand too many.
  const shuffled = parts.map((part) => ({ part, at: random() })).sort((a, b) => a.at - b.at);
  return shuffled.length === 0
    ? ""
    : `?${shuffled.map(({ part }) => part).join(pick(random, ["&", "&", "&&"]))}`;
}

function headers(random: Random): Record<string, string> {
  const made: Record<string, string> = { "X-Sdk-Date": date(random) };
  if (chance(random, 0.8))
    made["content-type"] = pick(random, ["application/json", "application/json;charset=utf8"]);
  if (chance(random, 0.5)) made["X-Project-Id"] = text(random, plain, 32);
  if (chance(random, 0.2)) made["X-Security-Token"] = text(random, letters, 40);
  if (chance(random, 0.2)) made.host = pick(random, ["gateway.example.com", "gateway.example.com:8443"]);
  if (chance(random, 0.1)) made["X-Sdk-Content-Sha256"] = "UNSIGNED-PAYLOAD";
  for (let more = Math.floor(random() * 4); more > 0; more--) {
    const name = `x-${[1, 2, 3].map(() => text(random, [...letters, ..."0123456789"], 3)).join("-")}z${more}`;
    made[chance(random, 0.5) ? name.toUpperCase() : name] = text(random, inHeaders, 12).trim();
  }
  return made;
}

const date = (random: Random): string =>
  new Date(Date.UTC(2020, 0, 1) + Math.floor(random() * 1e11)).toISOString().replace(/[-:]|\.\d+/g, "");

function json(random: Random, depth = 3): unknown {
  const kind = Math.floor(random() * (depth === 0 ? 3 : 5));
  if (kind === 0) return text(random, inQueries, 12);
  if (kind === 1) return Math.floor(random() * 1e6) / pick(random, [1, 10, 1e9]);
  if (kind === 2) return pick(random, [true, false, null]);
  const values = times(random, 4, () => json(random, depth - 1));
  return kind === 3
    ? values
    : Object.fromEntries(values.map((value) => [`${text(random, inQueries, 4)}k`, value]));
}

/** What is a payload for the vendor's signer: anything that counts as true. */
const payload = (random: Random): unknown => (chance(random, 0.5) ? json(random) || undefined : undefined);

/** So many requests; the same seed makes the same ones. */
export function* signableRequests(seed: number, count: number): Generator<Signable> {
  const random = createRandom(seed);
  for (let made = 0; made < count; made++) {
    const pairs = query(random);
    yield {
      method: pick(random, methods),
      origin: pick(random, origins),
      path: path(random),
      query: pairs,
      search: searchOf(random, pairs),
      headers: headers(random),
      data: payload(random),
      keys: {
        ak: `AK${text(random, letters, 18)}`.toUpperCase(),
        sk: `sk${text(random, inHeaders, 40)}`.replaceAll(" ", ""),
      },
    };
  }
}
