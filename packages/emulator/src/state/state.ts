import { Accounts } from "../iam/accounts.ts";
import { Store } from "./store.ts";
import type { Table, Watch } from "./table.ts";

/** All that the emulator knows and that its answers follow from, besides its options and the time. */
export class State {
  readonly store: Store;
  readonly accounts: Accounts;

  /** @param watch told of every change */
  constructor(watch: Watch = {}) {
    this.store = new Store(watch);
    this.accounts = new Accounts(watch);
  }

  *tables(): Iterable<Table<unknown>> {
    yield* this.accounts.tables();
    yield* this.store.tables();
  }

  /** Forgets everything, which leaves it without an account: something has to be loaded next. */
  clear(): void {
    for (const table of this.accounts.tables()) table.clear();
    this.store.clear();
  }
}
