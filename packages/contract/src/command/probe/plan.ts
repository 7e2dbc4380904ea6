import { type KnownIds, parameterBelow } from "./known-ids.ts";
import { type Answer, type Call, elementsOf, idOf, PROJECT, type Read, reads } from "./reads.ts";

/** The calls, in their order. What came back of each is given in return, nothing where no answer came. */
export type Plan = Generator<Call, void, Answer | undefined>;

/** How many resources of a kind are looked at. */
const EACH = 3;

const lists = reads.filter(({ ids }) => ids.length === 0);
const details = reads.filter(({ ids }) => ids.length > 0);
const filtered = reads.filter(({ query }) => query.includes("id"));

/**
 * What tells most comes first: the lists, lists that a filter leaves empty, single resources, filters and pages, and
 * what does not exist. `nobody` is an id that nothing has.
 */
export function* planCalls(known: KnownIds, nobody: string): Plan {
  for (const read of lists) yield { read, ids: {}, query: {} };
  for (const read of filtered) yield* filterBy(read, known, nobody);
  yield* lookAt(known);
  for (const read of filtered) {
    const parameter = parameterBelow(read);
    if (parameter !== undefined) yield* filterBy(read, known, known.some(parameter, 1)[0]);
  }
  for (const read of details.filter(({ path }) => path.includes(PROJECT))) {
    yield { read, ids: idsOf(read, () => nobody)!, query: {} };
  }
}

/** Single resources in turn, so that the first of each comes before the second of any. */
function* lookAt(known: KnownIds): Plan {
  const paged = new Set<Read>();
  for (let turn = 0; turn < EACH; turn++) {
    for (const read of details) {
      const ids = idsOf(read, (name) => known.some(name, EACH)[turn]);
      if (ids === undefined) continue;
      const answer = yield { read, ids, query: {} };
      const [first, second] = elementsOf(answer?.body);
      if (read.paging === undefined || second === undefined || paged.has(read)) continue;
      paged.add(read);
      yield* twoPages(read.paging, { read, ids, query: {} }, idOf(first));
    }
  }
}

function* twoPages({ limit, marker }: NonNullable<Read["paging"]>, call: Call, first: string): Plan {
  yield { ...call, query: { [limit]: "1" } };
  yield { ...call, query: { [limit]: "1", [marker]: first } };
}

function* filterBy(read: Read, known: KnownIds, id: string | undefined): Plan {
  const ids = idsOf(read, (name) => known.some(name, 1)[0]);
  if (ids !== undefined && id !== undefined) yield { read, ids, query: { id } };
}

function idsOf(read: Read, find: (name: string) => string | undefined): Call["ids"] | undefined {
  const found = read.ids.map((name) => [name, find(name)] as const);
  if (found.some(([, id]) => id === undefined)) return undefined;
  return Object.fromEntries(found as readonly (readonly [string, string])[]);
}
