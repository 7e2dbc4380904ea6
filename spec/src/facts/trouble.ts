/** Something on a page that is not read as intended: where, and why. */
export interface Trouble {
  page: string;
  line: number;
  why: string;
}

/** Collects what a page's reader cannot read, so that nothing is skipped in silence. */
export class Reading {
  readonly page: string;
  readonly troubles: Trouble[] = [];
  /** Read, but worth a look: a sentence about a limit that no recogniser knows. */
  readonly notices: Trouble[] = [];

  constructor(page: string) {
    this.page = page;
  }

  /** Names something that cannot be read. */
  trouble(line: number, why: string): void {
    this.troubles.push({ page: this.page, line, why });
  }

  /** Names something that is kept as a hash only, although it may hold a fact. */
  notice(line: number, why: string): void {
    this.notices.push({ page: this.page, line, why });
  }
}
