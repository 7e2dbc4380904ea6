import { readDescription, readSpec } from "../../build/description.ts";
import { type ProbeProvenance, probeOf } from "../../build/probe.ts";

/** The contradictions on record, and where answers show them. */
export const probeData = probeOf(readDescription(), readSpec<ProbeProvenance>("provenance.json"));
