import { jsonOf, type Operation, parametersOf } from "../data/description.ts";

const setUp = `import { createElbClient } from "@elb-classic/client";

const client = createElbClient({
  endpoint: process.env.ELB_ENDPOINT ?? "",
  projectId: process.env.ELB_PROJECT_ID ?? "",
  credentials: { ak: process.env.ELB_AK ?? "", sk: process.env.ELB_SK ?? "" },
});
`;

export function typescriptSample(operation: Operation): string {
  const call = `client.${operation.operationId}(${argumentsOf(operation)})`;
  if (operation["x-elb-job"] !== undefined) {
    return `${setUp}\nconst job = await ${call};\nconst { status } = await job.wait();\nconsole.log(status); // SUCCESS; a failed job throws`;
  }
  const answered = Object.entries(operation.responses).some(
    ([status, answer]) => /^2/.test(status) && jsonOf(answer),
  );
  return answered ? `${setUp}\nconsole.log(await ${call});` : `${setUp}\nawait ${call};`;
}

/** The flat argument: path parameters by their names, and the payload as \`body\`. */
function argumentsOf(operation: Operation): string {
  const path = parametersOf("en", operation, "path")
    .filter(({ name }) => name !== "project_id")
    .map(({ name, example }) => `  ${name}: ${JSON.stringify(example ?? "")},`);
  const [example] = Object.values(jsonOf(operation.requestBody)?.examples ?? {});
  const body = example === undefined ? [] : [`  body: ${indent(literal(example.value))},`];
  const lines = [...path, ...body];
  return lines.length === 0 ? "" : `{\n${lines.join("\n")}\n}`;
}

/** JSON with keys as identifiers where they are. */
const literal = (value: unknown): string =>
  JSON.stringify(value, null, 2).replaceAll(/^(\s*)"([A-Za-z_]\w*)":/gm, "$1$2:");

const indent = (text: string): string => text.replaceAll("\n", "\n  ");
