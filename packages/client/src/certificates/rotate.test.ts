import { beforeEach, describe, expect, it } from "vitest";
import { ElbAbortError, OutcomeUnknownError } from "../errors/base.ts";
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

  it("leaves a listener that something else has changed since it was listed", async () => {
    elb.before = (id, args) => {
      if (id === "getListener" && args.listener_id === "L3") elb.listeners[2].certificates = ["else"];
    };
    expect((await rotate()).listeners).toEqual(["L1"]);
    expect(elb.listeners[2].certificates).toEqual(["else"]);
  });

  it("changes nothing where the listeners are not answered", async () => {
    const client = {
      ...elb.client,
      listListeners: async () => ({ error_code: "ELB.1102" }),
    } as unknown as typeof elb.client;
    const rotation = rotateCertificate(client, { certificate_id: "old", certificate, clock: elb.clock });
    await expect(rotation).rejects.toMatchObject({ state: "rolled back", cause: { name: "ElbError" } });
    expect(ids()).toEqual(["old", "else"]);
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

    /** Loses the answer to a creation that the service carries out only when something else is so. */
    const createLate = (lost: Error, isTime: (id: string) => boolean): void => {
      elb.faults.createCertificate = [lost];
      elb.before = (id) => {
        if (!isTime(id) || ids().includes("late")) return;
        const { private_key, ...body } = certificate;
        elb.certificates.push({ id: "late", ...body, create_time: elb.time() });
      };
    };
    const unknown = (options: { status?: number } = {}) => {
      const { private_key, ...body } = certificate;
      const sent = { arguments: { body }, projectId: "p", at: new Date(elb.clock.now()) };
      return new OutcomeUnknownError("lost", { operationId: "createCertificate", sent, ...options });
    };

    it("waits for a slow service after a gateway's error, and creates no second one", async () => {
      const began = elb.clock.now();
      createLate(unknown({ status: 504 }), () => elb.clock.now() >= began + 15_000);
      expect(await rotate()).toMatchObject({ certificate_id: "late", created: true });
      expect(elb.changes.filter((id) => id === "createCertificate")).toHaveLength(1);
      expect(ids()).toEqual(["else", "late"]);
    });

    it("names a certificate that comes later still", async () => {
      createLate(unknown(), (id) => id === "updateListener");
      const { certificate_id, duplicates } = await rotate();
      expect(certificate_id).not.toBe("late");
      expect(duplicates).toEqual(["late"]);
    });

    it("names it after a roll-back too, and takes it the next time", async () => {
      createLate(unknown(), (id) => id === "updateListener");
      elb.faults.updateListener = [refusal("ELB.6005")];
      const error = await failed();
      expect(error).toMatchObject({ state: "incomplete", newCertificateId: "late", listeners: [] });
      expect(error.message).toContain("late may exist unused. Run it again");
      expect(await rotate()).toMatchObject({ certificate_id: "late", created: false });
    });

    it.each([
      ["refused", refusal("APIGW.0302", 403)],
      ["aborted", new ElbAbortError("aborted")],
    ])("never says that nothing was changed where looking for it is %s", async (_, trouble) => {
      elb.faults.createCertificate = ["lost after"];
      elb.before = (id) => {
        if (id === "createCertificate") elb.faults.listCertificates = [trouble];
      };
      expect(await failed()).toMatchObject({ state: "rolled back", newCertificateId: undefined });
      asBefore();
    });

    it("says that a certificate may be there where looking for it is refused for good", async () => {
      elb.faults.createCertificate = ["lost after"];
      elb.before = (id) => {
        if (id === "createCertificate")
          elb.faults.listCertificates = Array(9).fill(refusal("APIGW.0302", 403));
      };
      const error = await failed();
      expect(error).toMatchObject({ state: "incomplete", newCertificateId: undefined });
      expect(error.message).toContain("a new certificate may exist unused");
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

    /** Changes something when the last listener is to be changed, which is refused. */
    const meanwhile = (change: () => void): void => {
      elb.before = (id, args) => {
        if (id !== "updateListener" || args.listener_id !== "L3") return;
        elb.before = () => {};
        change();
        throw refusal("ELB.6005");
      };
    };

    it("and leaves what something else has changed meanwhile", async () => {
      meanwhile(() => {
        elb.listeners[0].certificate_id = "else";
      });
      const error = await failed();
      expect(error).toMatchObject({ state: "rolled back", listeners: [], left: ["L1"] });
      expect(error.message).toContain("Listeners L1 have got other certificates");
      expect(elb.listeners[0].certificate_id).toBe("else");
      expect(ids()).toEqual(["old", "else"]);
    });

    it.each([
      ["added", (newId: string) => [newId, "else"], ["old", "else"]],
      ["replaced", () => ["else"], ["else"]],
    ])("and keeps a certificate for further domains that was %s meanwhile", async (_, change, after) => {
      Object.assign(elb.listeners[0], { certificate_id: "else", certificates: ["old"] });
      meanwhile(() => {
        elb.listeners[0].certificates = change(elb.listeners[0].certificates[0]);
      });
      await failed();
      expect(elb.listeners[0].certificates).toEqual(after);
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
