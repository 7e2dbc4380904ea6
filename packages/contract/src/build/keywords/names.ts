import { Name } from "ajv";

/** Variables of the code that the compiler generates. */
export const names = {
  errors: new Name("errors"),
  instancePath: new Name("instancePath"),
  this: new Name("this"),
};
