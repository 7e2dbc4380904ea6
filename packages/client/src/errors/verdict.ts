/** What an error says about the request that it came for. */
import { ElbApiError, mayPass } from "./api-error.ts";
import { ElbError, ElbNetworkError } from "./base.ts";
import { saysRefusal } from "./facts.ts";
import { neverArrived } from "./network-error.ts";

/** Whether a change was turned away before the service took it on, so that nothing speaks against sending it again. */
const wasTurnedAway = (error: unknown): boolean =>
  neverArrived(error) || (error instanceof ElbApiError && error.isThrottled);

/** Whether a request may be sent once more. */
export const mayRepeat = (error: unknown, repeat: "safe" | "never"): boolean =>
  mayPass(error) && (repeat === "safe" || wasTurnedAway(error));

/** Statuses of something on the way that has stopped waiting: for the request, or for whoever sent it. */
const givenUp = [408, 499];

/** Whether an error proves that the change which it came for was not carried out. */
export function isRefusal(error: unknown): boolean {
  if (error instanceof ElbNetworkError) return neverArrived(error);
  if (!(error instanceof ElbApiError)) return error instanceof ElbError;
  if (saysRefusal(error.code) || error.isAuth || error.isThrottled || error.isApiUnavailable) return true;
  // A good status whose answer is none, and what a gateway says in place of the service, prove nothing.
  return error.status >= 300 && error.status < 500 && !givenUp.includes(error.status);
}
