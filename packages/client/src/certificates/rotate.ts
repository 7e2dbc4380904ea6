import { checkFunction, checkNames } from "../check.ts";
import type { ElbClient } from "../client.ts";
import { type Clock, systemClock } from "../clock.ts";
import { ElbArgumentError, ElbError } from "../errors/base.ts";
import { notify } from "../hooks.ts";
import { checkClock } from "../reconcile/options.ts";
import { CertificateRotationError } from "./errors.ts";
import { rollBack } from "./roll-back.ts";
import {
  create,
  findDuplicates,
  findSame,
  listCertificates,
  type NewCertificate,
  type Rotation,
  type RotationProgress,
  readListener,
  remove,
  repoint,
  usersOf,
} from "./rotation.ts";
import { doesUse, swapped } from "./uses.ts";

export interface RotateCertificateOptions {
  /** Id of the certificate to replace. */
  certificate_id: string;
  /** Default: the client's project. */
  project_id?: string;
  /** The new certificate with its private key, as `createCertificate` takes it. */
  certificate: NewCertificate;
  /** Whether the old certificate is deleted once no listener uses it. Default: true. */
  deleteOld?: boolean;
  /** Ends the rotation; what it has changed is rolled back all the same. */
  signal?: AbortSignal;
  /** Told of each step, never with a private key. What it throws or rejects with is ignored. */
  onProgress?: (event: RotationProgress) => void;
  /** Default: the system's clock and timers. */
  clock?: Clock;
}

/** A rotation that has gone through. */
export interface RotatedCertificate {
  /** Id of the new certificate. */
  certificate_id: string;
  /** Whether this run has created it; an earlier one may have. */
  created: boolean;
  /** Ids of the listeners that were changed. */
  listeners: string[];
  /** Whether the old certificate is gone. */
  deleted: boolean;
  /**
   * Ids of certificates with the same name, domain and text that are there besides, where a creation was sent again that
   * was not answered: it may have been carried out late. Delete those that nothing uses. Absent where there is none.
   */
  duplicates?: string[];
}

const names = ["certificate_id", "project_id", "certificate", "deleteOld", "signal", "onProgress", "clock"];

/**
 * Replaces a certificate wherever it is used: creates the new one, changes every listener of the project that shows the
 * old one (HTTPS, by default or for further domains), reads each of them back, and deletes the old one. What fails before
 * that is rolled back: the listeners get the old certificate again, and the new one is deleted. A listener that something
 * else has given other certificates meanwhile is left as it is; the error names it.
 *
 * Each listener changes at once, one after another; for a moment some show the old certificate and some the new.
 *
 * It can be run again after it was killed: a certificate with the same name, domain and text is taken instead of another
 * one being created, and is then not deleted by a roll-back. A change that was not answered is looked for before it is
 * sent again, for up to a minute.
 *
 * No result, event or error holds a private key.
 *
 * @throws {CertificateRotationError} if it did not go through; says how things stand
 * @throws {ElbArgumentError} before anything is sent, for options that make no sense
 */
export async function rotateCertificate(
  client: ElbClient,
  options: RotateCertificateOptions,
): Promise<RotatedCertificate> {
  checkNames("rotateCertificate()", "option", options, names);
  const { certificate_id, project_id, certificate, deleteOld = true, signal, onProgress } = options;
  const { clock = systemClock } = options;
  checkFunction("onProgress", onProgress);
  checkClock(clock);
  if (typeof certificate_id !== "string" || certificate_id === "" || !certificate?.certificate) {
    throw new ElbArgumentError(
      "rotateCertificate() needs `certificate_id`, and `certificate` with a certificate in it.",
    );
  }
  const rotation: Rotation = {
    ...{
      client,
      clock,
      signal,
      oldId: certificate_id,
      wanted: certificate,
      created: false,
      creations: 0,
      known: [],
      moved: [],
    },
    scope: project_id === undefined ? {} : { project_id },
    tell: (event) => notify(onProgress, event),
  };
  const newId = await attempt(rotation);
  if (deleteOld) await finish(rotation, newId);
  const listeners = [...new Set(rotation.moved.map(({ id }) => id))];
  // All is done: not to know about them is no reason to say that it is not.
  const duplicates = await findDuplicates(rotation).catch(() => []);
  return {
    ...{ certificate_id: newId, created: rotation.created, listeners, deleted: deleteOld },
    ...(duplicates.length > 0 && { duplicates }),
  };
}

/** Everything that is rolled back if it fails. */
async function attempt(rotation: Rotation): Promise<string> {
  try {
    const newId = await provide(rotation);
    await moveAll(rotation, newId);
    return newId;
  } catch (error) {
    throw await rollBack(rotation, error);
  }
}

/** The new certificate: one that is there already, or else a new one. */
async function provide(rotation: Rotation): Promise<string> {
  const { oldId, tell, wanted } = rotation;
  const present = await listCertificates(rotation);
  rotation.known = present.map(({ id }) => id);
  const [same] = findSame(present, wanted, [oldId]);
  // Where the old one is gone and the new one is there, an earlier run was killed at its very end.
  if (same === undefined && !rotation.known.includes(oldId)) {
    throw new ElbError(`The project has no certificate ${oldId}.`);
  }
  if (same === undefined) await create(rotation);
  else rotation.newId = same;
  const newId = rotation.newId!;
  tell({ kind: "certificate", certificate_id: newId, created: rotation.created });
  return newId;
}

/** How often listeners are looked for: some can come to the old certificate meanwhile. */
const rounds = 5;

/** Changes listeners until none uses the old certificate. */
async function moveAll(rotation: Rotation, newId: string): Promise<void> {
  const { oldId, moved } = rotation;
  for (let round = 0; ; round++) {
    const users = await usersOf(rotation, oldId);
    if (users.length === 0) return;
    if (round === rounds) throw new ElbError(`Listeners keep coming to certificate ${oldId}.`);
    for (const { id } of users) {
      const listener = await readListener(rotation, id);
      // Something else may have changed it since it was listed.
      if (!listener || !doesUse(listener, oldId)) continue;
      moved.push(listener);
      await repoint(rotation, id, swapped(listener, oldId, newId));
    }
  }
}

/** Deletes the old certificate, which nothing uses. A fault of that undoes nothing. */
async function finish(rotation: Rotation, newId: string): Promise<void> {
  const { oldId, moved } = rotation;
  try {
    await remove(rotation, oldId);
  } catch (error) {
    const listeners = moved.map(({ id }) => id);
    throw new CertificateRotationError(
      oldId,
      { state: "rotated", newCertificateId: newId, listeners, left: [] },
      error,
    );
  }
}
