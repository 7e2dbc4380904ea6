import { statedDefaults, valuesOf } from "../description.ts";

/** The parts of a listener on which its defaults depend. */
interface Chosen {
  readonly protocol: string;
  readonly session_sticky?: boolean;
}

/** What recordings show beyond the documents (D77). */
const RECORDED: ReadonlyMap<string, Readonly<Record<string, unknown>>> = new Map([
  ["TCP", { tcp_timeout: 1, tcp_draining: false }],
  ["HTTP", { tcp_draining: false }],
]);

/** What the service fills in: as recorded, and as documented for HTTPS and for cookies. */
export function listenerDefaults({ protocol, session_sticky }: Chosen): Record<string, unknown> {
  return { ...RECORDED.get(protocol), ...statedDefaults("ListenerSettings", { protocol, session_sticky }) };
}

/** The protocol towards the members that goes with that of a listener: the same where there is one, else HTTP. */
export function usualBackendProtocol(protocol: string): unknown {
  const known = valuesOf("BackendProtocol");
  return known.includes(protocol) ? protocol : known[0];
}
