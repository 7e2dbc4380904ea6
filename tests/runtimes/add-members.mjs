/** What every runtime has to manage: a change signed with an access key, its job, and each entry of the client. */

import process from "node:process";
import { createElbClient } from "@elb-classic/client";
import { errorCatalogue } from "@elb-classic/client/catalogue";
import { defaultCredentials, undiciFetch } from "@elb-classic/client/node";
import { createRawElbClient } from "@elb-classic/client/raw";
import { signRequest } from "@elb-classic/client/signing";

const { ELB_ENDPOINT: endpoint, ELB_LISTENER_ID: listener_id, ELB_PROJECT_ID: projectId } = process.env;
const credentials = defaultCredentials({ metadataUrl: false });
const client = createElbClient({ endpoint, credentials });

const job = await client.addMembers({
  listener_id,
  body: [{ server_id: "dbecb618-2259-405f-ab17-9b68c4f541b0", address: "172.16.0.31" }],
});
const { status } = await job.wait();
const members = await client.listMembers({ listener_id });
const raw = createRawElbClient({ endpoint, projectId, credentials });
const { response } = await raw.GET("/v1.0/{project_id}/elbaas/listeners", {
  params: { path: { project_id: projectId } },
});
const { headers } = signRequest(
  { method: "GET", url: "https://service.endpoint.myhuaweicloud.com/resources?size=1" },
  { ak: "AccessKey", sk: "SecretKey" },
  { date: new Date("2020-06-08T02:39:00Z") },
);

/** Refused where undici is a stand-in. */
function makeUndiciFetch() {
  try {
    undiciFetch({ proxy: "http://127.0.0.1:9" });
    return "made";
  } catch (error) {
    return error.name;
  }
}

console.log(
  JSON.stringify({
    job: status,
    addresses: members.map(({ server_address }) => server_address),
    raw: response.status,
    signature: headers.Authorization.slice(-8),
    undici: makeUndiciFetch(),
    meaning: errorCatalogue("zh-CN")("APIG.0101").id,
  }),
);
