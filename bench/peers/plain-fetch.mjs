// What one writes who needs these two calls and nothing else: fetch, and the signature in ten lines.
import { createHash, createHmac } from "node:crypto";
import { keys, projectId } from "../support/keys.mjs";
import { callsPerSecond } from "../support/timing.mjs";

const sha256 = (text) => createHash("sha256").update(text).digest("hex");

/** For paths that need no escaping, without a query. */
function sign(method, host, path, body) {
  const date = new Date().toISOString().replace(/[-:]|\.\d{3}/g, "");
  const signed = "content-type;host;x-project-id;x-sdk-date";
  const headers = `content-type:application/json\nhost:${host}\nx-project-id:${projectId}\nx-sdk-date:${date}\n`;
  const canonical = `${method}\n${path}/\n\n${headers}\n${signed}\n${sha256(body)}`;
  const signature = createHmac("sha256", keys.sk)
    .update(`SDK-HMAC-SHA256\n${date}\n${sha256(canonical)}`)
    .digest("hex");
  return {
    "Content-Type": "application/json",
    "X-Project-Id": projectId,
    "X-Sdk-Date": date,
    Authorization: `SDK-HMAC-SHA256 Access=${keys.ak}, SignedHeaders=${signed}, Signature=${signature}`,
  };
}

async function call(endpoint, method, path, data) {
  const body = data === undefined ? undefined : JSON.stringify(data);
  const headers = sign(method, endpoint.slice("http://".length), path, body ?? "");
  const response = await fetch(endpoint + path, { method, headers, body });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.json();
}

export const rate = ({ endpoint, method, path, data }, load) =>
  callsPerSecond(() => call(endpoint, method, path.replace("{project_id}", projectId), data), load);
