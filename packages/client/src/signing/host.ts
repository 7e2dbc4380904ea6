/** Whether a value can stand in the header `Host`. */
export const isHost = (value: unknown): value is string =>
  typeof value === "string" && /^[\w.~:[\]-]+$/.test(value);
