/** Generators of Go. */
import { join } from "node:path";
import { checkGo } from "../checks.mjs";
import { here, run } from "../processes.mjs";
import { documents } from "./common.mjs";

const oapiCodegen = { version: "2.8.2", runtime: "github.com/oapi-codegen/runtime v1.8.0" };

export const go = [
  {
    name: "oapi-codegen",
    version: oapiCodegen.version,
    needs: ["Go"],
    inputs: documents,
    async generate({ yaml }, output) {
      const tool = `github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@v${oapiCodegen.version}`;
      const config = join(here, "oapi-codegen.yaml");
      await run("generating", "go", ["run", tool, "-config", config, "-o", "client.gen.go", yaml], output);
    },
    check: (output) => checkGo(output, oapiCodegen.runtime),
  },
];
