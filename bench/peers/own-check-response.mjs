// checkResponse() of @elb-classic/contract as it is built.
import { inRoot } from "../support/servers.mjs";
import { timeEach } from "../support/timing.mjs";

const { checkResponse } = await import(inRoot("packages/contract/dist/index.js"));

export function verdicts(answers) {
  return answers.map((answer) => checkResponse(answer).ok);
}

/** Microseconds for one answer. */
export function time(answers, milliseconds) {
  const all = () => {
    for (const answer of answers) checkResponse(answer);
  };
  return timeEach(all, milliseconds, 10) / answers.length;
}
