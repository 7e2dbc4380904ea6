import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// The store itself is locked. This file only tells why it cannot be read: because another process is writing to it.
const FILE = "elb-emulator.pid";

/** Notes that this process uses a folder. */
export function take(folder: string): void {
  writeFileSync(join(folder, FILE), `${process.pid}\n`);
}

/** Notes that nobody uses a folder. */
export function release(folder: string): void {
  rmSync(join(folder, FILE), { force: true });
}

/** Whether another process that runs has noted that it uses a folder. */
export function isHeldByAnother(folder: string): boolean {
  const pid = Number(read(join(folder, FILE)));
  return Number.isSafeInteger(pid) && pid > 0 && pid !== process.pid && isRunning(pid);
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
