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

/** The caller's `AbortSignal` ended the call; `cause` is the signal's reason. */
export class ElbAbortError extends ElbError {
  static {
    ElbAbortError.prototype.name = "ElbAbortError";
  }
}

/**
 * No answer, or only a part of one: the connection was refused, reset or cut off. `cause` is the fetch error,
 * unless that repeats a key or a token. A change may have been carried out all the same.
 */
export class ElbNetworkError extends ElbError {
  static {
    ElbNetworkError.prototype.name = "ElbNetworkError";
  }
}

/** No answer within the call's `timeout`. A change may have been carried out all the same. */
export class ElbTimeoutError extends ElbNetworkError {
  static {
    ElbTimeoutError.prototype.name = "ElbTimeoutError";
  }
}
