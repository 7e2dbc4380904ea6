import { Table, type Watch } from "./table.ts";

// Addresses that no network routes: a client that connects to one by mistake reaches nobody.
const ELASTIC = { first: toNumber(198, 18, 0, 1), size: 131_070 };
const PRIVATE = { first: toNumber(192, 168, 0, 10), size: 65_000 };
// Members get their floating addresses from the range seen in recordings (D67).
const FLOATING = { first: toNumber(100, 64, 0, 1), size: 4_194_302 };

type Range = typeof ELASTIC;

/** Hands out addresses, and knows which virtual addresses are taken. */
export class AddressPool {
  readonly #taken = new Set<string>();
  /** How many of a range have been handed out. */
  readonly counters: Table<number>;

  constructor(watch: Watch) {
    this.counters = new Table("counters", [], watch);
  }

  /** Takes a free public address for a load balancer. */
  nextElastic(): string {
    return this.#nextFree(() => addressAt(ELASTIC, this.#count("elastic")), "");
  }

  /** Takes a free private address in a VPC. */
  nextPrivate(vpcId: string): string {
    return this.#nextFree(() => addressAt(PRIVATE, this.#count("private")), vpcId);
  }

  /** The floating address under which a new member is listed. */
  nextFloating(): string {
    return addressAt(FLOATING, this.#count("floating"));
  }

  /** Takes an address that the client chose; false where a load balancer has it already. Public ones have no VPC. */
  take(address: string, vpcId: string): boolean {
    const key = `${vpcId} ${address}`;
    if (this.#taken.has(key)) return false;
    this.#taken.add(key);
    return true;
  }

  free(address: string, vpcId: string): void {
    this.#taken.delete(`${vpcId} ${address}`);
  }

  /** Hands out every address anew. */
  clear(): void {
    this.#taken.clear();
    this.counters.clear();
  }

  #count(range: string): number {
    const index = this.counters.get(range) ?? 0;
    this.counters.set(range, index + 1);
    return index;
  }

  #nextFree(next: () => string, vpcId: string): string {
    let address = next();
    while (!this.take(address, vpcId)) address = next();
    return address;
  }
}

function addressAt(range: Range, index: number): string {
  const number = range.first + (index % range.size);
  return [24, 16, 8, 0].map((shift) => (number >>> shift) & 255).join(".");
}

function toNumber(a: number, b: number, c: number, d: number): number {
  return a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d;
}
