import type { OperationTypes } from "@elb-classic/spec/operations";
import { compare } from "../reconcile/equal.ts";

export type Listener = OperationTypes["getListener"]["result"];

/** The fields of a listener that name certificates, as an update takes them. */
export type Uses = Pick<OperationTypes["updateListener"]["body"], "certificate_id" | "certificates">;

/** Whether a listener shows a certificate, by default or for further domains (SNI). */
export const doesUse = ({ certificate_id, certificates }: Listener, id: string): boolean =>
  certificate_id === id || (certificates ?? []).includes(id);

/** What an update has to send so that a listener uses `to` wherever it uses `from`. */
export function swapped({ certificate_id, certificates = [] }: Listener, from: string, to: string): Uses {
  const others = certificates.map((id) => (id === from ? to : id));
  return {
    ...(certificate_id === from && { certificate_id: to }),
    ...(certificates.includes(from) && { certificates: [...new Set(others)] }),
  };
}

/** How a listener gets the old certificate back. */
export interface Restoration {
  /** What an update has to send. Only where the new certificate stands in place of the old one: the rest is not ours. */
  uses: Uses;
  /** Whether something else has put other certificates in place of the old one. */
  isForeign: boolean;
}

/** How a listener as it is now gets back the old certificate, wherever it had that before. */
export function restoration(before: Listener, now: Listener, oldId: string, newId: string): Restoration {
  const others = now.certificates ?? [];
  const hadBoth = (before.certificates ?? []).includes(newId);
  const back = others.flatMap((id) => (id !== newId ? [id] : hadBoth ? [oldId, newId] : [oldId]));
  const byDefault = before.certificate_id === oldId;
  const further = (before.certificates ?? []).includes(oldId) && !others.includes(oldId);
  return {
    uses: {
      ...(byDefault && now.certificate_id === newId && { certificate_id: oldId }),
      ...(further && others.includes(newId) && { certificates: [...new Set(back)] }),
    },
    isForeign:
      (byDefault && now.certificate_id !== newId && now.certificate_id !== oldId) ||
      (further && !others.includes(newId)),
  };
}

/** Whether a listener uses the certificates that an update names. */
export const hasUses = (listener: Listener, uses: Uses): boolean =>
  compare(uses, { certificate_id: null, certificates: [], ...listener }).different.length === 0;
