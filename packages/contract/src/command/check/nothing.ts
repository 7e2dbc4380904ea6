import type { Problem } from "../report/report.ts";
import type { Hosts } from "./selection.ts";

/** Says that there was nothing to go by, which must not pass for conforming. */
export function nothingIn(files: readonly string[], hosts: Hosts, others: number): Problem {
  const wayOut = hosts.length === 0 ? "; name its host with --host" : ` to ${hosts.join(" or ")}`;
  const message =
    others === 0 ? "There is no call in it." : `Of its ${others} calls none is of this API${wayOut}.`;
  return { position: files.join(", "), message };
}
