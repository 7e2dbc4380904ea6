import { type FileHandle, open } from "node:fs/promises";
import type { Finding } from "../finding.ts";
import type { HeaderPairs } from "./exchange.ts";
import { InputError } from "./usage.ts";

/** A message of an entry. Secrets are not in it: it is written as it is. */
export interface HarMessage {
  /** `1.1` */
  readonly httpVersion: string;
  readonly headers: HeaderPairs;
  /** Undefined: there is none, or it is not to be written; `size` tells which. */
  readonly text: string | undefined;
  /** Bytes of the payload. */
  readonly size: number;
  /** The same as they travelled. */
  readonly bodySize: number;
}

/** A call as a HAR has it. */
export interface HarEntry {
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly milliseconds: number;
  readonly request: HarMessage & { readonly method: string; readonly url: string };
  /** Left out where no answer came. */
  readonly response: (HarMessage & { readonly status: number; readonly statusText: string }) | undefined;
  readonly comment: string | undefined;
  /** What the contract has against the call. */
  readonly findings: readonly Finding[];
}

/** Writes calls to a HAR 1.2. After each write the file is a whole one. */
export interface HarWriter {
  add(entry: HarEntry): void;
  /** Waits until all is written. */
  close(): Promise<void>;
}

const END = "\n]}}\n";

/**
 * Begins a HAR. What the file held is gone.
 * @param onError Told once, when the file cannot be written any more.
 * @throws InputError where it cannot be written.
 */
export async function createHarWriter(
  file: string,
  version: string,
  onError: (error: Error) => void,
): Promise<HarWriter> {
  const creator = { name: "elb-contract", version };
  const head = `{"log":{"version":"1.2","creator":${JSON.stringify(creator)},"entries":[`;
  const output = await openFile(file);
  let position = 0;
  let waiting: string[] = [];
  let isFirst = true;
  await write(head).catch((error) => Promise.reject(unwritable(file, error)));
  let writing = Promise.resolve();

  /** The end is written each time, and overwritten by what comes next. */
  async function write(text: string): Promise<void> {
    const bytes = Buffer.from(text + END);
    for (let written = 0; written < bytes.length; ) {
      const piece = await output.write(bytes, written, bytes.length - written, position + written);
      written += piece.bytesWritten;
    }
    position += bytes.length - END.length;
  }

  async function flush(): Promise<void> {
    const entries = waiting;
    waiting = [];
    await write(`${isFirst ? "" : ","}\n${entries.join(",\n")}`);
    isFirst = false;
  }

  let hasFailed = false;
  const fail = async (error: Error) => {
    if (!hasFailed) onError(error);
    hasFailed = true;
    // What was written in part goes, so that the file is a whole one.
    await output.truncate(position);
    await output.write(END, position);
  };

  return {
    add(entry) {
      if (hasFailed || waiting.push(JSON.stringify(entryOf(entry))) > 1) return;
      writing = writing
        .then(flush)
        .catch(fail)
        .catch(() => {});
    },
    async close() {
      await writing;
      await output.close();
    },
  };
}

async function openFile(file: string): Promise<FileHandle> {
  try {
    return await open(file, "w");
  } catch (error) {
    throw unwritable(file, error);
  }
}

const unwritable = (file: string, error: unknown): InputError =>
  new InputError(`${file} cannot be written (${(error as NodeJS.ErrnoException).code ?? "unknown"}).`);

function entryOf({ startedAt, milliseconds, request, response, comment, findings }: HarEntry) {
  return {
    startedDateTime: new Date(startedAt).toISOString(),
    time: milliseconds,
    request: requestOf(request),
    response: response === undefined ? NO_RESPONSE : responseOf(response),
    cache: {},
    timings: { send: 0, wait: milliseconds, receive: 0 },
    comment,
    // HAR leaves names that begin so to whoever writes one.
    _findings: findings,
  };
}

function requestOf({ method, url, text, ...message }: HarEntry["request"]) {
  const mimeType = valueIn(message.headers, "content-type");
  return {
    method,
    url,
    ...common(message),
    queryString: [...new URLSearchParams(url.replace(/^[^?]*\??/, ""))].map(([name, value]) => ({
      name,
      value,
    })),
    ...(text === undefined ? {} : { postData: { mimeType, text } }),
  };
}

function responseOf({ status, statusText, text, size, ...message }: NonNullable<HarEntry["response"]>) {
  const mimeType = valueIn(message.headers, "content-type");
  return {
    status,
    statusText,
    ...common(message),
    content: { size, mimeType, ...(text === undefined ? {} : { text }) },
    redirectURL: valueIn(message.headers, "location"),
  };
}

/** How recorders write that there is none. */
const NO_RESPONSE = {
  status: 0,
  statusText: "",
  httpVersion: "",
  cookies: [],
  headers: [],
  content: { size: 0, mimeType: "" },
  redirectURL: "",
  headersSize: -1,
  bodySize: -1,
};

/** Cookies are left out: they are secret, as in the headers. */
function common({
  httpVersion,
  headers,
  bodySize,
}: Pick<HarMessage, "httpVersion" | "headers" | "bodySize">) {
  return {
    httpVersion: `HTTP/${httpVersion}`,
    cookies: [],
    headers: headers.map(([name, value]) => ({ name, value })),
    headersSize: -1,
    bodySize,
  };
}

function valueIn(headers: HeaderPairs, name: string): string {
  return headers.find(([given]) => given.toLowerCase() === name)?.[1] ?? "";
}
