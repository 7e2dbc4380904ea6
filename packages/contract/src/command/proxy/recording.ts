import { isUtf8 } from "node:buffer";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import type { HarEntry, HarMessage } from "../har.ts";
import { createHarWriter } from "../har.ts";
import { InputError } from "../usage.ts";
import { maskHeaders, maskPayload, maskSecrets, secretsIn } from "./mask.ts";
import type { Passed, PassedMessage } from "./passed.ts";

/** Where calls of this API are kept. Those of others, such as log-ins, are not: what is secret in them is not known. */
export interface Recording {
  add(call: Passed): void;
  /** Waits until all is written. */
  close(): Promise<void>;
}

export interface RecordingOptions {
  readonly harFile: string | undefined;
  readonly ndjsonFile: string | undefined;
  readonly version: string;
  /** Told when a file cannot be written any more; one sentence. */
  onError(text: string): void;
}

/** @throws InputError where a file cannot be written. */
export async function createRecording({
  harFile,
  ndjsonFile,
  version,
  onError,
}: RecordingOptions): Promise<Recording> {
  const failed = (file: string) => (error: Error) =>
    onError(`${file} cannot be written any more: ${error.message}.`);
  const har = harFile === undefined ? undefined : await createHarWriter(harFile, version, failed(harFile));
  const lines = ndjsonFile === undefined ? undefined : await createLines(ndjsonFile, failed(ndjsonFile));
  return {
    add(call) {
      if (!call.isOfThisApi || (har === undefined && lines === undefined)) return;
      const entry = entryOf(call);
      har?.add(entry);
      lines?.add(lineOf(entry, call));
    },
    async close() {
      await Promise.all([har?.close(), lines?.close()]);
    },
  };
}

interface Lines {
  add(line: string): void;
  close(): Promise<void>;
}

async function createLines(file: string, onError: (error: Error) => void): Promise<Lines> {
  const stream = createWriteStream(file);
  try {
    await once(stream, "open");
  } catch (error) {
    throw new InputError(
      `${file} cannot be written (${(error as NodeJS.ErrnoException).code ?? "unknown"}).`,
    );
  }
  stream.once("error", onError);
  return {
    add: (line) => stream.write(line),
    close: () => new Promise((resolve) => stream.once("close", resolve).end()),
  };
}

function entryOf({
  startedAt,
  milliseconds,
  method,
  url,
  request,
  response,
  fault,
  findings,
}: Passed): HarEntry {
  const secrets = secretsIn(request.headers);
  return {
    startedAt,
    milliseconds,
    request: { method, url: maskSecrets(url, secrets), ...messageOf(request, secrets) },
    response: response && {
      status: response.status,
      statusText: maskSecrets(response.statusText, secrets),
      ...messageOf(response, secrets),
    },
    comment: fault,
    findings,
  };
}

function messageOf(
  { httpVersion, headers, payload, length }: PassedMessage,
  secrets: readonly string[],
): HarMessage {
  const isRead = payload instanceof Uint8Array && isUtf8(payload);
  return {
    httpVersion,
    headers: maskHeaders(headers, secrets),
    text: isRead ? maskPayload(Buffer.from(payload).toString(), secrets) : undefined,
    size: isRead ? payload.byteLength : length,
    bodySize: length,
  };
}

/** The call with its verdict. Other commands read it as well. */
function lineOf(
  { request, response, comment, findings }: HarEntry,
  { startedAt, milliseconds, operationId }: Passed,
): string {
  const line = {
    startedAt: new Date(startedAt).toISOString(),
    milliseconds,
    operationId,
    ok: !findings.some(({ severity }) => severity === "error"),
    findings,
    fault: comment,
    request: { method: request.method, url: request.url, ...lineMessage(request) },
    response: response && { status: response.status, ...lineMessage(response) },
  };
  return `${JSON.stringify(line)}\n`;
}

function lineMessage({ headers, text, bodySize }: HarMessage) {
  return { headers, bodySize, ...(text === undefined ? {} : { body: text }) };
}
