/** The targets of openapi-generator, on 3.0: its support of 3.1 is a beta. */
import { checkGo, checkMaven, checkPython, checkTypeScript } from "../checks.mjs";
import { run } from "../processes.mjs";
import { pypiVersion } from "./common.mjs";

/** openapi-generator for one target; its jar comes in the package of the same name on PyPI. */
const openapiGenerator = (target, { needs = [], options = [], ...rest }) => ({
  name: `openapi-generator: ${target}`,
  version: pypiVersion("openapi-generator-cli"),
  needs: ["Python", "Java", ...needs],
  inputs: ["elb.openapi-3.0", "iam.openapi-3.0"],
  async generate({ yaml }, output, { bin }) {
    const parts = ["apiTests", "modelTests", "apiDocs", "modelDocs"].map((part) => `${part}=false`).join();
    const args = ["generate", "-g", target, "-i", yaml, "-o", output, "--global-property", parts, ...options];
    await run("generating", bin("openapi-generator-cli"), args, output);
  },
  ...rest,
});

export const openapiGenerators = [
  openapiGenerator("typescript-fetch", {
    check: (output, description) => checkTypeScript(output, description),
  }),
  openapiGenerator("go", {
    needs: ["Go"],
    check: (output) => checkGo(output),
  }),
  // Its library by default; "native" writes List<T>.class for a list among alternatives, which is no Java.
  openapiGenerator("java", { needs: ["Maven"], options: ["--library", "okhttp-gson"], check: checkMaven }),
  openapiGenerator("python", {
    options: ["--additional-properties", "generateSourceCodeOnly=true"],
    check: (output, description, { python }) =>
      checkPython(output, description, python, "openapi_client.models"),
    known: {
      "elb.openapi-3.0": {
        shows: "listLoadBalancers page-sample: LoadBalancerList",
        reason:
          "imports, but reads no list whose items have alternatives, and asks for every property of alternatives under allOf",
      },
    },
  }),
];
