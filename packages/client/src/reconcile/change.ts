import { bodyOf, type Case, readTarget, target } from "./case.ts";
import { compare } from "./equal.ts";
import { type Finding, failed, happened, notYet, undecidable } from "./finding.ts";
import { isSilent } from "./silent.ts";

const about = (change: Case): string => {
  const { name, id } = target(change);
  return `${name} ${id}`;
};

/** Compares a resource with what it was to be changed to. */
export async function examineUpdate(change: Case): Promise<Finding> {
  const resource = await readTarget(change);
  if (!resource) return failed(`${about(change)} does not exist`);
  const body = bodyOf(change);
  const { same, different } = compare(body, resource, (name) => isSilent(change.id, name));
  if (different.length > 0) return notYet(`${about(change)} has other values of ${different.join(", ")}`);
  const unanswered = Object.keys(body).filter((name) => !(name in resource) && !isSilent(change.id, name));
  if (unanswered.length > 0)
    return undecidable(`Answers do not say ${unanswered.join(", ")} of ${about(change)}`);
  if (same.length > 0) return happened(`${about(change)} has every value that was sent`, resource);
  return undecidable(`Answers have none of the fields that were sent for ${about(change)}`);
}

/** Looks whether a resource is gone. */
export async function examineDeletion(change: Case): Promise<Finding> {
  const resource = await readTarget(change);
  return resource
    ? notYet(`${about(change)} still exists`, resource)
    : happened(`${about(change)} does not exist`);
}
