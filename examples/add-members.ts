import { createElbClient } from "@elb-classic/client";
import { env, showJob, showMembers, tellRequests } from "./terminal.ts";

const listener_id = env("ELB_LISTENER_ID");
const client = createElbClient({
  endpoint: env("ELB_ENDPOINT"), // on the public cloud: region: "cn-north-1"
  projectId: env("HUAWEICLOUD_SDK_PROJECT_ID"),
  credentials: { ak: env("HUAWEICLOUD_SDK_AK"), sk: env("HUAWEICLOUD_SDK_SK") },
  ...tellRequests,
});

const job = await client.addMembers({
  listener_id,
  body: [
    { server_id: "dbecb618-2259-405f-ab17-9b68c4f541b0", address: "172.16.0.31" },
    { server_id: "97444148-7afb-47cc-b4a3-6e1c94d1ade4", address: "172.16.0.16" },
  ],
});
await job.wait({ onProgress: showJob });
showMembers(await client.listMembers({ listener_id }));
