import { type OperationId, operations } from "@elb-classic/spec/operations";
import { type IamCallName, iamCallNames } from "../iam/names.ts";

/** An operation that a rule can be about: one of the API, or of IAM at log-in. */
export type OperationName = OperationId | IamCallName;

/** All of them. */
export const operationNames: readonly string[] = [...Object.keys(operations), ...iamCallNames];
