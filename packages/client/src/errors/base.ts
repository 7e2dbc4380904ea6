/** Everything that this client throws on purpose: one `instanceof` tells it from a bug. */
export class ElbError extends Error {
  static {
    ElbError.prototype.name = "ElbError";
  }
}

/** The client was set up wrongly (region, endpoint, project id, keys): nothing was sent. */
export class ElbConfigurationError extends ElbError {
  static {
    ElbConfigurationError.prototype.name = "ElbConfigurationError";
  }
}

/** A call was given arguments that cannot make a request: nothing was sent. */
export class ElbArgumentError extends ElbError {
  static {
    ElbArgumentError.prototype.name = "ElbArgumentError";
  }
}

/** A change as it was sent. */
export interface SentChange {
  /**
   * The call's flat argument: path parameters by their wire names, and the payload as `body`. Secret fields, such as a
   * private key, are left out.
   */
  readonly arguments: Readonly<Record<string, unknown>>;
  /** Project that it was sent to. */
  readonly projectId: string;
  /** When it was sent, by this machine's clock. */
  readonly at: Date;
}

/** The caller's `AbortSignal` ended the call; `cause` is the signal's reason. */
export class ElbAbortError extends ElbError {
  static {
    ElbAbortError.prototype.name = "ElbAbortError";
  }
  /**
   * The change that may have been carried out; undefined for a read, and where nothing was sent. The raw client never
   * tells it.
   */
  readonly sent: SentChange | undefined;

  constructor(message: string, options: ErrorOptions & { sent?: SentChange | undefined } = {}) {
    super(message, options);
    this.sent = options.sent;
  }
}

/**
 * No answer, or only a part of one: the connection was refused, reset or cut off. `cause` is a copy of the fetch error:
 * names, texts and codes of it and its causes, without secrets. Nothing was changed: where that is not certain, the
 * error is an `OutcomeUnknownError`. Only the raw client does not tell the two apart: there, a change that was lost ends
 * with this error too, and may have been carried out.
 */
export class ElbNetworkError extends ElbError {
  static {
    ElbNetworkError.prototype.name = "ElbNetworkError";
  }
  readonly #isTemporary: boolean;

  constructor(message: string, options: ErrorOptions & { isTemporary?: boolean } = {}) {
    super(message, options);
    this.#isTemporary = options.isTemporary ?? true;
  }

  /** The same request may succeed later: always but where the certificate of the server is not trusted. */
  get isTemporary(): boolean {
    return this.#isTemporary;
  }
}

/** No answer within the call's `timeout`. `cause` is the trouble that an earlier attempt met, if one did. */
export class ElbTimeoutError extends ElbNetworkError {
  static {
    ElbTimeoutError.prototype.name = "ElbTimeoutError";
  }
}

/**
 * A change was sent, and what became of it is not known: no answer, a part of one, one that cannot be read, or a
 * gateway's error in place of the service's. It is not repeated, since it may have been carried out;
 * `@elb-classic/client/reconcile` finds out. `cause` is what went wrong.
 */
export class OutcomeUnknownError extends ElbNetworkError {
  static {
    OutcomeUnknownError.prototype.name = "OutcomeUnknownError";
  }
  /** Name of the operation that was called. */
  readonly operationId: string;
  readonly sent: SentChange;
  /** HTTP status of the answer, if there was one. */
  readonly status: number | undefined;
  /** The gateway's id of the request, to quote to support, if there was an answer. */
  readonly requestId: string | undefined;

  constructor(
    message: string,
    options: ErrorOptions & {
      operationId: string;
      sent: SentChange;
      status?: number | undefined;
      requestId?: string | undefined;
    },
  ) {
    super(message, options);
    this.operationId = options.operationId;
    this.sent = options.sent;
    this.status = options.status;
    this.requestId = options.requestId;
  }
}
