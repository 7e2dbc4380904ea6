// The shortest program with a verdict in it.
import { checkResponse } from "../../packages/contract/dist/index.js";

const { ok } = checkResponse({
  method: "GET",
  url: "/v1.0/p/elbaas/listeners/l/members",
  status: 200,
  body: [],
});
process.exitCode = ok ? 0 : 1;
