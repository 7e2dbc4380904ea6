/** Loaded before a program: an emulator in its own process answers what it sends, whatever the host. */
import { readFileSync } from "node:fs";
import { createEmulator, type Seed } from "@elb-classic/emulator";

const seed = JSON.parse(readFileSync(new URL("readme-seed.json", import.meta.url), "utf8")) as Seed;
const { fetch } = createEmulator({ seed, jobDurationMs: 0 });

globalThis.fetch = (input, init) => fetch(new Request(input, init));
