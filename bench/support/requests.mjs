// Requests as bytes: what goes over the wire is the same for every server, and costs the sender nothing.
import { createHash, createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { inRoot } from "./servers.mjs";

/** The seed of the examples: a project with an access key, a load balancer and a listener. */
export const seedFile = inRoot("examples/seed.json");

const [[projectId, project]] = Object.entries(JSON.parse(readFileSync(seedFile, "utf8")).projects);

/** What the seed holds. */
export const seeded = { projectId, key: project.accessKeys[0], listenerId: project.listeners[0].id };

const sha256 = (text) => createHash("sha256").update(text).digest("hex");

/** A GET that is signed with the key of the seed, for paths and queries that need no escaping. */
export function signedGet(port, path, query = "") {
  const host = `127.0.0.1:${port}`;
  const date = new Date().toISOString().replace(/[-:]|\.\d{3}/g, "");
  const canonical = `GET\n${path}/\n${query}\nhost:${host}\nx-sdk-date:${date}\n\nhost;x-sdk-date\n${sha256("")}`;
  const signature = createHmac("sha256", seeded.key.sk)
    .update(`SDK-HMAC-SHA256\n${date}\n${sha256(canonical)}`)
    .digest("hex");
  const authorization = `SDK-HMAC-SHA256 Access=${seeded.key.ak}, SignedHeaders=host;x-sdk-date, Signature=${signature}`;
  return get(port, query === "" ? path : `${path}?${query}`, {
    "X-Sdk-Date": date,
    Authorization: authorization,
  });
}

/** A GET as it goes over the wire. */
export function get(port, target, headers = {}) {
  const lines = Object.entries({ Host: `127.0.0.1:${port}`, ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return [`GET ${target} HTTP/1.1`, ...lines, "", ""].join("\r\n");
}
