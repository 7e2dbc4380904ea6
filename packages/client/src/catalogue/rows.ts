import { type ErrorCode, errorCodes } from "@elb-classic/spec/error-codes";
import { gatewayCode } from "../errors/gateway-code.ts";

/** A row of the catalogue and its id. */
export interface Row extends ErrorCode {
  readonly id: string;
}

/** All rows of a code, in the order of the catalogue: the first is the most general. */
export function rowsOf(code: string): readonly Row[] {
  const name = gatewayCode(code);
  return Object.entries<ErrorCode>(errorCodes)
    .filter(([, row]) => row.code === name)
    .map(([id, row]) => ({ id, ...row }));
}
