import { certificateAnswer } from "../operations/certificates.ts";
import { newId, resourceTime } from "../state/formats.ts";
import type { Project } from "../state/project.ts";
import { addUnique } from "./add-unique.ts";
import { checkWire } from "./check-wire.ts";
import type { SeedProject } from "./seed.ts";

type SeedCertificate = NonNullable<SeedProject["certificates"]>[number];

const PLACEHOLDERS = {
  certificate: "-----BEGIN CERTIFICATE-----\n...\n-----END CERTIFICATE-----",
  private_key: "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----",
};

export function plantCertificate(seed: SeedCertificate, project: Project, place: string, now: number): void {
  const time = resourceTime(now);
  const certificate = {
    id: newId(),
    name: "certificate",
    ...PLACEHOLDERS,
    create_time: time,
    update_time: time,
    ...seed,
  };
  checkWire("listCertificates", { certificates: [certificateAnswer(certificate)], instance_num: "1" }, place);
  addUnique(project.certificates, certificate, place);
}
