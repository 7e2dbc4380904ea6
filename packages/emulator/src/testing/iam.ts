import { createEmulator, createManualClock, type EmulatorOptions, type Seed } from "../index.ts";
import { type Answer, PROJECT, SEED, takeApart } from "./api.ts";

export const SECOND_PROJECT = "77b6a44cba5143ab91d13ab9a8ff44fd";
export const DOMAIN = { id: "d78cbac186b744899480f25bd022f468", name: "IAMDomain" };
export const KEY = { ak: "EMULATOR0ACCESSKEY00", sk: "emulator-secret-key-not-a-secret" };
export const PASSWORD = "not-a-password";
export const USER = { id: "7116d09f88fa41908676fdd4b039e95b", name: "IAMUser", password: PASSWORD };
export const LIMITED_USER = { name: "Limited", password: "also-not-a-password", projects: [SECOND_PROJECT] };
export const ADMINISTRATOR = { name: "Administrator", password: PASSWORD, administrator: true };

/** An account with users, an agency, and two projects, one below the other. */
export const ACCOUNT: Seed = {
  domain: DOMAIN,
  users: [USER, LIMITED_USER, ADMINISTRATOR],
  agencies: [{ name: "IAMAgency", projects: [SECOND_PROJECT] }],
  projects: {
    [PROJECT]: { ...SEED, name: "sa-brazil-1", accessKeys: [KEY] },
    [SECOND_PROJECT]: { name: "sa-brazil-1_second" },
  },
};

export const DAY = 86_400_000;

type Headers = Readonly<Record<string, string>>;

/** An emulator with authentication, on a clock of its own. */
export function createIam(options: EmulatorOptions = {}) {
  const clock = createManualClock(Date.UTC(2026, 0, 15, 10, 30, 0));
  const emulator = createEmulator({ clock, seed: ACCOUNT, ...options });

  async function send(request: Request): Promise<Answer> {
    const response = await emulator.fetch(request);
    return takeApart(response, await response.text());
  }

  function call(method: string, path: string, headers: Headers = {}, body?: unknown): Promise<Answer> {
    const payload =
      body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
    return send(new Request(`http://elb.test:8080${path}`, { method, headers, ...payload }));
  }

  const ask = (identity: object, scope?: object, headers: Headers = {}, query = "") =>
    call("POST", `/v3/auth/tokens${query}`, headers, { auth: { identity, ...(scope && { scope }) } });

  /** A token of a user, for a project. */
  async function logIn(
    user: { name: string; password: string } = USER,
    projectId = PROJECT,
  ): Promise<string> {
    const { headers } = await ask(byPassword(user), { project: { id: projectId } });
    return headers.get("X-Subject-Token") ?? "";
  }

  const listBalancers = (headers: Headers, projectId = PROJECT) =>
    call("GET", `/v1.0/${projectId}/elbaas/loadbalancers`, headers);

  return { emulator, clock, send, call, ask, logIn, listBalancers };
}

export function byPassword({ name, password }: { name: string; password: string }) {
  return { methods: ["password"], password: { user: { name, password, domain: { name: DOMAIN.name } } } };
}

export function byKey(ak: string = KEY.ak, sk: string = KEY.sk) {
  return { methods: ["hw_ak_sk"], hw_ak_sk: { access: { key: ak }, secret: { key: sk } } };
}
