import { createRequire } from "node:module";
import { keys } from "../support/keys.mjs";
import { timeEach } from "../support/timing.mjs";

const require = createRequire(import.meta.url);
const { BasicCredentials } = require("@huaweicloud/huaweicloud-sdk-core");
const { AKSKSigner } = require("@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner");

const credential = new BasicCredentials(keys);

/** It takes the query apart, and the payload before it is text. */
const sign = ({ method, origin, path, query, headers, data }) =>
  AKSKSigner.sign({ method, endpoint: origin + path, queryParams: query, headers, data }, credential)
    .Authorization;

export const authorization = sign;

export const time = (request, milliseconds) => timeEach(() => sign(request), milliseconds);
