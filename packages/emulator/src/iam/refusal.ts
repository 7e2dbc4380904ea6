import { Refusal } from "../http/refusal.ts";
import { exampleRefusal } from "./description.ts";

interface NumericError {
  readonly error: { readonly code: number; readonly message: string };
}

// IAM turns some requests down with a number for a code, which no catalogue has: what it says then is an example of the
// description.
const MALFORMED = exampleRefusal("IamBadRequest", "malformed") as NumericError;
const WRONG_SECRET = exampleRefusal("IamUnauthorized", "wrong-password") as NumericError;
const INVALID_SUBJECT = exampleRefusal("IamNotFound", "invalid-token") as NumericError;

/** 400: the request is not what the operation takes. */
export function malformed(reason: string): Refusal {
  return numeric(MALFORMED, reason);
}

/** 401: what should prove who asks does not. */
export function wrongSecret(reason: string): Refusal {
  return numeric(WRONG_SECRET, reason);
}

/** 404: the token to look at is none. */
export function invalidSubject(reason: string): Refusal {
  return numeric(INVALID_SUBJECT, reason);
}

function numeric(body: NumericError, reason: string): Refusal {
  const { code, message } = body.error;
  return new Refusal({ code: String(code), status: code, messages: [message] }, { reason, body });
}
