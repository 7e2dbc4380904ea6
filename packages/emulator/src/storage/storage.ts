import type { Row } from "../state/rows.ts";

/** What is to be written about one thing: what it is now, or that it is gone. */
export interface Change {
  readonly id: string;
  /** As JSON; undefined for what is gone. */
  readonly json: string | undefined;
  /** Whether it came into being with this change, at the end of its kind, even where there was one of its id before. */
  readonly isNew: boolean;
}

/** Where a state is kept besides memory. */
export interface Storage {
  /** The state that was kept when it was opened, checked; undefined where there was none yet. */
  readonly rows: readonly Row[] | undefined;
  /** The emulator's time of the last write, in milliseconds since 1970; 0 where there was none yet. */
  readonly time: number;
  /** Writes all changes or none. What has been written outlives the process and the machine. */
  write(changes: readonly Change[], now: number): Promise<void>;
  /** Lets others have it. */
  close(): Promise<void>;
}

/** A storage that cannot be used. The message is one sentence with the way out. */
export class StorageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "StorageError";
  }
}
