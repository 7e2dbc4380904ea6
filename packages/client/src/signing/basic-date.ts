/**
 * `2020-06-08T02:39:00.000Z` as `20200608T023900Z`; slices, since a regular expression costs thrice as much.
 * Empty for what is no time.
 */
const format = (time: number): string => {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return "";
  const iso = date.toISOString();
  const day = iso.slice(0, 4) + iso.slice(5, 7) + iso.slice(8, 10);
  return `${day}T${iso.slice(11, 13)}${iso.slice(14, 16)}${iso.slice(17, 19)}Z`;
};

let second = Number.NaN;
let text = "";

/** A time (in milliseconds since the epoch) as a signature has it; formatted once a second, since that is slow. */
export const basicDate = (time: number): string => {
  const now = Math.floor(time / 1000);
  if (now !== second) {
    text = format(time);
    second = now;
  }
  return text;
};
