/** An id as the service makes them for its own resources, jobs and requests: 32 hex digits without dashes (D90). */
export function newId(): string {
  return crypto.randomUUID().replaceAll("-", "");
}

/** A dashed UUID, as networks, subnets and servers of other services have (D90). */
export function newForeignId(): string {
  return crypto.randomUUID();
}

let lastSecond = Number.NaN;
let lastTime = "";

/** The time of a resource, `2015-09-14 02:34:32`: UTC, no zone (D89). Long lists have the same one over and over. */
export function resourceTime(milliseconds: number): string {
  const second = Math.floor(milliseconds / 1000);
  if (second !== lastSecond) {
    lastTime = new Date(milliseconds).toISOString().slice(0, 19).replace("T", " ");
    lastSecond = second;
  }
  return lastTime;
}

/** The time of a job, ISO 8601 with milliseconds and `Z` (D89). */
export function jobTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** The time of IAM, ISO 8601 with microseconds and `Z`. */
export function iamTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace("Z", "000Z");
}
