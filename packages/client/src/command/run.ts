import { readFile } from "node:fs/promises";
import type { Readable, Writable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { protocol } from "@elb-classic/spec/operations";
import { isToken } from "../credentials.ts";
import { ElbError } from "../errors/base.ts";
import { readCredentialsFile } from "../node/credentials-file.ts";
import { type Environment, readEnvironment } from "../node/environment.ts";
import type { Found } from "../node/found.ts";
import { signRequest } from "../signing/sign-request.ts";
import { type Arguments, help, isProject, readArguments, UsageError } from "./arguments.ts";

/** The world around the command. */
export interface Io {
  stdin: Readable;
  stdout: Writable;
  stderr: Writable;
  env: Environment;
}

/** Runs the command to its end. @returns its exit code */
export async function run(args: readonly string[], { stdin, stdout, stderr, env }: Io): Promise<number> {
  try {
    const asked = readArguments(args);
    await write(stdout, asked === undefined ? help : await signedHeaders(asked, stdin, env));
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof ElbError)) throw error;
    const more = error instanceof UsageError ? "Run elb-sign --help for what it takes.\n" : "";
    // Where nobody reads this either, the exit code is left.
    await write(stderr, `elb-sign: ${error.message}\n${more}`).catch(() => {});
    return 2;
  }
}

/** Writes all of a text. @throws {ElbError} if it cannot be written, as to a pipe that is closed or a full disk */
async function write(stream: Writable, text: string): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      // Besides the callback, a stream tells an error by an event, which ends the process if nobody listens.
      stream.once("error", reject);
      stream.write(text, (error) => (error ? reject(error) : resolve()));
    });
  } catch (error) {
    throw new ElbError(`The output cannot be written (${(error as NodeJS.ErrnoException).code}).`, {
      cause: error,
    });
  }
}

/** The headers to send, each on a line of its own. */
async function signedHeaders(asked: Arguments, stdin: Readable, env: Environment): Promise<string> {
  const { method, url, algorithm, signingHost } = asked;
  const { credentials, projectId } = await findKeys(env);
  if (isToken(credentials)) {
    throw new UsageError(
      `The first credentials found are a token, which signs nothing: send it as ${protocol.headers.token}, or unset ELB_TOKEN.`,
    );
  }
  const project = asked.project ?? projectId;
  if (project !== undefined && !isProject(project))
    throw new UsageError("The project beside the keys is not an id: correct it, or give --project.");
  const { headers } = signRequest(
    {
      method,
      url,
      headers: {
        "Content-Type": protocol.contentType,
        ...(project !== undefined && { [protocol.headers.projectId]: project }),
      },
      body: await readPayload(asked.data, stdin),
    },
    credentials,
    { ...(algorithm && { algorithm }), ...(signingHost !== undefined && { signingHost }) },
  );
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join("");
}

/** The first keys of the environment or the file: what `defaultCredentials()` finds without a network. */
async function findKeys(env: Environment): Promise<Found> {
  const found = readEnvironment(env) ?? (await readCredentialsFile(env));
  if (found) return found;
  throw new UsageError(
    "No access key was found in the environment (ELB_AK, HUAWEICLOUD_SDK_AK) or in the credentials file.",
  );
}

async function readPayload(
  data: string | undefined,
  stdin: Readable,
): Promise<string | Uint8Array | undefined> {
  if (!data?.startsWith("@")) return data;
  if (data === "@-") return buffer(stdin);
  const path = data.slice(1);
  try {
    return await readFile(path);
  } catch (error) {
    throw new UsageError(
      `The file ${path} of --data cannot be read (${(error as NodeJS.ErrnoException).code}).`,
    );
  }
}
