import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { inRoot } from "./processes.ts";

/** Why tests with programs by others are skipped; undefined where those are installed. */
export const noPeers = existsSync(inRoot("tests/peers/node_modules"))
  ? undefined
  : "skipped: no peers (npm ci --prefix tests/peers --ignore-scripts)";

/** Loads a CommonJS package of tests/peers. */
export const requirePeer = createRequire(inRoot("tests/peers/package.json"));

/** Path of Chromium; undefined where there is none. */
export const chromium = ["chromium", "chromium-browser", "google-chrome"]
  .flatMap((name) => (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name)))
  .find((path) => existsSync(path));
