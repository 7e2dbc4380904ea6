import { expect } from "vitest";

/** How to reach the emulator, and with what. */
export interface Target {
  readonly url: string;
  readonly token: string;
}

interface Reply {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the emulator answers
  readonly body: any;
}

/**
 * What is known of something that a writer made. While a change has been asked for and not acknowledged, it may have
 * happened or not.
 */
type Known = "asked" | "there" | "leaving" | "gone";

interface Batch {
  readonly addresses: readonly string[];
  ids: readonly string[];
  job?: string;
  known: Known;
}

const SERVER = "dbecb618-2259-405f-ab17-9b68c4f541b0";
const PLACEHOLDERS = {
  certificate: "-----BEGIN CERTIFICATE-----\n...\n-----END CERTIFICATE-----",
  private_key: "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----",
};
const USER = { name: "writer", password: "a-password-for-tests", domain: { name: "emulator" } };

/** Changes a listener of its own, one thing after another, and remembers what has been acknowledged. */
export class DurableWriter {
  readonly #project: string;
  readonly #listener: string;
  readonly #number: number;
  readonly #random: () => number;
  #count = 0;
  #name = "";
  #askedName = "";
  readonly #batches: Batch[] = [];
  readonly #certificates = new Map<string, { id?: string; known: Known }>();
  readonly #tokens: string[] = [];
  #check: { id?: string; known: Known } = { known: "gone" };

  /** Counts acknowledged changes. */
  acknowledged = 0;

  constructor(project: string, listener: string, number: number, random: () => number) {
    this.#project = project;
    this.#listener = listener;
    this.#number = number;
    this.#random = random;
  }

  /** Makes one change. Rejects when the emulator is gone. */
  async change(target: Target): Promise<void> {
    const changes = [
      this.#rename,
      this.#addMembers,
      this.#removeMembers,
      this.#certify,
      this.#toggleCheck,
      this.#logIn,
    ];
    this.#count += 1;
    await changes[Math.floor(this.#random() * changes.length)]?.call(this, target);
  }

  /** Makes sure that everything acknowledged is there and nothing is half there, and notes what has become of the rest. */
  async verify(target: Target): Promise<void> {
    const listener = await this.#call(target, "GET", `/elbaas/listeners/${this.#listener}`);
    expect(listener.status, JSON.stringify(listener.body)).toBe(200);
    expect([this.#name, this.#askedName]).toContain(listener.body.name);
    this.#name = listener.body.name;
    await this.#verifyCheck(target, listener.body.healthcheck_id);
    await this.#verifyMembers(target);
    await this.#verifyCertificates(target);
    for (const token of this.#tokens.slice(-3)) {
      const { status } = await this.#call({ url: target.url, token }, "GET", "/elbaas/quotas");
      expect(status, "an issued token").toBe(200);
    }
  }

  async #rename(target: Target): Promise<void> {
    this.#askedName = `name${this.#count}`;
    await this.#acknowledged(target, "PUT", `/elbaas/listeners/${this.#listener}`, { name: this.#askedName });
    this.#name = this.#askedName;
  }

  async #addMembers(target: Target): Promise<void> {
    const addresses = [1, 2, 3].map(
      (last) => `10.${this.#number}.${this.#count % 250}.${last + 3 * Math.floor(this.#count / 250)}`,
    );
    const batch: Batch = { addresses, ids: [], known: "asked" };
    this.#batches.push(batch);
    const body = addresses.map((address) => ({ server_id: SERVER, address }));
    batch.job = (await this.#acknowledged(target, "POST", this.#members(), body)).job_id;
    batch.known = "there";
  }

  async #removeMembers(target: Target): Promise<void> {
    const batch = this.#batches.find(({ ids, known }) => known === "there" && ids.length > 0);
    if (batch === undefined) return this.#rename(target);
    batch.known = "leaving";
    const body = { removeMember: batch.ids.map((id) => ({ id })) };
    batch.job = (await this.#acknowledged(target, "POST", `${this.#members()}/action`, body)).job_id;
    batch.known = "gone";
  }

  async #certify(target: Target): Promise<void> {
    const old = [...this.#certificates.values()].find(({ known }) => known === "there");
    if (old !== undefined && this.#random() < 0.5) {
      old.known = "leaving";
      await this.#acknowledged(target, "DELETE", `/elbaas/certificate/${old.id}`);
      old.known = "gone";
      return;
    }
    const name = `certificate-${this.#number}-${this.#count}`;
    const entry: { id?: string; known: Known } = { known: "asked" };
    this.#certificates.set(name, entry);
    const body = { name, ...PLACEHOLDERS };
    entry.id = (await this.#acknowledged(target, "POST", "/elbaas/certificate", body)).id;
    entry.known = "there";
  }

  async #toggleCheck(target: Target): Promise<void> {
    if (this.#check.known === "there") {
      this.#check.known = "leaving";
      await this.#acknowledged(target, "DELETE", `/elbaas/healthcheck/${this.#check.id}`);
      this.#check = { known: "gone" };
      return;
    }
    this.#check = { known: "asked" };
    const body = { listener_id: this.#listener };
    const { id } = await this.#acknowledged(target, "POST", "/elbaas/healthcheck", body);
    this.#check = { id, known: "there" };
  }

  async #logIn({ url }: Target): Promise<void> {
    const identity = { methods: ["password"], password: { user: USER } };
    const body = JSON.stringify({ auth: { identity, scope: { project: { id: this.#project } } } });
    const headers = { "Content-Type": "application/json" };
    const response = await fetch(`${url}/v3/auth/tokens?nocatalog=true`, { method: "POST", headers, body });
    expect(response.status, await response.text()).toBe(201);
    this.#tokens.push(response.headers.get("X-Subject-Token") ?? "");
    this.acknowledged += 1;
  }

  /** A listener and its health check name each other, or there is none. */
  async #verifyCheck(target: Target, id: string | null): Promise<void> {
    const { known } = this.#check;
    if (known === "there") expect(id).toBe(this.#check.id);
    if (known === "gone") expect(id).toBeNull();
    if (id !== null) expect((await this.#call(target, "GET", `/elbaas/healthcheck/${id}`)).status).toBe(200);
    this.#check = id === null ? { known: "gone" } : { id, known: "there" };
  }

  async #verifyMembers(target: Target): Promise<void> {
    for (const { job } of this.#batches.slice(-20)) if (job !== undefined) await this.#finished(target, job);
    const { body } = await this.#call(target, "GET", this.#members());
    const members = (Array.isArray(body) ? body : []) as readonly { id: string; server_address: string }[];
    for (const batch of this.#batches) {
      const found = members.filter(({ server_address }) => batch.addresses.includes(server_address));
      expect([0, 3], "members that are half there").toContain(found.length);
      if (batch.known === "there") expect(found, "members that were acknowledged").toHaveLength(3);
      if (batch.known === "gone") expect(found, "members whose removal was").toHaveLength(0);
      batch.known = found.length > 0 ? "there" : "gone";
      batch.ids = found.map(({ id }) => id);
    }
  }

  async #verifyCertificates(target: Target): Promise<void> {
    const { body } = await this.#call(target, "GET", "/elbaas/certificate");
    const all = body.certificates as readonly { id: string; name: string; private_key: string }[];
    for (const [name, entry] of this.#certificates) {
      const found = all.find((certificate) => certificate.name === name);
      if (entry.known === "there")
        expect(found).toMatchObject({ id: entry.id, private_key: PLACEHOLDERS.private_key });
      if (entry.known === "gone") expect(found).toBeUndefined();
      Object.assign(entry, found === undefined ? { known: "gone" } : { id: found.id, known: "there" });
    }
  }

  /** Waits until a job that was acknowledged has ended, as it has to, and well. */
  async #finished(target: Target, job: string): Promise<void> {
    let last: Reply;
    do last = await this.#call(target, "GET", `/jobs/${job}`);
    while (last.body.status === "INIT" || last.body.status === "RUNNING");
    expect(last.body.status, JSON.stringify(last.body)).toBe("SUCCESS");
  }

  #members(): string {
    return `/elbaas/listeners/${this.#listener}/members`;
  }

  async #acknowledged(target: Target, method: string, path: string, body?: unknown): Promise<Reply["body"]> {
    const reply = await this.#call(target, method, path, body);
    expect(reply.status, `${method} ${path} ${JSON.stringify(reply.body)}`).toBeLessThan(300);
    this.acknowledged += 1;
    return reply.body;
  }

  async #call({ url, token }: Target, method: string, path: string, body?: unknown): Promise<Reply> {
    const headers = { "Content-Type": "application/json", "X-Auth-Token": token };
    const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const response = await fetch(`${url}/v1.0/${this.#project}${path}`, init);
    const text = await response.text();
    return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
  }
}
