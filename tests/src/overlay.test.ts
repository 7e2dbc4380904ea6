/** The Chinese overlay, applied by a tool that shares nothing with Redocly CLI. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { noPeers, requirePeer } from "./support/peers.ts";
import { inRoot } from "./support/processes.ts";

interface OverlayTool {
  applyOverlay(definition: unknown, overlay: unknown): unknown;
}

const read = (file: string): unknown => parse(readFileSync(inRoot("spec/dist", file), "utf8"));

describe.skipIf(noPeers)(`openapi-overlays-js ${noPeers ?? ""}`, () => {
  test.each(["elb", "iam"])("makes the same Chinese document of %s", (root) => {
    const { applyOverlay } = requirePeer("openapi-overlays-js/src/overlay.js") as OverlayTool;
    const applied = applyOverlay(read(`${root}.openapi.json`), read(`${root}.zh-CN.overlay.yaml`));
    expect(applied).toEqual(read(`${root}.zh-CN.openapi.json`));
  });
});
