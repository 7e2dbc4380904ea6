import type { OperationId } from "@elb-classic/spec/operations";

/** Working listeners answer false for their administrative state, whatever was sent. */
const unreliable: Partial<Record<OperationId, readonly string[]>> = {
  createListener: ["admin_state_up"],
  updateListener: ["admin_state_up"],
};

/** Whether an answer says nothing about a field that was sent. */
export const isSilent = (id: OperationId, name: string): boolean => unreliable[id]?.includes(name) ?? false;
