/** Whoever keeps the state elsewhere too: it is told of every change. */
export interface Watch {
  changed?: (table: Table<unknown>, key: string) => void;
}

/**
 * A map whose changes can be watched. A value that is changed in place is set again afterwards, which leaves the order
 * as it is: nobody would learn of the change otherwise. Values are plain data.
 */
export class Table<V> extends Map<string, V> {
  /** What kind of thing it holds. */
  readonly kind: string;
  /** What it belongs to: ids that, with a key of its own, tell an entry from all others of the kind. */
  readonly owner: readonly string[];
  readonly #watch: Watch;

  constructor(kind: string, owner: readonly string[], watch: Watch) {
    super();
    this.kind = kind;
    this.owner = owner;
    this.#watch = watch;
  }

  override set(key: string, value: V): this {
    super.set(key, value);
    this.#watch.changed?.(this, key);
    return this;
  }

  override delete(key: string): boolean {
    const existed = super.delete(key);
    if (existed) this.#watch.changed?.(this, key);
    return existed;
  }

  override clear(): void {
    for (const key of [...this.keys()]) this.delete(key);
  }
}
