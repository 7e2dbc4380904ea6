// What the command needs of the engine beside what it exports: built beside `index.js`, with which it shares all.
export { table } from "../../.build-validators/table.js";
export { NotJson, nothing, readPayload, TooLong } from "../engine/payload.ts";
export { pathOf, queryOf } from "../engine/route.ts";
export { childPointer, isObject } from "../engine/values.ts";
export * from "../index.ts";
