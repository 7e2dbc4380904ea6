import { createRequire } from "node:module";
import { keys, projectId } from "../support/keys.mjs";
import { callsPerSecond } from "../support/timing.mjs";

const require = createRequire(import.meta.url);
const { BasicCredentials } = require("@huaweicloud/huaweicloud-sdk-core");
const { ClientBuilder } = require("@huaweicloud/huaweicloud-sdk-core/ClientBuilder");

/** Requests as those of the SDK's own service clients are. */
export function rate({ endpoint, method, path, data = {} }, load) {
  const client = new ClientBuilder((built) => built)
    .withCredential(new BasicCredentials({ ...keys, projectId }))
    .withEndpoint(endpoint)
    .build();
  const call = () =>
    client.sendRequest({
      url: path,
      method,
      contentType: "application/json",
      queryParams: {},
      pathParams: { project_id: projectId },
      headers: {},
      data,
    });
  return callsPerSecond(call, load);
}
