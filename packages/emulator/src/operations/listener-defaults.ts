/** The parts of a listener on which its defaults depend. */
interface Chosen {
  readonly protocol: string;
  readonly session_sticky?: boolean;
}

/** What the service fills in: as recorded for TCP and HTTP (D77), as documented for HTTPS and for HTTP cookies. */
export function listenerDefaults({ protocol, session_sticky }: Chosen): Record<string, unknown> {
  switch (protocol) {
    case "TCP":
      return { tcp_timeout: 1, tcp_draining: false };
    case "HTTP":
      return { tcp_draining: false, ...(session_sticky === true ? { sticky_session_type: "insert" } : {}) };
    case "HTTPS":
      return { ssl_protocols: "TLSv1.2", ssl_ciphers: "Default", tcp_draining: false };
    default:
      return {};
  }
}
