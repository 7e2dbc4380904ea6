import { operations } from "@elb-classic/spec/operations";
import { argumentsOf, bodyOf, type Case, unlessGone } from "./case.ts";
import { compare, type Fields } from "./equal.ts";
import { type Finding, failed, happened, notYet, undecidable, undecided } from "./finding.ts";
import { isSilent } from "./silent.ts";
import { listerOf, listIn, type Owned, ownedBy, read, resourceIn } from "./table.ts";
import { canBe, windowOf } from "./times.ts";

/** Something that may be what the change has created. */
interface Candidate {
  resource: Fields;
  age: "yes" | "maybe";
  /** Whether everything that was sent is as it was sent. */
  exact: boolean;
}

/** Looks for what a change has created: in a list, or where the resource that owns it names it. */
export async function examineCreation(change: Case): Promise<Finding> {
  const { client, row, options } = change;
  const lister = listerOf(row);
  if (lister) {
    const { project_id } = argumentsOf(change);
    const { data, headers } = await read(client, lister, { project_id }, options);
    return judge(change, listIn(lister, data), headers);
  }
  const owned = ownedBy(row, bodyOf(change));
  return owned ? examineOwned(change, owned) : undecidable(`No operation reads what ${change.id} creates`);
}

async function examineOwned(change: Case, { owner, idName, getter }: Owned): Promise<Finding> {
  const { client, options } = change;
  const given: Fields = { ...bodyOf(change), project_id: argumentsOf(change).project_id };
  const read1 = await unlessGone(read(client, owner, given, options));
  if (!read1) return failed("What it was to belong to does not exist");
  const ownerId = given[operations[owner].pathParameters.at(-1)!];
  const id = resourceIn(owner, read1.data, ownerId)[idName];
  // The word was seen in place of the value.
  if (!id || id === "null") return judge(change, [], read1.headers);
  const read2 = await unlessGone(read(client, getter, { ...given, [idName]: id }, options));
  return judge(change, read2 ? [resourceIn(getter, read2.data, id)] : [], read1.headers);
}

function judge(change: Case, resources: readonly Fields[], headers: Headers): Finding {
  const { clock, sent, skew, known } = change;
  const window = windowOf(sent.at, clock.now(), headers, skew);
  const candidates = resources
    .filter(({ id }) => !known.includes(String(id)))
    .map((resource) => candidate(change, resource, canBe(resource.create_time, window)))
    .filter((each) => each !== undefined);
  const exact = candidates.filter((each) => each.exact);
  const sure = window.isSure ? exact.filter(({ age }) => age === "yes") : [];
  const [first] = sure;
  if (first && sure.length === 1) return happened(created(first.resource), first.resource);
  if (first) return undecidable(`${ids(sure)} were created since, and all are as it was sent`);
  if (exact.length > 0) {
    return undecided(
      `${ids(exact)} is as it was sent, but its create_time ${exact[0]?.resource.create_time} does not` +
        ` prove it to be of the change, which was sent at ${new Date(window.isSure ? window.sent : sent.at).toISOString()}`,
    );
  }
  if (candidates.length > 0) return undecided(`${ids(candidates)} was created since, and resembles it`);
  return notYet("Nothing that was created since is as it was sent");
}

/** The service may write them in another way, and anyone can have changed them meanwhile. */
const isFreeText = (name: string): boolean => name === "name" || name === "description";

/** A resource as a candidate, unless it is too old or too different. */
function candidate(change: Case, resource: Fields, age: "yes" | "maybe" | "no"): Candidate | undefined {
  if (age === "no") return undefined;
  const body = bodyOf(change);
  // What does not apply to a resource is accepted, ignored and answered as nothing.
  const { same, different } = compare(
    body,
    resource,
    (name) => resource[name] == null || isSilent(change.id, name),
  );
  if (same.length === 0) return undefined;
  const exact = different.length === 0;
  const alike =
    age === "yes" && (body.name === undefined || same.includes("name") || different.every(isFreeText));
  return exact || alike ? { resource, age, exact } : undefined;
}

const ids = (candidates: readonly Candidate[]): string =>
  candidates.map(({ resource }) => String(resource.id)).join(", ");

const created = ({ id, create_time, status }: Fields): string =>
  `${id} was created at ${create_time} as it was sent${status === undefined ? "" : `; its status is ${status}`}`;
