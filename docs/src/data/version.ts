/** Which description the site was built from. */
import { execFileSync } from "node:child_process";
import { descriptions } from "./description.ts";
import { repository } from "./repository.ts";

export const version = descriptions.en.info.version;

/** The last commit that changed the description, marked where there are changes since; undefined outside a clone. */
export const commit = readCommit();

function readCommit(): string | undefined {
  const git = (...args: string[]): string =>
    execFileSync("git", args, {
      cwd: repository,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  try {
    const hash = git("rev-parse", "--short", git("log", "-1", "--format=%H", "--", "spec"));
    return git("status", "--porcelain", "--", "spec") === "" ? hash : `${hash}+`;
  } catch {
    return undefined;
  }
}
