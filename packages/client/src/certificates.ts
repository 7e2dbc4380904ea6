/** Replaces a certificate in every listener that uses it, or puts everything back. */
export { CertificateRotationError, type RotationState } from "./certificates/errors.ts";
export {
  type RotateCertificateOptions,
  type RotatedCertificate,
  rotateCertificate,
} from "./certificates/rotate.ts";
export type { NewCertificate, RotationProgress } from "./certificates/rotation.ts";
