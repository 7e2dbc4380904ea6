import { ElbError } from "../errors/base.ts";
import { unlessGone } from "../reconcile/case.ts";
import { reconcile } from "../reconcile/reconcile.ts";
import { CertificateRotationError } from "./errors.ts";
import { adoptNew, findDuplicates, type Rotation, readListener, remove, repoint } from "./rotation.ts";
import { type Listener, restoration } from "./uses.ts";

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
    return new CertificateRotationError(oldId, { state: "unchanged", listeners: [], left: [] }, cause);
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
  const left = new Set<string>();
  for (const listener of moved.toReversed()) {
    const undo = async (): Promise<void> => {
      if (await restore(rotation, listener)) left.add(listener.id);
    };
    if (!(await tried(undo))) listeners.push(listener.id);
  }
  // A listener that still has it is not left with a certificate that does not exist.
  if (listeners.length === 0) await tried(() => discard(rotation));
  const { newId: newCertificateId } = rotation;
  const state = faults.length === 0 ? "rolled back" : "incomplete";
  const all = faults.length === 0 ? cause : new AggregateError([cause, ...faults], messageOf(cause));
  return new CertificateRotationError(oldId, { state, newCertificateId, listeners, left: [...left] }, all);
}

const messageOf = (error: unknown): string => String(Object(error).message ?? error);

/**
 * Gives a listener the old certificate back where it has the new one, unless it is gone.
 *
 * @returns whether something else has changed it, which stays
 */
async function restore(rotation: Rotation, before: Listener): Promise<boolean> {
  const { oldId, newId } = rotation;
  const now = await readListener(rotation, before.id);
  if (!now) return false;
  const { uses, isForeign } = restoration(before, now, oldId, newId!);
  if (Object.keys(uses).length > 0) await unlessGone(repoint(rotation, before.id, uses));
  return isForeign;
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
  if (rotation.created && rotation.newId !== undefined) {
    await remove(rotation, rotation.newId);
    rotation.newId = undefined;
  }
  const others = await findDuplicates(rotation);
  if (others.length === 0) return;
  rotation.newId = others[0];
  throw new ElbError(
    `Certificates ${others.join(", ")} may be of this rotation as well: delete those that nothing uses.`,
  );
}
