/** SHA-256 and HMAC-SHA256 in lower-case hex. Synchronous where the runtime has Node's crypto, else by WebCrypto. */
export interface Digest {
  sha256(data: Uint8Array | string): string | Promise<string>;
  hmacSha256(key: string, text: string): string | Promise<string>;
}

interface NodeProcess {
  getBuiltinModule?: (name: string) => unknown;
}

/** Picks the fastest implementation that the runtime offers. Node's is ten times faster than WebCrypto for small texts. */
export function createDigest(): Digest {
  const { process } = globalThis as { process?: NodeProcess };
  const node = process?.getBuiltinModule?.("node:crypto") as typeof import("node:crypto") | undefined;
  return node === undefined ? webDigest : nodeDigest(node);
}

function nodeDigest(node: typeof import("node:crypto")): Digest {
  return {
    sha256: (data) => node.createHash("sha256").update(data).digest("hex"),
    hmacSha256: (key, text) => node.createHmac("sha256", key).update(text).digest("hex"),
  };
}

const encoder = new TextEncoder();

/** The same by WebCrypto, for workers and browsers. */
export const webDigest: Digest = {
  async sha256(data) {
    const bytes = typeof data === "string" ? encoder.encode(data) : new Uint8Array(data);
    return hex(await crypto.subtle.digest("SHA-256", bytes));
  },
  async hmacSha256(key, text) {
    const algorithm = { name: "HMAC", hash: "SHA-256" };
    const imported = await crypto.subtle.importKey("raw", encoder.encode(key), algorithm, false, ["sign"]);
    return hex(await crypto.subtle.sign("HMAC", imported, encoder.encode(text)));
  },
};

function hex(buffer: ArrayBuffer): string {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
