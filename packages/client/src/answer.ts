import type { OperationRow } from "@elb-classic/spec/operations";
import { secretsOf } from "./credentials.ts";
import type { ErrorCatalogue } from "./errors/catalogue-entry.ts";
import { lazy } from "./lazy.ts";
import { changeAt } from "./places.ts";
import { absorbQuirks } from "./read-quirks.ts";
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
    throw networkError(`The answer to ${operationId} broke off`, error, secretsOf(exchange.credentials));
  }
  const read = response.ok && parse(row, raw);
  if (read) {
    if (!reading.privateKeys) dropSecrets(read.body, row);
    return read.body;
  }
  const { badAnswer } = await lazy.trouble();
  throw badAnswer(reading, exchange, raw);
}

/** What a good answer holds; nothing, if that is not what the operation answers with. */
function parse({ success, read }: OperationRow, raw: string): { body: unknown } | undefined {
  // A proxy's page can come with a good status as well.
  if (success === 204 && !/^\s*</.test(raw)) return { body: undefined };
  try {
    const body = absorbQuirks(JSON.parse(raw), read);
    return typeof body === "object" && body !== null ? { body } : undefined;
  } catch {
    return undefined;
  }
}

function dropSecrets(body: unknown, { secrets = [] }: OperationRow): void {
  for (const path of secrets) changeAt(body, path, (holder, key) => delete holder[key]);
}
