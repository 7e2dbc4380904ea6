/**
 * Makes the members of a listener exactly the given ones without a gap: `node examples/replace-members.ts
 * SERVER_ID=ADDRESS…`. After anything that ends it early, a killed process included, run it again: it goes on from
 * there, with the job that is still running. What it changes is written down in an audit trail on stderr.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { type ChangeEvent, createElbClient } from "@elb-classic/client";
import { type DesiredMember, type MembersProgress, replaceMembers } from "@elb-classic/client/members";
import { env } from "./terminal.ts";

const jobFile = env("ELB_JOB_FILE");
let requests = 0;
let changes = 0;

const client = createElbClient({
  endpoint: env("ELB_ENDPOINT"), // on the public cloud: region: "cn-north-1"
  projectId: env("HUAWEICLOUD_SDK_PROJECT_ID"),
  credentials: { ak: env("HUAWEICLOUD_SDK_AK"), sk: env("HUAWEICLOUD_SDK_SK") },
  onRequest: () => {
    requests++;
  },
  onChange: audit,
});

const pendingJob = readJob();
if (pendingJob) console.log(`Going on with job ${pendingJob}`);
const { plan, applied } = await replaceMembers(client, {
  listener_id: env("ELB_LISTENER_ID"),
  members: process.argv.slice(2).map(toMember),
  onProgress: tell,
  ...(pendingJob ? { pendingJob } : {}),
});
console.log(applied ? `${plan.add.length} to add, ${plan.remove.length} to remove: done` : "no changes");
console.log(`${requests} requests, ${changes} changes`);

function toMember(text: string): DesiredMember {
  const [server_id, address] = text.split("=");
  if (server_id && address) return { server_id, address };
  throw new Error(`"${text}" is no member: write SERVER_ID=ADDRESS.`);
}

/** Keeps the id of the job that runs for as long as it does, so that the next run can adopt it. */
function tell(event: MembersProgress): void {
  switch (event.kind) {
    case "launched":
      writeFileSync(`${jobFile}.new`, event.jobId);
      renameSync(`${jobFile}.new`, jobFile);
      console.log(`${event.operationId}: job ${event.jobId}`);
      break;
    case "finished":
      rmSync(jobFile, { force: true });
      console.log(`job ${event.jobId}: ${event.succeeded ? "done" : "failed"}`);
      break;
    case "trouble":
      console.log(`${event.operationId}: ${event.error.message}`);
      break;
    case "waiting":
      console.log(`waiting until NORMAL: ${event.members.length}`);
      break;
  }
}

function readJob(): string | undefined {
  try {
    return readFileSync(jobFile, "utf8");
  } catch {
    return undefined;
  }
}

function audit(event: ChangeEvent): void {
  if (event.outcome === "accepted" || event.outcome === "unknown") changes++;
  console.error(JSON.stringify(event));
}
