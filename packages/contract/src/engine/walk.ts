import type { RouteNode, RoutePath } from "../table.ts";

/**
 * The path of the description that a path is one of. Read from the end, so that whatever stands before the API's own
 * part does not matter; a path that allows nothing before it has to begin with a slash.
 */
export function findPath(root: RouteNode, path: string): RoutePath | undefined {
  return walk(root, path, path.length);
}

function walk(node: RouteNode, path: string, end: number): RoutePath | undefined {
  if (end > 0) {
    const slash = path.lastIndexOf("/", end - 1);
    const fixed = node.names.indexOf(path.slice(slash + 1, end));
    const found =
      (fixed >= 0 ? walk(node.next[fixed]!, path, slash) : undefined) ??
      (node.parameter === undefined ? undefined : walk(node.parameter, path, slash));
    if (found !== undefined) return found;
  }
  const complete = node.path;
  return complete !== undefined && (complete.prefix || end === 0) ? complete : undefined;
}
