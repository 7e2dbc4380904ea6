import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { ElbConfigurationError } from "../errors/base.ts";
import type { Environment } from "./environment.ts";
import { type Found, readCredentials } from "./found.ts";

/** The section for credentials of a project, and the names in it, as the vendor's Python and Go SDKs read them. */
const section = "basic";
const names = {
  ak: "ak",
  sk: "sk",
  securityToken: "security_token",
  projectId: "project_id",
  iamEndpoint: "iam_endpoint",
};

/** The lines `name = value` of one section; names count in any case. */
export function readSection(text: string, wanted: string): Record<string, string> | undefined {
  let found: Record<string, string> | undefined;
  let inside = false;
  for (const line of text.split(/\r?\n/)) {
    const header = /^\s*\[(.*)\]\s*$/.exec(line)?.[1];
    if (header !== undefined) {
      inside = header.trim() === wanted;
      if (inside) found ??= {};
    }
    const [, name, value] = /^\s*([^#;=:[\s]+)\s*[=:]\s*(.*?)\s*$/.exec(line) ?? [];
    if (inside && found && name !== undefined) found[name.toLowerCase()] = value ?? "";
  }
  return found;
}

async function readText(path: string, mustExist: boolean): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" && !mustExist) return undefined;
    throw new ElbConfigurationError(`The credentials file ${path} cannot be read (${code}).`, {
      cause: error,
    });
  }
}

/**
 * Credentials from the vendor's file: `path`, else the one that HUAWEICLOUD_SDK_CREDENTIALS_FILE names, else
 * `~/.huaweicloud/credentials`, which alone may be missing.
 */
export async function readCredentialsFile(env: Environment, path?: string): Promise<Found | undefined> {
  const named = path ?? (env.HUAWEICLOUD_SDK_CREDENTIALS_FILE || undefined);
  const file = named ?? join(homedir(), ".huaweicloud", "credentials");
  const text = await readText(file, named !== undefined);
  const fields = text === undefined ? undefined : readSection(text, section);
  return fields && readCredentials(`[${section}] in ${file}`, fields, names);
}
