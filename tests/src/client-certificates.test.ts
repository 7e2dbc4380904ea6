/** The rotation of a certificate, against the emulator. */
import { CertificateRotationError, rotateCertificate } from "@elb-classic/client/certificates";
import type { FaultRule } from "@elb-classic/emulator";
import { expect, test } from "vitest";
import { type Driven, drivenEmulator, id, projectId } from "./support/driven-emulator.ts";

const old = id("c");
const listeners = [id("1"), id("2"), id("3")];
const pem = (label: string, text: string): string =>
  `-----BEGIN ${label}-----\n${text}\n-----END ${label}-----\n`;
const certificate = {
  name: "renewed",
  certificate: pem("CERTIFICATE", "bmV3"),
  private_key: pem("RSA PRIVATE KEY", "c2VjcmV0"),
};

function start(faults: readonly FaultRule[] = []): Driven {
  const https = (each: string, port: number) => {
    return {
      id: each,
      port,
      loadbalancer_id: id("b"),
      protocol: "HTTPS",
      backend_protocol: "HTTP",
      certificate_id: old,
    };
  };
  const project = {
    loadbalancers: [{ id: id("b") }],
    certificates: [{ id: old, name: "old" }, { id: id("d") }],
    listeners: [
      https(listeners[0]!, 443),
      { ...https(listeners[1]!, 444), certificate_id: id("d"), certificates: [old] },
      { id: listeners[2]!, port: 80, loadbalancer_id: id("b"), protocol: "TCP" },
    ],
  };
  return drivenEmulator({ seed: { projects: { [projectId]: project } }, faults });
}

const rotate = ({ client, clock, drive }: Driven, more = {}) =>
  drive(rotateCertificate(client, { certificate_id: old, certificate, clock, ...more }));
const uses = ({ project }: Driven): unknown[] =>
  project().listeners.map(({ certificate_id, certificates }) => [certificate_id, certificates]);
const ids = ({ project }: Driven): unknown[] => project().certificates.map((each) => each.id);

const before = uses(start());

test("every listener gets the new certificate, and the old one is deleted", async () => {
  const cloud = start();
  const { certificate_id, ...rest } = await rotate(cloud);
  expect(rest).toEqual({ created: true, listeners: listeners.slice(0, 2), deleted: true });
  expect(uses(cloud).slice(0, 2)).toEqual([
    [certificate_id, undefined],
    [id("d"), [certificate_id]],
  ]);
  expect(uses(cloud)[2]).toEqual(before[2]);
  expect(ids(cloud)).toEqual([id("d"), certificate_id]);
  expect(await rotate(cloud)).toMatchObject({ certificate_id, created: false, listeners: [] });
});

test("a fault in the middle puts everything back", async () => {
  const cloud = start([{ operations: ["updateListener"], every: 2, error: "ELB.1001#1" }]);
  // The second update is refused; the third one, which rolls back, is not.
  await expect(rotate(cloud)).rejects.toMatchObject({ state: "rolled back", newCertificateId: undefined });
  expect(uses(cloud)).toEqual(before);
  expect(ids(cloud)).toEqual([old, id("d")]);
});

/** Faults at random, in both directions. */
const faultsOf = (seed: number): FaultRule[] => {
  const operations = ["createCertificate", "updateListener", "deleteCertificate"] as const;
  return [
    { operations, probability: 0.25, seed, drop: "before" },
    { operations, probability: 0.25, seed: seed + 1, drop: "after" },
    { operations, probability: 0.1, seed: seed + 2, truncate: true },
    { operations: ["updateListener"], probability: 0.1, seed: seed + 3, error: "ELB.1001#1" },
  ];
};

test("lost answers leave either everything as it was or one new certificate, however often it is run", async () => {
  const states: Record<string, number> = {};
  /** Runs until it goes through, and looks at what each run leaves behind. */
  const persist = async (cloud: Driven, runs = 20): Promise<string> => {
    try {
      return (await rotate(cloud)).certificate_id;
    } catch (error) {
      if (!(error instanceof CertificateRotationError) || runs === 0) throw error;
      expect(error.message).not.toContain("c2VjcmV0");
      states[error.state] = (states[error.state] ?? 0) + 1;
      if (error.state === "rolled back") expect(uses(cloud)).toEqual(before);
      if (error.state === "rolled back" && !error.newCertificateId)
        expect(ids(cloud)).toEqual([old, id("d")]);
      return persist(cloud, runs - 1);
    }
  };
  for (let seed = 0; seed < 60; seed++) {
    const cloud = start(faultsOf(seed * 10));
    const newId = await persist(cloud);
    expect(ids(cloud), `seed ${seed}`).toEqual([id("d"), newId]);
    expect(uses(cloud), `seed ${seed}`).toEqual([[newId, undefined], [id("d"), [newId]], before[2]]);
  }
  expect(states["rolled back"]).toBeGreaterThan(2);
});
