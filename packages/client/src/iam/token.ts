import type { components } from "@elb-classic/spec/iam-types";
import type { Credentials, CredentialsProvider, ProjectProvider } from "../credentials.ts";
import { ElbConfigurationError } from "../errors/base.ts";
import { asText } from "../errors/error-body.ts";
import { callIam, type IamAnswer, iamError } from "./call.ts";
import type { IamOptions, IamSettings, TokenScope } from "./options.ts";
import { type Issued, Renewed } from "./renewed.ts";
import { sealed } from "./sealed.ts";

type Schemas = components["schemas"];

/** How a log-in proves who it is. */
export interface Proof {
  identity: Schemas["TokenIdentity"];
  secrets: readonly string[];
  /** Whose token goes along, where an agency is assumed. */
  caller?: CredentialsProvider;
}

/** @throws {ElbConfigurationError} if no project is named */
export function scopeOf(subject: string, { region, project = region, projectId }: TokenScope & IamOptions) {
  if (projectId !== undefined) return { project: { id: projectId } };
  if (project !== undefined) return { project: { name: project } };
  throw new ElbConfigurationError(
    `${subject} needs \`projectId\`, \`project\` or \`region\`: what the token is for.`,
  );
}

/** A time of IAM, with its microseconds, as milliseconds since the epoch. */
const timeOf = (text: unknown): number => Date.parse(String(text).replace(/(\.\d{3})\d+/, "$1"));

/** Milliseconds from when something was issued, by the server's clock, until it runs out. */
export const lifetimeOf = (expires: unknown, issued: unknown, { headers }: IamAnswer, now: number): number =>
  timeOf(expires) - ([timeOf(issued), Date.parse(headers.get("date") ?? "")].find((time) => time > 0) ?? now);

async function createToken(
  settings: IamSettings,
  scope: Schemas["TokenScope"],
  proof: Proof,
): Promise<Issued> {
  const auth: Schemas["TokenAuth"] = { identity: proof.identity, scope };
  const answer = await callIam(settings, {
    operationId: "createToken",
    method: "POST",
    path: "/v3/auth/tokens",
    // The catalog makes the answer several times as long, and is not read.
    query: "?nocatalog=true",
    body: { auth },
    secrets: proof.secrets,
    ...(proof.caller && { caller: proof.caller }),
  });
  const token = answer.headers.get("X-Subject-Token");
  const said = (answer.body as Partial<Schemas["IssuedToken"]>).token;
  const lifetime = lifetimeOf(said?.expires_at, said?.issued_at, answer, settings.clock.now());
  if (!token || !(lifetime > 0)) {
    const fault = { text: "the answer holds no token, or not when it ends" };
    throw iamError(
      "createToken",
      new URL(settings.base).host,
      { status: 201, headers: answer.headers },
      fault,
      [],
    );
  }
  return { credentials: sealed({ token }), lifetime, projectId: asText(said?.project?.id) };
}

/** A provider of what is renewed. */
export function providerOf(renewed: Renewed, projectId: () => Promise<string>): ProjectProvider {
  return Object.assign(async () => (await renewed.get()).credentials, {
    refused: (credentials: Credentials) => renewed.forget(credentials),
    projectId,
  });
}

/** A provider of tokens; `prove` is asked for each of them, since a one-time code is good only once. */
export function tokenProvider(
  settings: IamSettings,
  scope: Schemas["TokenScope"],
  prove: () => Proof | Promise<Proof>,
): ProjectProvider {
  const renewed = new Renewed(async () => createToken(settings, scope, await prove()), settings.clock);
  return providerOf(renewed, async () => {
    const { projectId } = await renewed.get();
    if (projectId !== undefined) return projectId;
    throw new ElbConfigurationError(
      "The token is for no project: give the log-in a `project` or `projectId`.",
    );
  });
}
