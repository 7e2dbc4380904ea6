// What IAM makes up. The shapes are those of the documents: an opaque text that begins with MII and has the length of
// the documented sample, access keys of 20 capital letters and digits, secret keys of 40 letters and digits.

/** The beginning of a token: a sequence (ASN.1) of as many bytes as are left of 3846. */
const TOKEN_HEAD = [0x30, 0x82, 0x0f, 0x02];
const TOKEN_BYTES = 3846;
const SECURITY_TOKEN_BYTES = 600;
const CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
const LETTERS = `${CAPITALS}abcdefghijklmnopqrstuvwxyz`;

export function newToken(): string {
  const bytes = randomBytes(TOKEN_BYTES);
  bytes.set(TOKEN_HEAD);
  return base64(bytes);
}

export function newSecurityToken(): string {
  return base64(randomBytes(SECURITY_TOKEN_BYTES));
}

export function newAccessKey(): string {
  return randomText(CAPITALS, 20);
}

export function newSecretKey(): string {
  return randomText(LETTERS, 40);
}

function randomBytes(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count));
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replaceAll("/", "-");
}

function randomText(alphabet: string, length: number): string {
  return Array.from(randomBytes(length), (byte) => alphabet.charAt(byte % alphabet.length)).join("");
}
