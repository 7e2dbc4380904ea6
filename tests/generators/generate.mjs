/** Runs a generator that has a programming interface: node generate.mjs orval|kubb DESCRIPTION OUTPUT */
const [tool, input, output] = process.argv.slice(2);

const generators = {
  async orval() {
    const { generate } = await import("orval");
    const target = `${output}/client.ts`;
    await generate(
      {
        input: { target: input },
        output: { target, schemas: `${output}/model`, client: "fetch", mode: "split" },
      },
      output,
      { throwOnError: true },
    );
  },

  async kubb() {
    const [{ build }, { pluginOas }, { pluginTs }, { pluginClient }] = await Promise.all([
      import("@kubb/core"),
      import("@kubb/plugin-oas"),
      import("@kubb/plugin-ts"),
      import("@kubb/plugin-client"),
    ]);
    const { error, failedPlugins } = await build({
      config: {
        root: output,
        input: { path: input },
        // Imports without ".ts", as TypeScript wants them unless it is told otherwise.
        output: { path: output, clean: false, barrelType: "named", extension: { ".ts": "" } },
        plugins: [
          pluginOas({ generators: [], validate: true }),
          pluginTs({ output: { path: "types" } }),
          pluginClient({ output: { path: "clients" }, client: "fetch", bundle: true }),
        ],
      },
    });
    if (error) throw error;
    for (const failed of failedPlugins ?? []) throw failed.error ?? failed;
  },
};

await generators[tool]();
