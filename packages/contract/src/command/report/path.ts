/** The path of a URL, absolute or not, as it stands there but for a user and a password. */
export function pathOf(url: string): string {
  const path = url
    .trim()
    .replace(/^[a-z][a-z\d+.-]*:[/\\]{2}[^/?#]*/i, "")
    .replace(/[?#].*$/s, "")
    // What is no URL can still look like the beginning of one.
    .replace(/(^|[/\\]{2})[^/\\]*@/g, "$1");
  return path || "/";
}
