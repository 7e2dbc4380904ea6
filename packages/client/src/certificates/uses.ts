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

/** What an update has to send so that a listener uses a certificate as it did before. */
export function restored({ certificate_id, certificates = [] }: Listener, id: string): Uses {
  return {
    ...(certificate_id === id && { certificate_id }),
    ...(certificates.includes(id) && { certificates }),
  };
}

/** Whether a listener uses the certificates that an update names. */
export const hasUses = (listener: Listener, uses: Uses): boolean =>
  compare(uses, { certificate_id: null, certificates: [], ...listener }).different.length === 0;
