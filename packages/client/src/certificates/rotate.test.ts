import { beforeEach, describe, expect, it } from "vitest";
import { ElbAbortError } from "../errors/base.ts";
import { FakeElb, refusal } from "../testing/fake-elb.ts";
import type { CertificateRotationError } from "./errors.ts";
import { type RotateCertificateOptions, rotateCertificate } from "./rotate.ts";
import type { RotationProgress } from "./rotation.ts";

const certificate = { name: "new", certificate: "-----NEW", private_key: "-----SECRET" };

let elb: FakeElb;
let events: RotationProgress[];
beforeEach(() => {
  elb = new FakeElb();
  events = [];
  elb.certificates.push(
    { id: "old", name: "old", certificate: "-----OLD" },
    { id: "else", certificate: "-----ELSE" },
  );
  elb.listeners.push(
    { id: "L1", protocol: "HTTPS", certificate_id: "old" },
    { id: "L2", protocol: "TCP", certificate_id: null },
    { id: "L3", protocol: "HTTPS", certificate_id: "else", certificates: ["else", "old"] },
  );
});

const rotate = (options: Partial<RotateCertificateOptions> = {}) =>
  elb.clock.drive(
    rotateCertificate(elb.client, {
      certificate_id: "old",
      certificate,
      clock: elb.clock,
      onProgress: (event) => events.push(event),
      ...options,
    }),
  );
const failed = async (options?: Partial<RotateCertificateOptions>): Promise<CertificateRotationError> => {
  const error = await rotate(options).then(
    () => expect.unreachable(),
    (reason) => reason,
  );
  expect(error.name).toBe("CertificateRotationError");
  expect(JSON.stringify([error, error.message, events])).not.toContain("SECRET");
  return error;
};
const ids = (): string[] => elb.certificates.map(({ id }) => id);
const asBefore = (): void => {
  expect(elb.listeners[0].certificate_id).toBe("old");
  expect(elb.listeners[2]).toMatchObject({ certificate_id: "else", certificates: ["else", "old"] });
  expect(ids()).toEqual(["old", "else"]);
};

describe("rotateCertificate", () => {
  it("creates the new one, changes every listener that uses the old one, and deletes that", async () => {
    const result = await rotate();
    const { certificate_id } = result;
    expect(result).toEqual({ certificate_id, created: true, listeners: ["L1", "L3"], deleted: true });
    expect(ids()).toEqual(["else", certificate_id]);
    expect(elb.listeners).toMatchObject([
      { certificate_id },
      { certificate_id: null },
      { certificate_id: "else", certificates: ["else", certificate_id] },
    ]);
    expect(elb.calls.filter(({ id }) => id === "updateListener").map(({ args }) => args.body)).toEqual([
      { certificate_id },
      { certificates: ["else", certificate_id] },
    ]);
    expect(events.map(({ kind }) => kind)).toEqual(["certificate", "listener", "listener", "deleted"]);
    expect(JSON.stringify([result, events])).not.toContain("SECRET");
  });

  it("leaves the old one if told so", async () => {
    expect(await rotate({ deleteOld: false })).toMatchObject({ deleted: false });
    expect(ids()).toContain("old");
  });

  it("takes a new one that is there already, after a run that was killed", async () => {
    elb.certificates.push({ id: "N", name: "new", domain: null, certificate: "-----NEW\n" });
    elb.listeners[0].certificate_id = "N";
    expect(await rotate()).toEqual({ certificate_id: "N", created: false, listeners: ["L3"], deleted: true });
    expect(await rotate()).toEqual({ certificate_id: "N", created: false, listeners: [], deleted: true });
    expect(elb.changes).not.toContain("createCertificate");
  });

  it("changes nothing for an old one that does not exist", async () => {
    const error = await failed({ certificate_id: "none" });
    expect(error).toMatchObject({ state: "unchanged", listeners: [] });
    expect(error.message).toContain("no certificate none");
    expect(elb.changes).toEqual([]);
  });

  it.each([{ certificate_id: "" }, { certificate: {} as never }, { delete: true } as never])(
    "refuses the options %j before anything is sent",
    async (options) => {
      await expect(rotate(options)).rejects.toMatchObject({ name: "ElbArgumentError" });
      expect(elb.calls).toEqual([]);
    },
  );

  it("catches listeners that come to the old one meanwhile", async () => {
    elb.before = (id) => {
      if (id === "updateListener" && elb.listeners.length === 3)
        elb.listeners.push({ id: "L4", certificate_id: "old" });
    };
    expect((await rotate()).listeners).toEqual(["L1", "L3", "L4"]);
  });

  describe("when an answer is lost", () => {
    it.each(["createCertificate", "updateListener", "deleteCertificate"] as const)(
      "does not repeat %s that has happened",
      async (operation) => {
        elb.faults[operation] = ["lost after"];
        await rotate();
        expect(elb.changes).toEqual([
          "createCertificate",
          "updateListener",
          "updateListener",
          "deleteCertificate",
        ]);
        expect(ids()).toHaveLength(2);
      },
    );

    it.each(["createCertificate", "updateListener", "deleteCertificate"] as const)(
      "repeats %s that has not",
      async (operation) => {
        elb.faults[operation] = ["lost before"];
        await rotate();
        expect(elb.changes).toHaveLength(5);
        expect(ids()).toHaveLength(2);
      },
    );

    it("does not take a certificate for its own that was there before", async () => {
      const twin = {
        ...certificate,
        private_key: undefined,
        name: "other",
        id: "twin",
        create_time: elb.time(),
      };
      elb.certificates.push(twin);
      elb.faults.createCertificate = ["lost before"];
      expect((await rotate()).certificate_id).not.toBe("twin");
    });

    it("says so, and rolls back, if it never arrives", async () => {
      elb.faults.updateListener = Array(5).fill("lost before");
      expect(await failed()).toMatchObject({ state: "rolled back", cause: { name: "OutcomeUnknownError" } });
      asBefore();
    });

    it("deletes a certificate that was created after all", async () => {
      elb.faults.createCertificate = Array(4).fill("lost before");
      const sent = {
        arguments: { body: { name: "new", certificate: "-----NEW" } },
        projectId: "p",
        at: new Date(elb.clock.now()),
      };
      elb.faults.createCertificate = [new ElbAbortError("aborted", { sent })];
      elb.before = (id) => {
        if (id === "createCertificate")
          elb.certificates.push({ id: "N", ...sent.arguments.body, create_time: elb.time() });
      };
      expect(await failed()).toMatchObject({ state: "rolled back", newCertificateId: undefined });
      asBefore();
    });
  });

  describe("rolls back", () => {
    it("when a listener refuses", async () => {
      let updates = 0;
      elb.before = (id) => {
        if (id === "updateListener" && ++updates === 2) throw refusal("ELB.6005");
      };
      expect(await failed()).toMatchObject({
        state: "rolled back",
        listeners: [],
        newCertificateId: undefined,
      });
      asBefore();
    });

    it("when a listener takes the change and does not show it", async () => {
      elb.before = (id, args) => {
        if (id === "updateListener" && args.listener_id === "L3" && !args.body.certificates.includes("old"))
          args.body = {};
      };
      expect((await failed()).message).toContain("L3 took other certificates, but does not show them");
      asBefore();
    });

    it("when its signal ends it, in spite of the signal", async () => {
      const controller = new AbortController();
      elb.before = (id) => {
        if (id !== "updateListener" || controller.signal.aborted) return;
        controller.abort();
        throw new ElbAbortError("aborted");
      };
      expect(await failed({ signal: controller.signal })).toMatchObject({ state: "rolled back" });
      asBefore();
    });

    it("but leaves a new certificate that was there before", async () => {
      elb.certificates.push({ id: "N", name: "new", certificate: "-----NEW" });
      elb.faults.updateListener = [refusal("ELB.6005")];
      expect(await failed()).toMatchObject({ state: "rolled back", newCertificateId: "N" });
      expect(ids()).toEqual(["old", "else", "N"]);
    });

    it("and does without a listener that is gone", async () => {
      elb.before = (id, args) => {
        if (id === "updateListener" && args.listener_id === "L3") {
          elb.listeners.shift();
          throw refusal("ELB.6005");
        }
      };
      expect(await failed()).toMatchObject({ state: "rolled back" });
      expect(ids()).toEqual(["old", "else"]);
    });

    it("and says what is left if that fails too", async () => {
      let updates = 0;
      elb.before = (id) => {
        if (id === "updateListener" && ++updates > 1) throw refusal("ELB.6005");
      };
      const error = await failed();
      const newId = elb.listeners[0].certificate_id;
      expect(error).toMatchObject({ state: "incomplete", listeners: ["L1"], newCertificateId: newId });
      expect(error.message).toContain(`listeners L1 may have ${newId}`);
      expect((error.cause as AggregateError).errors).toHaveLength(2);
      expect(ids()).toContain(newId);
    });
  });

  it("does not roll back if only the old one cannot be deleted", async () => {
    elb.faults.deleteCertificate = [refusal("ELB.1001")];
    const error = await failed();
    expect(error).toMatchObject({ state: "rotated", listeners: ["L1", "L3"] });
    expect(elb.listeners[0].certificate_id).toBe(error.newCertificateId);
  });
});
