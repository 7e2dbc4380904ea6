/** On whose behalf a credential acts. Plain data. */
export interface Holder {
  readonly userId: string;
  /** The agency that the user has taken the part of. */
  readonly agency?: string;
  /** Ids of the projects that it may work in. All, where it is missing. */
  readonly projects?: readonly string[];
  /** Whether it administers the cloud: the lists of members are empty for it, as documented. */
  readonly administrator?: boolean;
}

/** Who sends a request. */
export interface Caller {
  readonly holder: Holder;
  /** Whether its credentials open a project to the ELB API. */
  readonly opens: (projectId: string) => boolean;
  /** Id of the project that its token is for. */
  readonly project?: string;
}

/** Whether a holder may work in a project. */
export function mayWorkIn({ projects }: Holder, projectId: string): boolean {
  return projects === undefined || projects.includes(projectId);
}
