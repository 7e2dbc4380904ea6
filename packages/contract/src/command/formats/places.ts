import type { Call, Group, Problem } from "../report/report.ts";
import type { Words } from "./words.ts";

/** `traffic.har, entry 12: POST /v1.0/…, 400`. */
export function describeCall({ position, method, path, status }: Call): string {
  return visible(`${position}: ${method} ${path}${status === undefined ? "" : `, ${status}`}`);
}

/** Where a finding is, as the first of its calls and how many more there are. */
export function describeCalls({ calls, count }: Group, words: Words): string {
  const first = describeCall(calls[0]!);
  return count === 1 ? first : `${first} (${words.more(count - 1)})`;
}

/** `traffic.har, entry 12 (byte 40)`. */
export function describePlace({ position, place }: Problem): string {
  return visible(place?.offset === undefined ? position : `${position} (byte ${place.offset})`);
}

/** Nothing that a payload holds may steer a terminal. */
export function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
