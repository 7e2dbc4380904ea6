import { type OperationRow, operations } from "@elb-classic/spec/operations";
import { secretsOf } from "./credentials.ts";
import type { ErrorCatalogue } from "./errors/catalogue-entry.ts";
import { faultInAnswer } from "./errors/error-body.ts";
import { dropSecrets, secretsIn } from "./errors/secret-fields.ts";
import { lazy } from "./lazy.ts";
import { absorbQuirks, isList } from "./read-quirks.ts";
import type { Exchange } from "./transport.ts";

/** How an answer is read. */
export interface Reading {
  operationId: string;
  row: OperationRow;
  catalogue: ErrorCatalogue | undefined;
  /** Whether secret fields stay in. */
  privateKeys: boolean;
}

/**
 * The body of a good answer, with the quirks that its row marks absorbed and its secret fields dropped.
 *
 * @throws {ElbApiError} for any status but 2xx, and for a body that is not what the operation answers with
 * @throws {ElbNetworkError} if the answer breaks off
 */
export async function readAnswer(reading: Reading, exchange: Exchange): Promise<unknown> {
  const { response } = exchange;
  const { operationId, row } = reading;
  let raw: string;
  try {
    raw = await response.text();
  } catch (error) {
    const { networkError } = await lazy.trouble();
    const secrets = [...secretsOf(exchange.credentials), ...secretsIn(exchange.request.body)];
    throw networkError(`The answer to ${operationId} broke off`, error, secrets);
  }
  const read = response.ok && parse(row, raw);
  if (read) {
    if (row.secrets && !reading.privateKeys) dropSecrets(read.body);
    return read.body;
  }
  const { badAnswer } = await lazy.trouble();
  throw badAnswer(reading, exchange, raw);
}

/** What a good answer holds; nothing, if that is not what the operation answers with. */
function parse(row: OperationRow, raw: string): { body: unknown } | undefined {
  if (row.success === 204) return isNoAnswer(raw) ? { body: undefined } : undefined;
  try {
    const answer: unknown = JSON.parse(raw);
    // A job says by a code of its own why it has failed.
    const isError =
      faultInAnswer(answer) && !(row === operations.getJob && Object(answer).status !== undefined);
    const body = absorbQuirks(answer, row.read);
    const isRight = typeof body === "object" && body !== null && Array.isArray(body) === isList(row);
    return isRight && !isError ? { body } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a text is as good as none: a proxy's page and an error can come with a good status as well. */
function isNoAnswer(raw: string): boolean {
  if (/^\s*</.test(raw)) return false;
  try {
    return !faultInAnswer(JSON.parse(raw));
  } catch {
    return true;
  }
}
