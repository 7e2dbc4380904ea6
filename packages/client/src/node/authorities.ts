import { X509Certificate } from "node:crypto";
import tls, { type SecureContext } from "node:tls";
import { ElbConfigurationError } from "../errors/base.ts";

const certificate = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/**
 * What to trust: Node's own authorities and those given. Made once, since reading all of them takes milliseconds.
 *
 * @throws {ElbConfigurationError} if one of those given is no certificate
 */
export function trusting(ca: unknown): SecureContext {
  const given = (Array.isArray(ca) ? ca : [ca]).flatMap(certificatesIn);
  return tls.createSecureContext({ ca: [...ownAuthorities(), ...given] });
}

/** Node knows besides its own what NODE_EXTRA_CA_CERTS and `--use-system-ca` add, but tells it from 22.15 on only. */
const ownAuthorities = (): readonly string[] => tls.getCACertificates?.("default") ?? tls.rootCertificates;

function certificatesIn(given: unknown): string[] {
  const text = given instanceof Uint8Array ? new TextDecoder().decode(given) : given;
  const found = typeof text === "string" ? (text.match(certificate) ?? []) : [];
  if (found.length > 0 && found.every(isCertificate)) return found;
  throw new ElbConfigurationError(
    "`ca` must be certificates in PEM, as text or bytes: what begins with -----BEGIN CERTIFICATE-----.",
  );
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}
