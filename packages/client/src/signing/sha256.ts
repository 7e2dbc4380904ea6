/**
 * SHA-256 (FIPS 180-4) in plain JavaScript, for runtimes that lend no synchronous hash: WebCrypto only has
 * an asynchronous one, and it costs far more than this for the few hundred bytes of a canonical request.
 */
const utf8 = new TextEncoder();

/** First 32 bits of the fractional part: how FIPS 180-4 (4.2.2, 5.3.3) defines all constants. */
const fraction = (root: number): number => ((root - Math.floor(root)) * 2 ** 32) | 0;

const isPrime = (n: number): boolean => {
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
  return true;
};

const roundConstants = new Int32Array(64);
const initialState = new Int32Array(8);
for (let n = 2, found = 0; found < 64; n++) {
  if (!isPrime(n)) continue;
  if (found < 8) initialState[found] = fraction(Math.sqrt(n));
  roundConstants[found++] = fraction(Math.cbrt(n));
}

const rotate = (x: number, by: number): number => (x >>> by) | (x << (32 - by));

/** Folds the 64-byte block at `offset` into `state`; `schedule` is scratch space of 64 words. */
function compress(state: Int32Array, schedule: Int32Array, block: DataView, offset: number): void {
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let e = state[4]!;
  let f = state[5]!;
  let g = state[6]!;
  let h = state[7]!;
  for (let i = 0; i < 64; i++) {
    if (i < 16) {
      schedule[i] = block.getInt32(offset + i * 4);
    } else {
      const near = schedule[i - 2]!;
      const far = schedule[i - 15]!;
      const s1 = rotate(near, 17) ^ rotate(near, 19) ^ (near >>> 10);
      const s0 = rotate(far, 7) ^ rotate(far, 18) ^ (far >>> 3);
      schedule[i] = (s1 + schedule[i - 7]! + s0 + schedule[i - 16]!) | 0;
    }
    const sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const t1 = (h + sum1 + ((e & f) ^ (~e & g)) + roundConstants[i]! + schedule[i]!) | 0;
    const sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const t2 = (sum0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  const worked = [a, b, c, d, e, f, g, h];
  for (let i = 0; i < 8; i++) state[i] = (state[i]! + worked[i]!) | 0;
}

/** The 32-byte SHA-256 of `data`; a string counts as its UTF-8 bytes. */
export function sha256(data: string | Uint8Array): Uint8Array {
  const bytes = typeof data === "string" ? utf8.encode(data) : data;
  // One 0x80 byte, zeros, and the length in bits as 64-bit big-endian, up to a whole number of blocks.
  const padded = new Uint8Array((((bytes.length + 8) >> 6) + 1) << 6);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n);

  const state = initialState.slice();
  const schedule = new Int32Array(64);
  for (let offset = 0; offset < padded.length; offset += 64) compress(state, schedule, view, offset);

  const digest = new DataView(new ArrayBuffer(32));
  for (let i = 0; i < 8; i++) digest.setInt32(i * 4, state[i]!);
  return new Uint8Array(digest.buffer);
}

/** HMAC-SHA256 (RFC 2104) of `data` under `key`; strings count as their UTF-8 bytes. */
export function hmacSha256(key: string | Uint8Array, data: string): Uint8Array {
  let secret = typeof key === "string" ? utf8.encode(key) : key;
  if (secret.length > 64) secret = sha256(secret);
  const keyed = (pad: number, tail: Uint8Array): Uint8Array => {
    const message = new Uint8Array(64 + tail.length).fill(pad, 0, 64);
    secret.forEach((byte, i) => {
      message[i] = byte ^ pad;
    });
    message.set(tail, 64);
    return sha256(message);
  };
  return keyed(0x5c, keyed(0x36, utf8.encode(data)));
}
