/** Certificates for servers on the loopback, made by hand: Node signs but cannot issue. */
import { generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";

const der = (tag: number, ...parts: Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
};
const sequence = (...parts: Uint8Array[]): Buffer => der(0x30, ...parts);
const oid = (...bytes: number[]): Buffer => der(0x06, Buffer.from(bytes));
const ecdsaWithSha256 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));

const nameOf = (name: string): Buffer =>
  sequence(der(0x31, sequence(oid(0x55, 0x04, 0x03), der(0x0c, Buffer.from(name)))));

/** Extension, marked critical. */
const extension = (id: number, value: Uint8Array): Buffer =>
  sequence(oid(0x55, 0x1d, id), der(0x01, Buffer.from([0xff])), der(0x04, value));
const isAuthority = extension(19, sequence(der(0x01, Buffer.from([0xff]))));
const loopback = extension(17, sequence(der(0x87, Buffer.from([127, 0, 0, 1]))));

/** UTCTime, a day from now in either direction. */
const day = (days: number): Buffer => {
  const text = new Date(Date.now() + days * 86_400_000).toISOString().replace(/[-:T]|\.\d+/g, "");
  return der(0x17, Buffer.from(text.slice(2)));
};

interface Issuer {
  name: string;
  key: KeyObject;
}

const pem = (type: string, bytes: Uint8Array): string =>
  `-----BEGIN ${type}-----\n${Buffer.from(bytes).toString("base64")}\n-----END ${type}-----\n`;

function issue(name: string, publicKey: KeyObject, issuer: Issuer, purpose: Uint8Array): string {
  const serial = der(0x02, Buffer.from([1]), randomBytes(8));
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    serial,
    ecdsaWithSha256,
    nameOf(issuer.name),
    sequence(day(-1), day(1)),
    nameOf(name),
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, sequence(purpose)),
  );
  const signature = sign("sha256", body, issuer.key);
  return pem(
    "CERTIFICATE",
    sequence(body, ecdsaWithSha256, der(0x03, Buffer.concat([Buffer.from([0]), signature]))),
  );
}

/** An authority of its own, and the certificate and key of a server at 127.0.0.1 that it has issued. */
export function loopbackCertificate(authority = "Test authority"): { ca: string; cert: string; key: string } {
  const curve = { namedCurve: "P-256" };
  const root = generateKeyPairSync("ec", curve);
  const server = generateKeyPairSync("ec", curve);
  const issuer = { name: authority, key: root.privateKey };
  return {
    ca: issue(authority, root.publicKey, issuer, isAuthority),
    cert: issue("Test server", server.publicKey, issuer, loopback),
    key: server.privateKey.export({ type: "pkcs8", format: "pem" }) as string,
  };
}
