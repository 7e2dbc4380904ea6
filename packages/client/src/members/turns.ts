import type { ElbClient } from "../client.ts";
import type { Work } from "./work.ts";

/** Of each client, by listener, the end of the last run that is to change members. */
const lines = new WeakMap<ElbClient, Map<string, Promise<void>>>();

/**
 * Runs a change of members after those that the same client has begun on the listener before. Each would remove what the
 * other wants, and two that remove at the same time can leave nothing. A run that is stopped while it waits never begins.
 */
export function inTurn<T>({ client, place, signal }: Work, run: () => Promise<T>): Promise<T> {
  const line = lines.get(client) ?? new Map<string, Promise<void>>();
  lines.set(client, line);
  const { listener_id } = place;
  const turn = (line.get(listener_id) ?? Promise.resolve()).then(() => {
    signal.throwIfAborted();
    return run();
  });
  const end = turn.then(
    () => {},
    () => {},
  );
  line.set(listener_id, end);
  end.then(() => {
    if (line.get(listener_id) === end) line.delete(listener_id);
  });
  return turn;
}
