import { checkResponse } from "@elb-classic/contract";
import { expect } from "vitest";
import { createEmulator, createManualClock, type EmulatorOptions, type SeedProject } from "../index.ts";

export const PROJECT = "55300f3c8f764c06b1a32e2302edc305";
export const PUBLIC = "0b07acf06d243925bc24a0ac7445267a";
export const PRIVATE = "a650695bb9344a3fa24dec344116d261";
export const LISTENER = "248425d7b97dc26920eb23720115e068";
export const UNKNOWN = "ffffffffffffffffffffffffffffffff";
export const VPC = "f54a3ffd-7a55-4568-9e3d-f0ff2d46a107";

/** Load balancers to create, one of each type. */
export const EXTERNAL = {
  name: "loadbalancer1",
  vpc_id: VPC,
  type: "External",
  admin_state_up: true,
  bandwidth: 200,
};
export const INTERNAL = {
  name: "internal",
  vpc_id: VPC,
  type: "Internal",
  admin_state_up: 1,
  vip_subnet_id: VPC,
  security_group_id: "sg",
};

/** A public load balancer with one TCP listener on port 88, and a private one without any. */
export const SEED: SeedProject = {
  loadbalancers: [
    { id: PUBLIC, name: "public", vip_address: "192.144.62.114", vpc_id: VPC },
    { id: PRIVATE, name: "private", type: "Internal", vip_address: "192.168.2.36", vpc_id: VPC },
  ],
  listeners: [
    { id: LISTENER, loadbalancer_id: PUBLIC, name: "listener1", protocol: "TCP", port: 88, backend_port: 80 },
  ],
};

/** An answer, taken apart. */
export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests read whatever the emulator answers
  readonly body: any;
  /** The error code, undefined in an answer of success. */
  readonly code: string | undefined;
  readonly reason: string | null;
  readonly headers: Headers;
}

/**
 * An emulator without authentication on a clock of its own. Every answer is held against the contract: a test that uses
 * `call` also shows that what it got keeps it.
 */
export function createApi(options: EmulatorOptions = {}) {
  const clock = createManualClock(Date.UTC(2026, 0, 15, 10, 30, 0));
  const emulator = createEmulator({
    clock,
    auth: "off",
    seed: { projects: { [PROJECT]: SEED } },
    ...options,
  });

  async function call(method: string, path: string, body?: unknown): Promise<Answer> {
    const url = `http://elb.test/v1.0/${PROJECT}${path}`;
    const init =
      body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } };
    const response = await emulator.fetch(new Request(url, { method, ...init }));
    const text = await response.text();
    const message = { method, url, status: response.status, headers: response.headers, body: text };
    const { operationId, findings } = checkResponse(message);
    if (operationId !== undefined)
      expect(findings, `${method} ${path} ${response.status} ${text}`).toEqual([]);
    return takeApart(response, text);
  }

  /** Launches a job, lets it end, and returns its last state. */
  async function finish(method: string, path: string, body?: unknown): Promise<Answer["body"]> {
    const launched = await call(method, path, body);
    expect(launched.status, JSON.stringify(launched.body)).toBe(200);
    clock.advance(2000);
    return (await call("GET", `/jobs/${launched.body.job_id}`)).body;
  }

  return { call, finish, clock, emulator };
}

export function takeApart(response: Response, text: string): Answer {
  const body = text === "" ? undefined : JSON.parse(text);
  const code = body?.error?.code ?? body?.error_code ?? body?.code;
  const { status, headers } = response;
  return { status, body, code, reason: headers.get("X-Emulator-Reason"), headers };
}
