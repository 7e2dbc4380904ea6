import { Credentials } from "../auth/credentials.ts";
import type { Table, Watch } from "../state/table.ts";
import { Directory } from "./directory.ts";

/** Who may call, and with what. */
export class Accounts {
  readonly directory: Directory;
  readonly credentials: Credentials;

  constructor(watch: Watch = {}) {
    this.directory = new Directory(watch);
    this.credentials = new Credentials(watch);
  }

  /** All that it knows, passwords, secret keys and tokens included: for keeping it, not for showing. */
  *tables(): Iterable<Table<unknown>> {
    const { domains, users, agencies, projects } = this.directory;
    yield* [domains, users, agencies, projects];
    yield* [this.credentials.keys, this.credentials.tokens];
  }
}
