// Escaping as the signature's canonical request wants it (auth-and-gateway.md, section 3): text is taken as UTF-8
// bytes, the unreserved characters stay, every other byte becomes %XX. It works on bytes throughout, so that no
// sequence of percent signs, however broken, can make it throw.

const encoder = new TextEncoder();

/** Decodes percent escapes once. Each character of the result is one byte; a percent sign without two hex digits stays. */
export function decodeToBytes(text: string): string {
  const bytes = isAscii(text) ? text : String.fromCharCode(...encoder.encode(text));
  return bytes.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** Escapes a text of which each character is one byte. */
export function escapeBytes(bytes: string): string {
  return bytes.replace(/[^A-Za-z0-9\-._~]/g, escapeByte);
}

function escapeByte(byte: string): string {
  return `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 127) return false;
  return true;
}
