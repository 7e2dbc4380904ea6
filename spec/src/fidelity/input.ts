import type { Bundles, Root } from "../bundle.ts";
import { readErrorCodes } from "../error-codes.ts";
import { readLedger } from "../facts/store.ts";
import { inPackage } from "../files.ts";
import { SourceError } from "../yaml.ts";
import { readDecisions } from "./decisions.ts";
import type { FidelityInput } from "./fidelity.ts";

/** Everything that the comparison needs. */
export async function readFidelityInput({ elb, iam }: Record<Root, Bundles>): Promise<FidelityInput> {
  const ledger = await readLedger(inPackage("ledger"));
  if (!ledger) throw new SourceError("spec/ledger is empty; `facts --write` fills it.");
  const [catalogue, decisions] = await Promise.all([readErrorCodes(), readDecisions()]);
  return { elb: elb.english, iam: iam.english, ledger, catalogue, decisions };
}
