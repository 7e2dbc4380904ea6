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

const root: Node = createNode();
for (const [id, { method, path }] of Object.entries(operations)) addRoute(method, path, id as OperationId);

/**
 * Finds the operation of a method and an undecoded path.
 * @throws Refusal with `APIGW.0101` where the API has no such path, or not with this method
 */
export function findRoute(method: string, path: string): Route {
  const parameters: Record<string, string> = {};
  let node: Node | undefined = root;
  for (const segment of path.split("/").slice(1)) {
    node = step(node, segment, parameters);
    if (node === undefined) throw new Refusal("APIGW.0101#1");
  }
  const operationId = node.methods.get(method);
  if (operationId === undefined) throw new Refusal(node.methods.size === 0 ? "APIGW.0101#1" : "APIGW.0101#2");
  return { operationId, parameters };
}

function step(node: Node, segment: string, parameters: Record<string, string>): Node | undefined {
  const literal = node.literals.get(segment);
  if (literal !== undefined) return literal;
  const value = decodeSegment(segment);
  if (node.parameter === undefined || value === "") return undefined;
  parameters[node.parameter.name] = value;
  return node.parameter.node;
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
