/** A request as the signers of the vendor's Node.js SDK take it. */
export interface VendorRequest {
  endpoint: string;
  method: string;
  headers: Record<string, string>;
  queryParams: Record<string, string | string[]>;
  data?: unknown;
}
