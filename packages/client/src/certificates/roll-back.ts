import { ElbApiError } from "../errors/api-error.ts";
import { reconcile } from "../reconcile/reconcile.ts";
import { CertificateRotationError } from "./errors.ts";
import { adoptNew, type Rotation, remove, repoint } from "./rotation.ts";
import { hasUses, type Listener, restored } from "./uses.ts";

/**
 * Takes back what a rotation has changed, last change first, and deletes the certificate that it has created. A signal
 * that has ended the rotation does not end this.
 *
 * @returns the error that says how things stand then
 */
export async function rollBack(failed: Rotation, cause: unknown): Promise<CertificateRotationError> {
  const rotation: Rotation = { ...failed, signal: undefined };
  const { oldId, moved, created, lost } = rotation;
  if (moved.length === 0 && !created && !lost) {
    return new CertificateRotationError(oldId, { state: "unchanged", listeners: [] }, cause);
  }
  const faults: unknown[] = [];
  const tried = async (undo: () => Promise<void>): Promise<boolean> => {
    try {
      await undo();
      return true;
    } catch (fault) {
      faults.push(fault);
      return false;
    }
  };
  const listeners: string[] = [];
  for (const listener of moved.toReversed()) {
    if (!(await tried(() => restore(rotation, listener)))) listeners.push(listener.id);
  }
  // A listener that still has it is not left with a certificate that does not exist.
  const discarded = listeners.length === 0 && (await tried(() => discard(rotation)));
  const newCertificateId = discarded && rotation.created ? undefined : rotation.newId;
  const state = faults.length === 0 ? "rolled back" : "incomplete";
  const all = faults.length === 0 ? cause : new AggregateError([cause, ...faults], messageOf(cause));
  return new CertificateRotationError(oldId, { state, newCertificateId, listeners }, all);
}

const messageOf = (error: unknown): string => String(Object(error).message ?? error);

/** Gives a listener the old certificate back, unless it has it, or is gone. */
async function restore(rotation: Rotation, before: Listener): Promise<void> {
  const { client, scope, oldId } = rotation;
  const uses = restored(before, oldId);
  try {
    const now = await client.getListener({ ...scope, listener_id: before.id });
    if (!hasUses(now, uses)) await repoint(rotation, before.id, uses);
  } catch (error) {
    if (!(error instanceof ElbApiError && error.isNotFound)) throw error;
  }
}

/** Deletes the new certificate if it is this rotation's, after looking for one whose creation was not answered. */
async function discard(rotation: Rotation): Promise<void> {
  const { client, clock, known, lost } = rotation;
  if (lost) {
    const { outcome, resource, evidence } = await reconcile(client, lost, { known, clock });
    if (outcome === "cannot tell")
      throw new Error(`Whether a certificate was created cannot be told: ${evidence}`);
    if (outcome === "happened") adoptNew(rotation, resource);
  }
  if (rotation.created && rotation.newId !== undefined) await remove(rotation, rotation.newId);
}
