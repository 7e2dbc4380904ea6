/** A resource, or a payload, by its wire names. */
export type Fields = Readonly<Record<string, unknown>>;

/** One text for everything that the service takes for the same: "" for nothing, 1 for true and "1". */
function canonical(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "boolean") return String(Number(value));
  if (Array.isArray(value)) return JSON.stringify(value.map(canonical).toSorted());
  if (typeof value === "object") return JSON.stringify(value);
  return String(value).replaceAll("\r\n", "\n").trim();
}

/** Some protocols are taken in any case, and answered in capitals. */
const inCapitals = /^[A-Z]+$/;

const isSame = (sent: unknown, found: unknown): boolean => {
  const [one, other] = [canonical(sent), canonical(found)];
  return one === other || (inCapitals.test(other) && one.toUpperCase() === other);
};

/** How a payload compares with a resource, by the names that both have. */
export interface Comparison {
  /** Fields that are as they were sent. */
  same: string[];
  /** Fields that are not. */
  different: string[];
}

/**
 * Compares what was sent with what is there. A field that answers never have, such as a secret one, says nothing.
 *
 * @param silent names that say nothing either
 */
export function compare(
  sent: Fields,
  found: Fields,
  silent: (name: string) => boolean = () => false,
): Comparison {
  const names = Object.keys(sent).filter((name) => name in found && !silent(name));
  return {
    same: names.filter((name) => isSame(sent[name], found[name])),
    different: names.filter((name) => !isSame(sent[name], found[name])),
  };
}
