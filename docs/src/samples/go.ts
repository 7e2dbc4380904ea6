import type { Call } from "../data/call.ts";
import { tokenHeader } from "../data/description.ts";

/** Needs nothing but the standard library; authenticates with a token. */
export function goSample({ method, path, payload }: Call): string {
  const hasPayload = payload !== undefined;
  const imports = ["fmt", "io", "log", "net/http", "os", ...(hasPayload ? ["strings"] : [])];
  const constant = hasPayload ? `const payload = \`${JSON.stringify(payload, null, 2)}\`\n\n` : "";
  return `package main

import (
${imports.map((name) => `\t"${name}"`).join("\n")}
)

${constant}func main() {
	url := os.Getenv("ELB_ENDPOINT") + ${pathExpression(path)}
	request, err := http.NewRequest("${method}", url, ${hasPayload ? "strings.NewReader(payload)" : "nil"})
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("${tokenHeader}", os.Getenv("ELB_TOKEN"))
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(response.Status, string(answer))
}`;
}

function pathExpression(path: string): string {
  const [before, after] = path.split("{project_id}");
  return after === undefined ? `"${path}"` : `"${before}" + os.Getenv("ELB_PROJECT_ID") + "${after}"`;
}
