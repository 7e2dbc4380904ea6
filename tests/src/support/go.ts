import { spawnSync } from "node:child_process";
import { inRoot } from "./processes.ts";

/** Folder of the client in Go. */
export const goClient = inRoot("tests/go-client");

/** Why the test with it is skipped; undefined where Go and the modules that it needs are there. */
export const noGo = reason();

function reason(): string | undefined {
  if (spawnSync("go", ["version"]).status !== 0) return "skipped: no Go on the PATH";
  const modules = spawnSync("go", ["list", "-deps", "."], { cwd: goClient, env: withoutNetwork() });
  return modules.status === 0 ? undefined : "skipped: no modules (go -C tests/go-client mod download)";
}

/** The environment in which Go takes nothing but what is on the machine, and leaves go.mod and go.sum as they are. */
export function withoutNetwork(): NodeJS.ProcessEnv {
  return { ...process.env, GOFLAGS: "-mod=readonly", GOPROXY: "off", GOTOOLCHAIN: "local" };
}
