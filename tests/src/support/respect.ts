import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse, stringify } from "yaml";
import { inRoot, type Outcome, runNode, startEmulator } from "./processes.ts";

const cli = "spec/node_modules/@redocly/cli/bin/cli.js";
// Redocly CLI would report each run to its maker otherwise.
const quiet = { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", NO_COLOR: "1" };
const seedFile = inRoot("tests/src/support/token-seed.json");
const { projects } = JSON.parse(readFileSync(seedFile, "utf8")) as {
  projects: Record<string, { tokens: [string] }>;
};
const [[projectId, { tokens }]] = Object.entries(projects) as [[string, { tokens: [string] }]];

/** What every workflow is given; each takes from it what it needs. */
export const inputs = {
  project_id: projectId,
  token: tokens[0],
  vpc_id: "f54a3ffd-7a55-4568-9e3d-f0ff2d46a107",
  subnet_id: "5328f1e6-ce29-44f1-9493-b128a5653350",
  security_group_id: "9e25a4f0-8d0a-4cc9-a1d5-0d9a5a0e2c11",
  server_id: "dbecb618-2259-405f-ab17-9b68c4f541b0",
  server_address: "172.16.0.31",
  first_server_id: "dbecb618-2259-405f-ab17-9b68c4f541b0",
  first_server_address: "172.16.0.31",
  second_server_id: "97444148-7afb-47cc-b4a3-6e1c94d1ade4",
  second_server_address: "172.16.0.16",
  elastic_ip: "203.0.113.80",
  certificate: "-----BEGIN CERTIFICATE-----\nbm90IGEgY2VydGlmaWNhdGU=\n-----END CERTIFICATE-----",
  private_key: "-----BEGIN PRIVATE KEY-----\nbm90IGEga2V5\n-----END PRIVATE KEY-----",
};

/** The parts of an Arazzo document that the tests look at. */
export interface Arazzo {
  sourceDescriptions: [{ url: string }];
  workflows: { workflowId: string; steps: { stepId: string }[] }[];
}

/** Reads a workflow file. */
export const readArazzo = (file: string): Arazzo => parse(readFileSync(file, "utf8")) as Arazzo;

/** Checks workflow files against the strict rules of Redocly CLI. */
export const lintArazzo = (files: string[]): Promise<Outcome> =>
  runNode(cli, ["lint", "--extends=recommended-strict", ...files], quiet);

/** Runs a workflow file against an emulator of its own, whose jobs take long enough to be waited for. */
export async function respect(file: string): Promise<Outcome> {
  const emulator = await startEmulator("--seed", seedFile, "--job-seconds", "1");
  // By environment, as the command line is there for every user of the machine to read.
  const env = {
    ...quiet,
    // Under "test", Respect leaves the headers of answers out of its report.
    NODE_ENV: undefined,
    REDOCLY_CLI_RESPECT_SERVER: JSON.stringify({ elb: emulator.url }),
    REDOCLY_CLI_RESPECT_INPUT: JSON.stringify(inputs),
  };
  const args = ["respect", "--verbose", "--execution-timeout=45000", file];
  return runNode(cli, args, env).finally(() => emulator.stop());
}

/** Runs a workflow file with its steps put into another order, or some of them left out. */
export async function respectReordered(
  file: string,
  order: (stepIds: string[]) => string[],
): Promise<Outcome> {
  const document = readArazzo(file);
  document.sourceDescriptions[0].url = fileURLToPath(
    import.meta.resolve("@elb-classic/spec/elb.openapi.yaml"),
  );
  for (const workflow of document.workflows) {
    const steps = new Map(workflow.steps.map((step) => [step.stepId, step]));
    workflow.steps = order([...steps.keys()]).flatMap((id) => steps.get(id) ?? []);
  }
  const folder = mkdtempSync(join(tmpdir(), "elb-workflow-"));
  const copy = join(folder, basename(file));
  writeFileSync(copy, stringify(document));
  return respect(copy).finally(() => rmSync(folder, { recursive: true }));
}
