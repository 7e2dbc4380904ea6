import { payloadOf } from "./support/description.mjs";
import { inTurn, median, ratio } from "./support/figures.mjs";
import { projectId } from "./support/keys.mjs";
import { withPeers } from "./support/peers.mjs";

export const question = "How much faster is signRequest() than the vendor's signer, on the same requests?";
export const target = "at least 2.5 times as fast";
export const head = ["request", "signRequest(), µs", "vendor's, µs", "times as fast"];

const listeners = `/v1.0/${projectId}/elbaas/listeners`;
const member = payloadOf("addMembers")[0];
const balancer = "0b07acf06d243925bc24a0ac7445267a";

const requests = [
  { name: "GET", path: listeners },
  { name: "GET, one filter", path: listeners, query: { loadbalancer_id: balancer } },
  {
    name: "GET, three filters",
    path: listeners,
    query: { loadbalancer_id: balancer, protocol: "TCP", port: 80 },
  },
  { name: "GET, a filter to escape", path: listeners, query: { name: "监听器 1" } },
  { name: "GET, two filters, one to escape", path: listeners, query: { name: "监听器 1", port: 80 } },
  { name: "GET of a host with a port", path: listeners, origin: "https://elb.example.com:8443" },
  { name: "DELETE", method: "DELETE", path: `${listeners}/248425d7b97dc26920eb23720115e068` },
  { name: "POST, 80 bytes", method: "POST", path: `${listeners}/a/members`, data: [member] },
  { name: "POST, 8 kB", method: "POST", path: `${listeners}/a/members`, data: Array(100).fill(member) },
].map(complete);

/** What both take, and the headers that a client sends: query and payload as objects, and as the text that is sent. */
function complete(request) {
  const { method = "GET", query = {}, data, origin = "https://elb.cn-north-1.myhuaweicloud.com" } = request;
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return {
    ...request,
    method,
    origin,
    query,
    search: pairs.length > 0 ? `?${pairs.join("&")}` : "",
    body: data && JSON.stringify(data),
    headers: { "content-type": "application/json", "X-Project-Id": projectId },
  };
}

/** Ours is given what is sent. The vendor's makes text of the payload only to sign; its sender does that again. */
export async function run() {
  return withPeers(["own-signer", "vendor-signer"], async (own, vendor) => {
    const rows = [];
    for (const request of requests) {
      await compare(own, vendor, request);
      const measure = (call) => () => call("time", request, 150);
      await inTurn(2, [measure(own), measure(vendor)]);
      const [ours, theirs] = await inTurn(9, [measure(own), measure(vendor)]);
      rows.push([
        request.name,
        median(ours).toFixed(1),
        median(theirs).toFixed(1),
        ratio(theirs, ours).toFixed(1),
      ]);
    }
    return rows;
  });
}

/** Both have to come to the same signature. */
async function compare(own, vendor, { headers, ...request }) {
  const dated = { ...request, headers: { ...headers, "X-Sdk-Date": "20200608T023900Z" } };
  const [ours, theirs] = await Promise.all([own("authorization", dated), vendor("authorization", dated)]);
  if (ours !== theirs) throw new Error(`The signatures of ${request.name} differ.`);
}
