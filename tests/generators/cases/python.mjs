/** Generators of Python. */
import { join } from "node:path";
import { checkPython } from "../checks.mjs";
import { run } from "../processes.mjs";
import { documents, pypiVersion } from "./common.mjs";

const alternatives = {
  shows: "2 of 27 operations are missing: createHealthCheck, updateHealthCheck",
  reason: "takes no allOf over alternatives: PublicAddress, PrivateAddress, HealthCheckUriRule",
};

export const python = [
  {
    name: "datamodel-code-generator",
    version: pypiVersion("datamodel-code-generator"),
    needs: ["Python"],
    inputs: documents,
    modelsOnly: true,
    async generate({ yaml }, output, { bin }) {
      const model = ["--output-model-type", "pydantic_v2.BaseModel", "--formatters", "builtin"];
      const args = ["--input", yaml, "--input-file-type", "openapi", "--output", join(output, "models.py")];
      await run("generating", bin("datamodel-codegen"), [...args, ...model, "--disable-warnings"], output);
    },
    check: (output, description, { python }) => checkPython(output, description, python, "models"),
  },
  {
    name: "openapi-python-client",
    version: pypiVersion("openapi-python-client"),
    needs: ["Python"],
    inputs: documents,
    async generate({ yaml }, output, { bin }) {
      const args = ["generate", "--path", yaml, "--meta", "none", "--output-path", join(output, "generated")];
      // It looks for its formatter, ruff, on the path.
      const env = { PATH: `${bin("")}:${process.env.PATH}` };
      await run("generating", bin("openapi-python-client"), args, output, env);
    },
    check: (output, description, { python }) => checkPython(output, description, python),
    known: {
      "elb.openapi": alternatives,
      "elb.openapi-3.0": alternatives,
    },
  },
];
