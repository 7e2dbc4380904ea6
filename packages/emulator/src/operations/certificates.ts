import { nullableNames, propertyNames } from "../description.ts";
import { Refusal } from "../http/refusal.ts";
import { newId, resourceTime } from "../state/formats.ts";
import type { Project } from "../state/project.ts";
import type { Certificate } from "../state/resources.ts";
import type { Handlers } from "./call.ts";
import { certificatesOf } from "./listener-certificates.ts";
import { changedFixedProperty, pick } from "./properties.ts";

const CREATABLE = propertyNames("CreateCertificateRequest");
const UPDATABLE = propertyNames("UpdateCertificateRequest");
const NULLABLE = nullableNames("Certificate");

export const certificateHandlers = {
  listCertificates({ project }) {
    // An array even when it is empty: nobody saw the empty object of other lists here (D03).
    const certificates = [...project.certificates.values()].map(certificateAnswer);
    return { certificates, instance_num: String(certificates.length) };
  },

  createCertificate({ project, body, now, behaviour }) {
    const time = resourceTime(now);
    const given = pick(body, CREATABLE);
    const certificate = {
      name: "",
      ...given,
      id: newId(),
      create_time: time,
      update_time: time,
    } as Certificate;
    project.certificates.set(certificate.id, certificate);
    // Only this answer names the project, and it leaves out what was not set (D81).
    const answer = behaviour.quirks === "observed" ? certificate : certificateAnswer(certificate);
    return { ...answer, tenant_id: project.id };
  },

  updateCertificate({ project, path, body, now }) {
    const certificate = find(project, path.certificate_id);
    const fixed = changedFixedProperty(certificateAnswer(certificate), body, UPDATABLE);
    if (fixed !== undefined)
      throw new Refusal("ELB.1001#2", { reason: `${fixed} is fixed when the certificate is created.` });
    Object.assign(certificate, pick(body, UPDATABLE), { update_time: resourceTime(now) });
    project.certificates.set(certificate.id, certificate);
    return certificateAnswer(certificate);
  },

  deleteCertificate({ project, path }) {
    const { id } = find(project, path.certificate_id);
    const user = [...project.listeners.values()].find((listener) => certificatesOf(listener).includes(id));
    if (user !== undefined)
      throw new Refusal("ELB.1001#2", {
        reason: `Listener ${user.id} uses the certificate: change it first.`,
      });
    project.certificates.delete(id);
  },
} satisfies Partial<Handlers>;

/** The certificate as it is listed, with its private key in clear, as the service does (D82). */
export function certificateAnswer(certificate: Certificate): Record<string, unknown> {
  const nulls = Object.fromEntries([...NULLABLE].map((name) => [name, null]));
  return { ...nulls, ...certificate };
}

/** The documents have no code for a certificate that does not exist; this is the one that is 404 and means "gone". */
function find(project: Project, id: string): Certificate {
  const certificate = project.certificates.get(id);
  if (certificate === undefined)
    throw new Refusal("ELB.1002#1", { reason: `The project has no certificate ${id}.` });
  return certificate;
}
