import type { RequestEntry } from "./administration/request-entry.ts";
import type { FaultRule } from "./faults/rules.ts";
import type { JobDuration } from "./operations/job-duration.ts";
import type { Quotas } from "./operations/quotas.ts";
import type { Seed } from "./seed/seed.ts";
import type { Clock } from "./state/clock.ts";
import type { Snapshot } from "./state/snapshot.ts";
import type { StateView } from "./state/view.ts";

/** How an emulator behaves. */
export interface EmulatorOptions {
  /**
   * Where the time comes from: `"real"` (default) or a clock that a test moves, see `createManualClock`. Jobs, resource
   * times, member health, signature dates and the lock of access keys all follow it.
   */
  readonly clock?: "real" | Clock;
  /**
   * Whether requests need a valid signature or token: `"on"` (default), or `"off"`, and then any project id will do, and
   * whoever asks IAM for a token gets one.
   */
  readonly auth?: "on" | "off";
  /** Projects, credentials and resources to begin with. Default: none. */
  readonly seed?: Seed;
  /**
   * `"observed"` (default) answers as recordings of the service do: `{}` for an empty list of load balancers or
   * members (D01, D02), `/v1/` in the `uri` of jobs (D10), unset fields left out by createListener, createHealthCheck and
   * createCertificate (D26, D73, D81), 255 as the upper limit of quotas (D87). `"documented"` keeps to the documents.
   */
  readonly quirks?: "observed" | "documented";
  /**
   * How long a job takes, in milliseconds, 0 or more; a fifth of it is INIT, the rest RUNNING. Default 2000.
   * `"realistic"`: seconds for members and updates, half a minute for public load balancers, three minutes for private.
   */
  readonly jobDurationMs?: JobDuration;
  /**
   * How many resources there may be; what a seed begins with is not held to it. Default: 5 load balancers in a project
   * and 5 listeners on a load balancer, as in the sample of the page on quotas, and any number of members.
   */
  readonly quotas?: Partial<Quotas>;
  /** Answers `APIGW.0101` to everything but log-in, as a region that does not offer the classic API. Default false. */
  readonly unavailable?: boolean;
  /** What goes wrong, and when. Default: nothing. The rules can be changed by administration. */
  readonly faults?: readonly FaultRule[];
  /**
   * Answers paths under `/_emulator` as well: state, reset, snapshot, restore, clock, faults and the last requests, and a
   * status page. No credentials are asked for, and a snapshot holds secrets. Default false: there is nothing there.
   */
  readonly administration?: boolean;
  /** Told of every request to the API once it is answered, or its connection dropped. Default: nobody is. */
  readonly onRequest?: (entry: RequestEntry) => void;
}

/** A running emulator. */
export interface Emulator {
  /** The clock that it follows. */
  readonly clock: Clock;
  /**
   * Answers a request. It never rejects for anything that a request can contain, only with a TypeError for a fault with
   * `drop`. A method, so that it can be handed around: it does not depend on `this`. A `Request` of GET cannot carry a
   * payload, so one that was signed over a payload (the vendor's SDK for Node.js signs `{}`) is only verified where the
   * command `elb-emulator` receives it.
   */
  readonly fetch: (request: Request) => Promise<Response>;
  /**
   * What every project owns at this moment, as the API would answer it, without credentials and private keys. The result
   * shares nothing with the emulator.
   */
  readonly state: () => StateView;
  /**
   * The whole state at this moment, secrets included, as JSON can hold it: resources, jobs in every phase, accounts, keys
   * and tokens. Neither the options nor the time nor the faults are part of it. The result shares nothing with the emulator.
   */
  readonly snapshot: () => Snapshot;
  /**
   * Goes back to a snapshot, of this emulator or of another one. The clock stays where it is: jobs that have ended by its
   * time end at once.
   * @throws SnapshotError for what is no snapshot, in one sentence; then nothing has changed
   */
  readonly restore: (snapshot: Snapshot) => void;
}
