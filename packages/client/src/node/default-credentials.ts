import type { Credentials, ProjectProvider } from "../credentials.ts";
import { endpointUrl } from "../endpoint.ts";
import { ElbConfigurationError } from "../errors/base.ts";
import { checkIamOptions, type IamOptions } from "../iam/options.ts";
import { findProjectId, type ProjectLookup } from "../iam/project.ts";
import type { Renewed } from "../iam/renewed.ts";
import { readCredentialsFile } from "./credentials-file.ts";
import { type Environment, readEnvironment } from "./environment.ts";
import type { Found } from "./found.ts";
import { defaultMetadataUrl, instanceKeys } from "./instance.ts";

export interface DefaultCredentials extends IamOptions {
  /** Name of the project to look up. Default: the name of the region. */
  project?: string;
  /** Default: `process.env`. */
  env?: Environment;
  /** The credentials file. Default: HUAWEICLOUD_SDK_CREDENTIALS_FILE, else `~/.huaweicloud/credentials`. */
  credentialsFile?: string;
  /** Base URL of the instance's metadata; false not to ask it. Default: `http://169.254.169.254`. */
  metadataUrl?: string | false;
  /** Milliseconds that one request for metadata may take. Default: 1,000. */
  metadataTimeout?: number;
}

/** Where the chain has ended. */
type Source = Omit<Found, "credentials"> & { credentials: Credentials | Renewed };

/**
 * Credentials from the first of these places that holds any; a place that holds a half is an error, and not passed
 * over:
 *
 * 1. this package's own variables: ELB_TOKEN, or ELB_AK, ELB_SK and for temporary keys ELB_SECURITY_TOKEN; besides
 *    ELB_PROJECT_ID and ELB_IAM_ENDPOINT;
 * 2. the variables of the vendor's SDKs: HUAWEICLOUD_SDK_AK, HUAWEICLOUD_SDK_SK, HUAWEICLOUD_SDK_SECURITY_TOKEN and
 *    HUAWEICLOUD_SDK_PROJECT_ID;
 * 3. the vendor's credentials file, section `[basic]`: `ak`, `sk`, `security_token`, `project_id`, `iam_endpoint`;
 * 4. the metadata of the cloud server that the program runs on: temporary keys of its agency, renewed in time.
 *
 * The place is looked for once, when credentials are needed first. A client without `projectId` gets the project that
 * stands beside the credentials, else the one that is named as `region` is, looked up at IAM.
 *
 * @throws {ElbConfigurationError} naming the option that is wrong; the provider rejects with one that names what is
 *   missing
 */
export function defaultCredentials(options: DefaultCredentials = {}): ProjectProvider {
  const { env = process.env, credentialsFile, metadataUrl, metadataTimeout = 1_000, ...iam } = options;
  // Checked with some endpoint, since none is needed where the project is known.
  const settings = checkIamOptions("defaultCredentials()", { iamEndpoint: defaultMetadataUrl, ...iam }, [
    "project",
  ]);
  const metadata =
    metadataUrl === false
      ? undefined
      : instanceKeys({
          ...settings,
          metadataUrl: endpointUrl(metadataUrl ?? defaultMetadataUrl, "metadataUrl"),
          metadataTimeout,
        });

  let source: Promise<Source> | undefined;
  const find = (): Promise<Source> => {
    source ??= findSource(env, credentialsFile, metadata).catch((error: unknown) => {
      source = undefined;
      throw error;
    });
    return source;
  };
  const provider = async (): Promise<Credentials> => {
    const { credentials } = await find();
    return "get" in credentials ? (await credentials.get()).credentials : credentials;
  };
  let lookup: Promise<string> | undefined;
  const projectId = async (): Promise<string> => {
    const found = await find();
    if (found.projectId !== undefined) return found.projectId;
    lookup ??= findProjectId(provider, lookupOptions(iam, found)).catch((error: unknown) => {
      lookup = undefined;
      throw error;
    });
    return lookup;
  };
  return Object.assign(provider, { projectId });
}

async function findSource(
  env: Environment,
  file: string | undefined,
  metadata: Renewed | undefined,
): Promise<Source> {
  const found = readEnvironment(env) ?? (await readCredentialsFile(env, file));
  if (found) return found;
  let cause: unknown;
  try {
    await metadata?.get();
    if (metadata) return { credentials: metadata };
  } catch (error) {
    cause = error;
  }
  throw new ElbConfigurationError(
    "No credentials were found in the environment (ELB_TOKEN, ELB_AK, HUAWEICLOUD_SDK_AK), in the credentials file" +
      ` ${metadata ? "or in the metadata of the instance" : "(the metadata of an instance was not asked)"}.`,
    cause === undefined ? {} : { cause },
  );
}

function lookupOptions(iam: ProjectLookup, { iamEndpoint }: Omit<Source, "credentials">): ProjectLookup {
  if (iam.region === undefined && iam.project === undefined) {
    throw new ElbConfigurationError(
      "No project is known: give `projectId`, set ELB_PROJECT_ID, or give defaultCredentials() a `region`.",
    );
  }
  return { ...(iamEndpoint === undefined ? {} : { iamEndpoint }), ...iam };
}
