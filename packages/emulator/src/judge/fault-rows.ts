import type { ErrorCodeId } from "@elb-classic/spec/error-codes";
import type { OperationId } from "@elb-classic/spec/operations";

/** What can be wrong with a field: it is missing, null or empty, it is too long, or its value is not permitted. */
export type Fault = "missing" | "tooLong" | "invalid";

/** The row of the catalogue for any fault of a field, or one per fault. */
type FieldRows = ErrorCodeId | Readonly<Partial<Record<Fault, ErrorCodeId>>>;

/** The rows with which an operation refuses what breaks the contract. */
interface OperationRows {
  readonly fields?: Readonly<Record<string, FieldRows>>;
  /** For faults that the documents give no code of their own. */
  readonly otherwise: ErrorCodeId;
}

/** For a body that is missing or not JSON, and for operations without rows. */
export const UNREADABLE: ErrorCodeId = "ELB.0002#1";

/** As far as the documents tell (the error-code page, by operation). */
const FAULT_ROWS: { readonly [Id in OperationId]?: OperationRows } = {
  listLoadBalancers: { otherwise: "ELB.1004#1" },
  createLoadBalancer: {
    fields: {
      name: { missing: "ELB.1001#1", tooLong: "ELB.1001#2", invalid: "ELB.1021#1" },
      type: { missing: "ELB.1001#1", invalid: "ELB.1041#1" },
      admin_state_up: { missing: "ELB.1001#1" },
      description: { tooLong: "ELB.1031#1" },
      bandwidth: "ELB.1051#1",
      vpc_id: "ELB.1081#1",
      vip_address: { missing: "ELB.1061#1", invalid: "ELB.1071#1" },
      vip_subnet_id: "ELB.1061#1",
    },
    otherwise: "ELB.1001#2",
  },
  updateLoadBalancer: {
    fields: {
      name: { tooLong: "ELB.1025#1", missing: "ELB.1035#1", invalid: "ELB.1035#1" },
      description: { tooLong: "ELB.1045#1" },
    },
    otherwise: "ELB.1005#1",
  },
  listListeners: { otherwise: "ELB.6003#1" },
  createListener: {
    fields: {
      name: { missing: "ELB.6001#1", tooLong: "ELB.6011#1", invalid: "ELB.6021#1" },
      loadbalancer_id: { missing: "ELB.6001#1" },
      certificate_id: { missing: "ELB.6001#1" },
      description: { tooLong: "ELB.6031#1" },
      port: { missing: "ELB.6001#1", invalid: "ELB.6041#1" },
      backend_port: { missing: "ELB.6001#1", invalid: "ELB.6041#1" },
      lb_algorithm: { missing: "ELB.6001#1", invalid: "ELB.6051#1" },
      protocol: { missing: "ELB.6001#1", invalid: "ELB.6061#1" },
      backend_protocol: { missing: "ELB.6001#1", invalid: "ELB.6071#1" },
      sticky_session_type: "ELB.6081#1",
    },
    otherwise: UNREADABLE,
  },
  updateListener: {
    fields: {
      name: { tooLong: "ELB.6025#1", missing: "ELB.6035#1", invalid: "ELB.6035#1" },
      description: { tooLong: "ELB.6045#1" },
      port: "ELB.6041#1",
      backend_port: "ELB.6041#1",
      lb_algorithm: "ELB.6051#1",
    },
    // The only row that says that a property was not updated and that does not name one.
    otherwise: "ELB.6015#1",
  },
  listMembers: { otherwise: "ELB.2003#1" },
  addMembers: { otherwise: "ELB.2021#1" },
  removeMembers: { otherwise: "ELB.2002#1" },
  createHealthCheck: { fields: { listener_id: "ELB.7000#1" }, otherwise: "ELB.7001#1" },
  updateHealthCheck: { otherwise: "ELB.7001#2" },
  createCertificate: {
    fields: { certificate: { missing: "ELB.1001#1" }, private_key: { missing: "ELB.1001#1" } },
    otherwise: "ELB.1001#2",
  },
  updateCertificate: { otherwise: "ELB.1001#2" },
  getApiVersion: { otherwise: "APIGW.0101#1" },
};

/**
 * The row with which an operation refuses a field.
 * @param field its name, which can come from the request: `constructor` must find nothing that objects inherit
 */
export function rowFor(operationId: OperationId, field: string, fault: Fault): ErrorCodeId {
  const rows = FAULT_ROWS[operationId];
  if (rows === undefined) return UNREADABLE;
  const { fields = {}, otherwise } = rows;
  const forField = Object.hasOwn(fields, field) ? fields[field] : undefined;
  return (typeof forField === "object" ? forField[fault] : forField) ?? otherwise;
}
