import module from "ajv/dist/compile/names.js";

/** Names of the variables in generated code. */
export const names = module.default;
