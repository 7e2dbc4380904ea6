/** Where the administration is. */
export const PREFIX = "/_emulator";

/** Whether a path belongs to the administration. */
export function isAdministrationPath(path: string): boolean {
  return path === PREFIX || path.startsWith(`${PREFIX}/`);
}
