import type { OperationTypes } from "@elb-classic/spec/operations";
import type { ElbClient } from "../client.ts";
import type { Clock } from "../clock.ts";
import { ElbApiError } from "../errors/api-error.ts";
import { ElbError, OutcomeUnknownError } from "../errors/base.ts";
import { compare } from "../reconcile/equal.ts";
import { reconcile, type UnansweredChange } from "../reconcile/reconcile.ts";
import { doesUse, hasUses, type Listener, type Uses } from "./uses.ts";

export type NewCertificate = OperationTypes["createCertificate"]["body"];

/** What a rotation tells of its work. */
export type RotationProgress =
  /** The new certificate is there; `created` is false where it was before. */
  | { kind: "certificate"; certificate_id: string; created: boolean }
  /** A listener has other certificates now: by default, for further domains, or both. */
  | { kind: "listener"; listener_id: string; certificate_id?: string; certificates?: string[] }
  /** A certificate was deleted: the old one, or after a fault the new one. */
  | { kind: "deleted"; certificate_id: string };

/** One rotation, and what it has changed. */
export interface Rotation {
  client: ElbClient;
  scope: { project_id?: string };
  clock: Clock;
  /** The caller's signal; absent while rolling back. */
  signal: AbortSignal | undefined;
  tell(event: RotationProgress): void;
  oldId: string;
  /** Ids of the certificates that there were before. */
  known: string[];
  newId?: string;
  /** Whether the new certificate is of this rotation, and so is its own to delete. */
  created: boolean;
  /** The creation of the new certificate, if nobody knows what has become of it. */
  lost?: UnansweredChange;
  /** The listeners that were changed, or may have been, as they were before. */
  moved: Listener[];
}

const call = ({ signal }: Rotation) => (signal ? { signal } : {});

/** How often a change is sent that did not arrive. Each time, reading has shown first that it did not. */
const attempts = 5;

/**
 * Makes a change, and finds out by reading what became of one that was not answered. Resolves to what there is then.
 *
 * @throws {OutcomeUnknownError} if reading cannot tell, or the change never arrives
 */
async function settle<T>(
  rotation: Rotation,
  send: () => Promise<T>,
  known: readonly string[] = [],
): Promise<unknown> {
  const { client, clock, signal } = rotation;
  for (let attempt = 1; ; attempt++) {
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof OutcomeUnknownError)) throw error;
      const { outcome, resource } = await reconcile(client, error, {
        known,
        clock,
        ...(signal && { signal }),
      });
      if (outcome === "happened") return resource;
      if (outcome === "cannot tell" || attempt === attempts) throw error;
    }
  }
}

/** All certificates, without their private keys. */
export async function listCertificates(rotation: Rotation): Promise<{ id: string }[]> {
  const { client, scope } = rotation;
  return (await client.listCertificates(scope, call(rotation))).certificates;
}

/** The listeners of the project that use a certificate, on whatever load balancer and for whatever domain. */
export async function usersOf(rotation: Rotation, id: string): Promise<Listener[]> {
  const { client, scope } = rotation;
  return (await client.listListeners(scope, call(rotation))).filter((listener) => doesUse(listener, id));
}

/** A certificate that is the wanted one already, as after an earlier run that was killed. */
export const findSame = (
  certificates: readonly { id: string }[],
  { name, domain, certificate }: NewCertificate,
  except: string,
): string | undefined =>
  certificates.find((each) => {
    const { different } = compare({ name, domain, certificate }, { name: "", domain: "", ...each });
    return each.id !== except && different.length === 0;
  })?.id;

/** Creates the new certificate. One that may exist all the same is noted before this throws. */
export async function create(rotation: Rotation, body: NewCertificate): Promise<void> {
  const { client, scope, known } = rotation;
  try {
    const send = () => client.createCertificate({ ...scope, body }, call(rotation));
    adoptNew(rotation, await settle(rotation, send, known));
  } catch (error) {
    const { sent } = Object(error) as Partial<UnansweredChange>;
    if (sent) rotation.lost = { operationId: "createCertificate", sent };
    throw error;
  }
}

/** Takes a certificate for the one that this rotation has created. */
export function adoptNew(rotation: Rotation, certificate: unknown): void {
  rotation.newId = (certificate as { id: string }).id;
  rotation.created = true;
}

/**
 * Makes a listener use certificates, and reads whether it does.
 *
 * @throws {ElbError} if it does not
 */
export async function repoint(rotation: Rotation, listener_id: string, body: Uses): Promise<void> {
  const { client, scope, tell } = rotation;
  const place = { ...scope, listener_id };
  await settle(rotation, () => client.updateListener({ ...place, body }, call(rotation)));
  if (!hasUses(await client.getListener(place, call(rotation)), body)) {
    throw new ElbError(`Listener ${listener_id} took other certificates, but does not show them.`);
  }
  tell({ kind: "listener", listener_id, ...body });
}

/** Deletes a certificate, if it is still there. */
export async function remove(rotation: Rotation, certificate_id: string): Promise<void> {
  const { client, scope, tell } = rotation;
  try {
    await settle(rotation, () => client.deleteCertificate({ ...scope, certificate_id }, call(rotation)));
  } catch (error) {
    if (!(error instanceof ElbApiError && error.isNotFound)) throw error;
  }
  tell({ kind: "deleted", certificate_id });
}
