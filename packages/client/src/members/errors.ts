import { ElbError } from "../errors/base.ts";
import { type DesiredMember, type Member, named } from "./desired.ts";
import type { MemberPlan } from "./plan.ts";

/** A change of members was not made, since it could take a listener out of service. Says what would allow it. */
export class UnsafeChangeError extends ElbError {
  static {
    UnsafeChangeError.prototype.name = "UnsafeChangeError";
  }
  /**
   * `empty`: no member would be left. `last-normal`: no member whose `health_status` is NORMAL would be left.
   * `contradicted`: the list of members is empty, and the listener says that it has some.
   */
  readonly reason: "empty" | "last-normal" | "contradicted";
  /** The members that would have been removed without one that is NORMAL remaining; empty for the other reasons. */
  readonly members: readonly Member[];

  constructor(message: string, reason: UnsafeChangeError["reason"], members: readonly Member[] = []) {
    super(message);
    this.reason = reason;
    this.members = members;
  }
}

/** The members of a listener could not be made what they were to be. Running it again goes on from there. */
export class NotConvergedError extends ElbError {
  static {
    NotConvergedError.prototype.name = "NotConvergedError";
  }
  /** What was still to be done when the members were last read; absent if they never were. */
  readonly plan: MemberPlan | undefined;

  constructor(listenerId: string, after: string, plan: MemberPlan | undefined, cause?: unknown) {
    const left = plan
      ? `${plan.add.length} to add and ${plan.remove.length} to remove`
      : "they were not read";
    super(
      `The members of listener ${listenerId} are not what they are to be after ${after} (${left}): run it again,` +
        " and look for another program that changes them.",
      cause === undefined ? {} : { cause },
    );
    this.plan = plan;
  }
}

/** A server that was waited for, and how it stands. */
export interface UnhealthyMember extends DesiredMember {
  /** As it is listed; absent if the server is no member, or the members could not be read. */
  health_status?: string | undefined;
}

/** Members did not become NORMAL in time. Nothing was removed on account of them. */
export class MembersNotHealthyError extends ElbError {
  static {
    MembersNotHealthyError.prototype.name = "MembersNotHealthyError";
  }
  /** Those that are not NORMAL. */
  readonly members: readonly UnhealthyMember[];

  constructor(listenerId: string, timeout: number, members: readonly UnhealthyMember[], cause?: unknown) {
    const how = members.map((each) => `${named(each)} is ${each.health_status ?? "not listed"}`).join(", ");
    super(
      `Listener ${listenerId} has members that are not NORMAL after ${timeout / 1000} s: ${how || "none is listed"}.` +
        " Check the servers, their security groups and the health check.",
      cause === undefined ? {} : { cause },
    );
    this.members = members;
  }
}
