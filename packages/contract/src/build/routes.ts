import type { RouteNode, RoutePath } from "../table.ts";

interface Node {
  names: string[];
  next: Node[];
  parameter?: Node;
  path?: RoutePath;
}

/** The tree in which the engine finds an operation, from the last segment of a path to the first. */
export function buildRoutes(paths: readonly RoutePath[]): RouteNode {
  const root: Node = { names: [], next: [] };
  for (const path of paths) {
    let node = root;
    for (const segment of segmentsOf(path.template).toReversed()) {
      node = isParameter(segment) ? parameterOf(node) : named(node, segment);
    }
    node.path = path;
  }
  return root;
}

/** A prefix may stand before a path only where its first segment is fixed: everything would match otherwise. */
export function allowsPrefix(template: string): boolean {
  const first = segmentsOf(template)[0]!;
  return first !== "" && !isParameter(first);
}

/** Path parameters with the number of their segment, counted from the last one. */
export function pathParameters(template: string): [name: string, fromEnd: number][] {
  return segmentsOf(template)
    .toReversed()
    .flatMap((segment, fromEnd): [string, number][] =>
      isParameter(segment) ? [[segment.slice(1, -1), fromEnd]] : [],
    )
    .toReversed();
}

function segmentsOf(template: string): string[] {
  return template.slice(1).split("/");
}

function isParameter(segment: string): boolean {
  return segment.startsWith("{");
}

function parameterOf(node: Node): Node {
  node.parameter ??= { names: [], next: [] };
  return node.parameter;
}

function named(node: Node, segment: string): Node {
  const index = node.names.indexOf(segment);
  if (index >= 0) return node.next[index]!;
  const next: Node = { names: [], next: [] };
  node.names.push(segment);
  node.next.push(next);
  return next;
}
