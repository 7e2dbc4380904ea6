import { parseArgs } from "node:util";
import { protocol } from "@elb-classic/spec/operations";
import { credentialScope, derivedKey } from "../signing/algorithms.ts";
import type { SigningAlgorithm } from "../signing/sign.ts";

/** A command line that makes no sense. The message is one sentence. */
export class UsageError extends Error {}

/** What the command was asked to sign. */
export interface Arguments {
  readonly method: string;
  readonly url: string;
  /** The payload as text, or `@FILE`, or `@-` for standard input. */
  readonly data: string | undefined;
  readonly project: string | undefined;
  readonly algorithm: SigningAlgorithm | undefined;
  readonly signingHost: string | undefined;
}

/** The text of `--help`. */
export const help = `elb-sign: signs a request to the classic Elastic Load Balance API with an access key.

Usage: elb-sign [options] URL

Prints the headers to send, one a line, as curl reads them with -H @-:

  elb-sign --data @members.json "$URL" | curl -H @- --data-binary @members.json "$URL"

  --method NAME        HTTP method (default: POST with --data, else GET); give curl the same with -X
  --data TEXT          the payload, exactly as it is sent; @FILE reads a file, @- standard input
  --project ID         project for ${protocol.headers.projectId} (default: the one beside the keys; none is sent if
                       there is none)
  --algorithm NAME     plain (default), derived-key:REGION/SERVICE (V11-HMAC-SHA256) or
                       credential-scope:REGION/SERVICE (older gateways; REGION and SERVICE can be empty)
  --signing-host HOST  the host that the gateway sees, if a proxy in between changes it
  --help               this text

The keys come from the environment (ELB_AK, ELB_SK and ELB_SECURITY_TOKEN, else the
HUAWEICLOUD_SDK_ variables), else from the vendor's credentials file
(HUAWEICLOUD_SDK_CREDENTIALS_FILE, ~/.huaweicloud/credentials). The metadata of a cloud
server is not asked, and nothing is sent. A signature is good for ${protocol.signature.clockSkewSeconds / 60} minutes.

Exit codes: 0 signed, 2 wrong usage, no keys, a request that cannot be signed, or an output that cannot be written.
`;

/** Whether a text can be the id of a project in a header: printable ASCII without white space. */
export const isProject = (text: string): boolean => /^[\x21-\x7e]+$/.test(text);

/** Reads the command line; undefined if it asks for help. @throws UsageError */
export function readArguments(args: readonly string[]): Arguments | undefined {
  const { values, positionals } = parse(args);
  if (values.help) return undefined;
  const [url, ...others] = positionals;
  if (url === undefined || others.length > 0) throw new UsageError("Give exactly one URL.");
  const { data, project, algorithm } = values;
  if (URL.canParse(url) && !/^https?:/i.test(url)) throw new UsageError("Give an http or https URL.");
  if (project !== undefined && !isProject(project))
    throw new UsageError("--project takes the id of a project.");
  return {
    method: values.method ?? (data === undefined ? "GET" : "POST"),
    url,
    data,
    project,
    algorithm: algorithm === undefined ? undefined : readAlgorithm(algorithm),
    signingHost: values["signing-host"],
  };
}

function parse(args: readonly string[]) {
  const text = { type: "string" } as const;
  const options = {
    method: text,
    data: text,
    project: text,
    algorithm: text,
    "signing-host": text,
    help: { type: "boolean" },
  } as const;
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
  } catch (error) {
    const [sentence = ""] = (error as Error).message.split(/\.?(?: To |\n)|\.$/);
    throw new UsageError(`${sentence}.`);
  }
}

const scoped = { "derived-key": derivedKey, "credential-scope": credentialScope };

function readAlgorithm(text: string): SigningAlgorithm | undefined {
  if (text === "plain") return undefined;
  const [, name = "", region = "", service = ""] = /^([\w-]+):([^/]*)\/([^/]*)$/.exec(text) ?? [];
  if (Object.hasOwn(scoped, name)) return scoped[name as keyof typeof scoped]({ region, service });
  throw new UsageError(
    `--algorithm takes plain, derived-key:REGION/SERVICE or credential-scope:REGION/SERVICE, not "${text}".`,
  );
}
