import type { Clock } from "../clock.ts";
import type { Credentials } from "../credentials.ts";
import { ElbApiError } from "../errors/api-error.ts";

/** Credentials that run out. */
export interface Issued {
  credentials: Credentials;
  /** Milliseconds that they are good for from now on. */
  lifetime: number;
  /** The project that they are for, where IAM says so. */
  projectId?: string | undefined;
}

/** Milliseconds before the end at which the vendor's SDKs renew; a fifth of a shorter life. */
const longestMargin = 40 * 60_000;
/** Milliseconds after a log-in until another one, whatever it came to: repeated wrong passwords lock the account. */
const pause = 60_000;

interface Held extends Issued {
  /** Milliseconds since the epoch. */
  issuedAt: number;
  renewAt: number;
  until: number;
}

/** Hands out what `issue` gives, and renews it before it runs out; askers at the same time share one renewal. */
export class Renewed {
  readonly #issue: () => Promise<Issued>;
  readonly #clock: Clock;
  #held: Held | undefined;
  #flight: Promise<Held> | undefined;
  #failure: { error: unknown; until: number } | undefined;

  constructor(issue: () => Promise<Issued>, clock: Clock) {
    this.#issue = issue;
    this.#clock = clock;
  }

  async get(): Promise<Issued> {
    const now = this.#clock.now();
    if (this.#held && now < this.#held.renewAt) return this.#held;
    if (this.#failure && now < this.#failure.until) throw this.#failure.error;
    this.#flight ??= this.#renew().finally(() => {
      this.#flight = undefined;
    });
    try {
      return await this.#flight;
    } catch (error) {
      // Renewing early has failed, but what is held is still good: the next attempt is a pause away.
      const held = this.#held as Held | undefined;
      if (!held || this.#clock.now() >= held.until) throw error;
      held.renewAt = this.#clock.now() + pause;
      return held;
    }
  }

  /** Forgets what the service has refused, unless it is renewed already, or so new that another is not better. */
  forget(refused: Credentials): void {
    if (this.#held?.credentials !== refused) return;
    const age = this.#clock.now() - this.#held.issuedAt;
    if (age < 0 || age >= pause) this.#held = undefined;
  }

  async #renew(): Promise<Held> {
    try {
      const issued = await this.#issue();
      const now = this.#clock.now();
      const margin = Math.min(longestMargin, issued.lifetime / 5);
      this.#failure = undefined;
      const until = now + issued.lifetime;
      this.#held = { ...issued, issuedAt: now, renewAt: until - margin, until };
      return this.#held;
    } catch (error) {
      // Only a refusal is remembered: no answer, or a busy IAM, may be another matter the next time.
      if (error instanceof ElbApiError && error.isAuth && !this.#held) {
        this.#failure = { error, until: this.#clock.now() + pause };
      }
      throw error;
    }
  }
}
