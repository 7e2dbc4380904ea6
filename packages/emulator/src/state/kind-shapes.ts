import {
  either,
  fields,
  listOf,
  oneOf,
  optional,
  record,
  type Shape,
  text,
  texts,
  time,
  truth,
} from "./shapes.ts";

const SERVER = record({ server_id: text, address: text });

/** A member as it is kept. */
export const MEMBER = record({
  id: text,
  listenerId: text,
  server: SERVER,
  floatingAddress: text,
  createdAt: time,
  given: optional(fields),
});

const NEW_MEMBER = record({ server_id: text, address: text, memberId: text, floatingAddress: text });

const TASKS: Readonly<Record<string, Shape>> = {
  createELB: record({ type: text, loadBalancerId: text }),
  updateELB: record({ type: text, loadBalancerId: text, changes: fields }),
  deleteELB: record({ type: text, loadBalancerId: text, keepElasticIp: truth }),
  createMember: record({ type: text, listenerId: text, members: listOf(NEW_MEMBER) }),
  removeMember: record({ type: text, listenerId: text, memberIds: texts }),
};

function task(value: unknown): string | undefined {
  const { type } = Object(value);
  return oneOf(...Object.keys(TASKS))(type) === undefined ? TASKS[type]?.(value) : ".type";
}

const FAILURE = record({ code: text, message: text });

/** A job as it is kept. */
export const JOB = record({
  id: text,
  projectId: text,
  task,
  beginsAt: time,
  runsAt: time,
  endsAt: time,
  expected: fields,
  fault: optional(FAILURE),
  outcome: optional(either(record({ entities: fields }), FAILURE)),
});
