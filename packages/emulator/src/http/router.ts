import { type OperationId, operations } from "@elb-classic/spec/operations";
import { Refusal } from "./refusal.ts";

/** The operation that a request addresses. */
export interface Route {
  readonly operationId: OperationId;
  readonly parameters: Readonly<Record<string, string>>;
}

interface Node {
  readonly literals: Map<string, Node>;
  parameter?: { readonly name: string; readonly node: Node };
  readonly methods: Map<string, OperationId>;
}

/** Paths of the emulator's own, which would count as versions of the API otherwise. */
const OWN_PREFIX = "/_";

const root: Node = createNode();
for (const [id, { method, path }] of Object.entries(operations)) addRoute(method, path, id as OperationId);

/**
 * Finds the operation of a method and an undecoded path.
 * @throws Refusal with `APIGW.0101` where the API has no such path, or not with this method
 */
export function findRoute(method: string, path: string): Route {
  const found = path.startsWith(OWN_PREFIX) ? undefined : match(root, path.split("/"), 1);
  if (found === undefined) throw new Refusal("APIGW.0101#1");
  const operationId = found.node.methods.get(method);
  if (operationId === undefined) throw new Refusal("APIGW.0101#2");
  return { operationId, parameters: found.parameters };
}

interface Match {
  readonly node: Node;
  readonly parameters: Readonly<Record<string, string>>;
}

/** A fixed segment goes before a parameter; where it leads nowhere, as `v1.0` alone does, the parameter is tried. */
function match(node: Node, segments: readonly string[], index: number): Match | undefined {
  const segment = segments[index];
  if (segment === undefined) return node.methods.size > 0 ? { node, parameters: {} } : undefined;
  const literal = node.literals.get(segment);
  const found = literal && match(literal, segments, index + 1);
  return found ?? matchParameter(node, segments, index);
}

function matchParameter({ parameter }: Node, segments: readonly string[], index: number): Match | undefined {
  const value = decodeSegment(segments[index] ?? "");
  if (parameter === undefined || value === "") return undefined;
  const found = match(parameter.node, segments, index + 1);
  return found && { node: found.node, parameters: { ...found.parameters, [parameter.name]: value } };
}

/** A segment with a broken escape is no id that anything could have: it becomes the empty text, which matches nothing. */
function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return "";
  }
}

function addRoute(method: string, path: string, operationId: OperationId): void {
  let node = root;
  for (const segment of path.split("/").slice(1)) node = child(node, segment);
  node.methods.set(method, operationId);
}

function child(node: Node, segment: string): Node {
  const name = /^\{(.+)\}$/.exec(segment)?.[1];
  if (name !== undefined) {
    node.parameter ??= { name, node: createNode() };
    return node.parameter.node;
  }
  const next = node.literals.get(segment) ?? createNode();
  node.literals.set(segment, next);
  return next;
}

function createNode(): Node {
  return { literals: new Map(), methods: new Map() };
}
