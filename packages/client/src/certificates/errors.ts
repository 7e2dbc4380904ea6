import { ElbError } from "../errors/base.ts";

/** How things stand after a rotation that did not go through. */
export interface RotationState {
  /**
   * `unchanged`: nothing was changed. `rolled back`: nothing is left of what was changed. `incomplete`: the
   * roll-back did not go through either. `rotated`: all listeners have the new certificate, but the old one could not be deleted.
   */
  state: "unchanged" | "rolled back" | "incomplete" | "rotated";
  /** Id of the new certificate, if it still exists or may. Absent, with `incomplete`, where it is not known. */
  newCertificateId?: string | undefined;
  /** Ids of the listeners that have the new certificate, or may have it. */
  listeners: readonly string[];
  /** Ids of the listeners that something else has given other certificates meanwhile. They were left as they are. */
  left: readonly string[];
}

/** A certificate was not rotated, or not wholly. `cause` is why; after faults in rolling back, it has those as `errors`. */
export class CertificateRotationError extends ElbError implements RotationState {
  static {
    CertificateRotationError.prototype.name = "CertificateRotationError";
  }
  readonly oldCertificateId: string;
  readonly state: RotationState["state"];
  readonly newCertificateId: string | undefined;
  readonly listeners: readonly string[];
  readonly left: readonly string[];

  constructor(oldCertificateId: string, how: RotationState, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`${inWords(oldCertificateId, how)} Why: ${reason}`, { cause });
    this.oldCertificateId = oldCertificateId;
    this.state = how.state;
    this.newCertificateId = how.newCertificateId;
    this.listeners = how.listeners;
    this.left = how.left;
  }
}

function inWords(oldId: string, { state, newCertificateId: newId, listeners, left }: RotationState): string {
  const subject = `Certificate ${oldId}`;
  const spare = newId === undefined ? "" : ` Certificate ${newId}, which was there before, is unused.`;
  const foreign =
    left.length === 0
      ? ""
      : ` Listeners ${left.join(", ")} have got other certificates from elsewhere, and were left as they are.`;
  switch (state) {
    case "unchanged":
      return `${subject} was not rotated, and nothing was changed.`;
    case "rolled back":
      return `${subject} was not rotated, and what was changed was put back.${spare}${foreign}`;
    case "rotated":
      return `${subject} is replaced by ${newId} in all listeners, but could not be deleted: delete it later.`;
    case "incomplete":
      return `${subject} was not rotated, and not everything could be put back: ${leftOver(newId, listeners)}.${foreign} Run it again.`;
  }
}

function leftOver(newId: string | undefined, listeners: readonly string[]): string {
  const which = newId ?? "a new certificate";
  return listeners.length > 0
    ? `listeners ${listeners.join(", ")} may have ${which}`
    : `${which} may exist unused`;
}
