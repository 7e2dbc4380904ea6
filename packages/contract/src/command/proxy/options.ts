import { readFileSync } from "node:fs";
import { REPORT_HELP, REPORT_OPTIONS, type ReportSettings, readReportSettings } from "../report/options.ts";
import { InputError, readChoice, readCount, readOptions, readText, UsageError } from "../usage.ts";
import { parseHost, parseTarget, type Target } from "./target.ts";

/** What the command was asked to do. */
export interface ProxyOptions extends ReportSettings {
  readonly target: Target;
  readonly host: string;
  readonly port: number;
  readonly mode: "report" | "block";
  readonly signingHost: string | undefined;
  readonly reSign: boolean;
  /** Certificates in PEM. */
  readonly ca: string | undefined;
  /** Milliseconds. */
  readonly patience: number;
  /** Bytes. */
  readonly maxBody: number;
  readonly harFile: string | undefined;
  readonly ndjsonFile: string | undefined;
  readonly quiet: boolean;
  readonly readyJson: boolean;
}

const DEFAULTS = {
  host: "127.0.0.1",
  port: "8081",
  mode: "report",
  timeout: "60",
  "max-body": "1048576",
};

/** The text of `--help`. */
export const help = `elb-contract proxy: checks calls on their way to a service, and passes them on as they are.

Usage: elb-contract proxy --target URL [options]

  --target URL       the service: scheme, host and port
  --port N           port to listen on, 0 for any free one (default: ${DEFAULTS.port})
  --host ADDRESS     address to listen on (default: ${DEFAULTS.host}, this machine only)
  --mode MODE        report: everything passes (default); block: what breaks the contract is kept back, with 400 or 502
  --signing-host HOST
                     what is sent to the proxy's own address is signed for this host, which the service gets
  --re-sign          the proxy signs in place of its callers, with its own credentials
  --har FILE         record the calls, without what is secret, as HAR 1.2
  --ndjson FILE      record them with their findings, a call on each line
  --max-body BYTES   how much of a payload is kept for the check (default: ${DEFAULTS["max-body"]}); longer ones pass
                     unchecked
  --timeout SECONDS  how long a call may stand still (default: ${DEFAULTS.timeout})
  --ca FILE          certificates in PEM to trust beside the usual ones
${REPORT_HELP}
  --quiet            no line on stderr for each call
  --ready-json       once ready, write {"url","port"} as one line of JSON to stdout

The verdict on a request is in the header X-Elb-Contract of its answer, that on both on stderr. The report comes when the
proxy is stopped: SIGTERM or SIGINT end it after the calls that are on their way, a second one at once.

A signature covers the host. The service refuses what is signed for the proxy's own address, and more than five of them lock
the access key, so they are not forwarded. With tokens there is nothing to mind. With access keys, there are three ways:

  - Make the proxy the HTTP proxy of the client (HTTP_PROXY), whose endpoint is http:// with the service's own host.
    Behind the proxy it is https:// where --target is. Tunnels (CONNECT) are not opened, as nothing can be seen in them.
  - Have callers sign for the service's host, and say so with --signing-host.
  - Have the proxy sign, with --re-sign and ELB_AK and ELB_SK, HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK, ELB_TOKEN, the
    vendor's credentials file or the agency of the cloud server.

HTTPS_PROXY and NO_PROXY tell how a service with https:// is reached.

Exit codes: 0 conforming, 1 findings, 2 wrong usage or no such port or address, 3 a file cannot be read or written.
`;

/** Reads the command line. @throws UsageError @throws InputError */
export function readProxyOptions(args: readonly string[]): ProxyOptions {
  const { values, positionals } = readOptions(args, OPTIONS);
  if (positionals.length > 0) throw new UsageError(`proxy takes options only, not "${positionals[0]}".`);
  const given = { ...DEFAULTS, ...values };
  if (given.target === undefined) throw new UsageError("proxy needs --target URL, the service behind it.");
  const { "signing-host": signingHost } = given;
  const ca = readText("--ca", given.ca);
  return {
    ...readReportSettings(given),
    target: parseTarget(given.target),
    host: readText("--host", given.host)!,
    port: readCount("--port", given.port, 0, 65_535),
    mode: readChoice("--mode", given.mode, ["report", "block"]),
    signingHost: signingHost === undefined ? undefined : parseHost(signingHost),
    reSign: given["re-sign"] === true,
    ca: ca === undefined ? undefined : readCertificates(ca),
    patience: readCount("--timeout", given.timeout, 1, 86_400) * 1000,
    maxBody: readCount("--max-body", given["max-body"], 0, 1_073_741_824),
    harFile: readText("--har", given.har),
    ndjsonFile: readText("--ndjson", given.ndjson),
    quiet: given.quiet === true,
    readyJson: given["ready-json"] === true,
  };
}

const TEXT = { type: "string" } as const;
const FLAG = { type: "boolean" } as const;

const OPTIONS = {
  ...REPORT_OPTIONS,
  target: TEXT,
  host: TEXT,
  port: TEXT,
  mode: TEXT,
  "signing-host": TEXT,
  "re-sign": FLAG,
  ca: TEXT,
  timeout: TEXT,
  "max-body": TEXT,
  har: TEXT,
  ndjson: TEXT,
  quiet: FLAG,
  "ready-json": FLAG,
};

function readCertificates(file: string): string {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new InputError(`${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? "unknown"}).`);
  }
  if (text.includes("-----BEGIN CERTIFICATE-----")) return text;
  throw new InputError(`${file} holds no certificate in PEM.`);
}
