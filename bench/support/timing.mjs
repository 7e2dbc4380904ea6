/** Microseconds that one call takes, over as many calls as fill the time given; the clock is read after so many. */
export function timeEach(call, milliseconds, batch = 200) {
  const begin = performance.now();
  let count = 0;
  let passed = 0;
  while (passed < milliseconds) {
    for (let each = 0; each < batch; each++) call();
    count += batch;
    passed = performance.now() - begin;
  }
  return (passed / count) * 1000;
}

/** Calls a second, so many at a time: each one starts another when it has ended. */
export async function callsPerSecond(call, { concurrency, seconds }) {
  const begin = performance.now();
  const end = begin + seconds * 1000;
  let count = 0;
  const repeat = async () => {
    while (performance.now() < end) {
      await call();
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, repeat));
  return count / ((performance.now() - begin) / 1000);
}

/** What a peer shows of its check of answers: how it judges each, and how long that takes. */
export function checkOfAnswers(find, validate) {
  return {
    verdicts: (answers) => answers.map((answer) => validate(find(answer), answer)),
    /** Microseconds for one answer, the search for its operation included. */
    time: (answers, milliseconds) => {
      const all = () => {
        for (const answer of answers) validate(find(answer), answer);
      };
      return timeEach(all, milliseconds, 1) / answers.length;
    },
    /** Microseconds for one answer whose operation is known. */
    timeValidation: (answers, milliseconds) => {
      const known = answers.map((answer) => [find(answer), answer]);
      const all = () => {
        for (const [operation, answer] of known) validate(operation, answer);
      };
      return timeEach(all, milliseconds, 1) / answers.length;
    },
  };
}
