import type { Project } from "../state/project.ts";

/** The parts of a listener that name certificates. */
interface Named {
  readonly protocol: string;
  readonly certificate_id?: string | null;
  readonly certificates?: readonly string[] | null;
}

/** The certificates that a listener uses: its own, and those for further domains (D34). Others than TLS use none. */
export function certificatesOf({ protocol, certificate_id, certificates }: Named): string[] {
  if (protocol !== "HTTPS" && protocol !== "SSL") return [];
  return [certificate_id, ...(certificates ?? [])].filter((id) => typeof id === "string");
}

/** The first certificate that a listener uses and that the project does not have. */
export function missingCertificate(project: Project, listener: Named): string | undefined {
  return certificatesOf(listener).find((id) => !project.certificates.has(id));
}
