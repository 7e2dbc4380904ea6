/** What an error says about the request that it came for. */
import { ElbApiError, mayPass } from "./api-error.ts";
import { ElbError, ElbNetworkError } from "./base.ts";
import { isOfService } from "./facts.ts";
import { neverArrived } from "./network-error.ts";

/** Whether a change was turned away before the service took it on, so that nothing speaks against sending it again. */
const wasTurnedAway = (error: unknown): boolean =>
  neverArrived(error) || (error instanceof ElbApiError && error.isThrottled && error.isTemporary);

/** Whether a request may be sent once more. */
export const mayRepeat = (error: unknown, repeat: "safe" | "never"): boolean =>
  repeat === "safe" ? mayPass(error) : wasTurnedAway(error);

/** Whether an error proves that the change which it came for was not carried out. */
export function isRefusal(error: unknown): boolean {
  if (error instanceof ElbNetworkError) return neverArrived(error);
  if (!(error instanceof ElbApiError)) return error instanceof ElbError;
  if (isOfService(error.code) || error.isAuth || error.isThrottled || error.isApiUnavailable) return true;
  // A good status whose answer is none, and what a gateway says in place of the service, prove nothing.
  return error.status >= 300 && error.status < 500;
}
