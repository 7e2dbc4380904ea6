/** Finds out where a value is not what it should be: a path below it such as `.task.type`, or undefined where all is well. */
export type Shape = (value: unknown) => string | undefined;

const LAST_TIME = 8.64e15;

export const text = shapeOf((value) => typeof value === "string");
export const texts = listOf(text);
export const amount = shapeOf((value) => Number.isSafeInteger(value) && (value as number) >= 0);
/** Milliseconds since 1970 that a date can have. */
export const time = shapeOf((value) => typeof value === "number" && Math.abs(value) <= LAST_TIME);
export const truth = shapeOf((value) => typeof value === "boolean");
/** An object, whatever is in it. */
export const fields = shapeOf(
  (value) => typeof value === "object" && value !== null && !Array.isArray(value),
);

/** One of some values. */
export function oneOf(...values: readonly unknown[]): Shape {
  return shapeOf((value) => values.includes(value));
}

/** What may be missing. */
export function optional(shape: Shape): Shape {
  return (value) => (value === undefined ? undefined : shape(value));
}

/** Either of two shapes; the second says what is wrong. */
export function either(first: Shape, second: Shape): Shape {
  return (value) => (first(value) === undefined ? undefined : second(value));
}

export function listOf(shape: Shape): Shape {
  return (value) => {
    if (!Array.isArray(value)) return "";
    for (const [index, each] of value.entries()) {
      const fault = shape(each);
      if (fault !== undefined) return `[${index}]${fault}`;
    }
    return undefined;
  };
}

/** An object with these properties and no others. */
export function record(properties: Readonly<Record<string, Shape>>): Shape {
  const shapes = Object.entries(properties);
  return (value) => {
    if (fields(value) !== undefined) return "";
    const object = value as Readonly<Record<string, unknown>>;
    const stranger = Object.keys(object).find((name) => !Object.hasOwn(properties, name));
    if (stranger !== undefined) return `.${stranger}`;
    for (const [name, shape] of shapes) {
      const fault = shape(object[name]);
      if (fault !== undefined) return `.${name}${fault}`;
    }
    return undefined;
  };
}

function shapeOf(allows: (value: unknown) => boolean): Shape {
  return (value) => (allows(value) ? undefined : "");
}
