import type { OperationTypes } from "@elb-classic/spec/operations";
import type { ElbClient } from "../client.ts";
import type { Clock } from "../clock.ts";
import { ElbApiError } from "../errors/api-error.ts";
import { ElbError, OutcomeUnknownError } from "../errors/base.ts";
import { unlessGone } from "../reconcile/case.ts";
import { compare } from "../reconcile/equal.ts";
import { reconcile } from "../reconcile/reconcile.ts";
import { listIn, resourceIn } from "../reconcile/table.ts";
import type { UnansweredChange } from "../reconcile/unanswered.ts";
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
  wanted: NewCertificate;
  /** Ids of the certificates that there were before. */
  known: string[];
  newId?: string | undefined;
  /** Whether the new certificate is of this rotation, and so is its own to delete. */
  created: boolean;
  /** How often the creation of the new certificate was sent. */
  creations: number;
  /** The first creation that was not answered, while no certificate is known to be its work. */
  lost?: UnansweredChange | undefined;
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
  const answer = await client.listCertificates(scope, call(rotation));
  return listIn("listCertificates", answer) as unknown as { id: string }[];
}

/** The listeners of the project that use a certificate, on whatever load balancer and for whatever domain. */
export async function usersOf(rotation: Rotation, id: string): Promise<Listener[]> {
  const { client, scope } = rotation;
  const answer = await client.listListeners(scope, call(rotation));
  const listeners = listIn("listListeners", answer) as unknown as Listener[];
  return listeners.filter((listener) => doesUse(listener, id));
}

/** The certificates that are the wanted one already, as after an earlier run that was killed. */
export const findSame = (
  certificates: readonly { id: string }[],
  { name, domain, certificate }: NewCertificate,
  except: readonly string[],
): string[] =>
  certificates
    .filter((each) => {
      const { different } = compare({ name, domain, certificate }, { name: "", domain: "", ...each });
      return !except.includes(each.id) && different.length === 0;
    })
    .map(({ id }) => id);

/** Creates the new certificate. One that may exist all the same is noted, whatever comes next. */
export async function create(rotation: Rotation): Promise<void> {
  const { client, scope, known, wanted: body } = rotation;
  const send = async () => {
    rotation.creations++;
    try {
      return await client.createCertificate({ ...scope, body }, call(rotation));
    } catch (error) {
      const { sent } = Object(error) as Partial<UnansweredChange>;
      if (sent) rotation.lost ??= { operationId: "createCertificate", sent };
      throw error;
    }
  };
  adoptNew(rotation, await settle(rotation, send, known));
}

/** Takes a certificate for the one that this rotation has created. */
export function adoptNew(rotation: Rotation, certificate: unknown): void {
  rotation.newId = (certificate as { id: string }).id;
  rotation.created = true;
  rotation.lost = undefined;
}

/**
 * Certificates that a creation may have made besides the new one. Only one that was sent again after it was looked for in
 * vain can do that, if the service carried it out later still.
 */
export async function findDuplicates(rotation: Rotation): Promise<string[]> {
  const { creations, known, newId, wanted } = rotation;
  if (creations < 2) return [];
  const except = newId === undefined ? known : [...known, newId];
  return findSame(await listCertificates(rotation), wanted, except);
}

/** A listener as it is now; nothing, if it does not exist. */
export async function readListener(rotation: Rotation, listener_id: string): Promise<Listener | undefined> {
  const { client, scope } = rotation;
  const answer = await unlessGone(client.getListener({ ...scope, listener_id }, call(rotation)));
  return answer && (resourceIn("getListener", answer, listener_id) as unknown as Listener);
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
