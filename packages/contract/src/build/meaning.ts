import type { Count, JobStates } from "../table.ts";
import { type Description, follow, type Located, type Schema } from "./description.ts";
import { inPlace, properties } from "./facts.ts";

/** Beside a list, the property with this name says how many elements it has. */
const countName = "instance_num";

/** The list of an answer that says its length, `undefined` where there is none. */
export function countOf(description: Description, root: Located): Count | undefined {
  const all = ownProperties(description, root);
  const count = all.find(([name]) => name === countName)?.[1];
  if (count === undefined) return undefined;
  const lists = all.filter(([, { node }]) => node["x-elb-read"] === "list");
  if (lists.length !== 1) throw new Error(`${count.pointer} does not say which list it counts.`);
  return { name: countName, list: lists[0]![0], pointer: count.pointer };
}

/** What is to be known of the states of a job, `undefined` where an answer is none. */
export function jobStatesOf(description: Description, root: Located): JobStates | undefined {
  const states = ownProperties(description, root).find(([, { node }]) => "x-elb-job-status" in node)?.[1];
  if (states === undefined) return undefined;
  const { waiting, success, failure } = states.node["x-elb-job-status"] as JobStates;
  const pointer = states.pointer.slice(0, states.pointer.lastIndexOf("/"));
  return { waiting, success, failure, pointer, parameter: "job_id" };
}

function ownProperties(description: Description, root: Located): [name: string, schema: Located][] {
  return inPlace(description, root)
    .flatMap(properties)
    .map(([name, property]) => [name, follow<Schema>(description, property)]);
}
