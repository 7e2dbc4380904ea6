import { keys } from "../support/keys.mjs";
import { inRoot } from "../support/servers.mjs";
import { timeEach } from "../support/timing.mjs";

const { signRequest } = await import(inRoot("packages/client/dist/signing.js"));

const sign = ({ method, origin, path, search, headers, body }) =>
  signRequest({ method, url: origin + path + search, headers, body }, keys).headers.Authorization;

export const authorization = sign;

export const time = (request, milliseconds) => timeEach(() => sign(request), milliseconds);
