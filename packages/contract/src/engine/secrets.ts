/** Whether a value, or one around it, is marked as secret. `*` in a path stands for any element. */
export function isSecretAt(secrets: readonly string[], pointer: string): boolean {
  return secrets.some((path) => startsWith(pointer, path));
}

function startsWith(pointer: string, path: string): boolean {
  const given = pointer.split("/");
  return path.split("/").every((segment, index) => segment === "*" || segment === given[index]);
}
