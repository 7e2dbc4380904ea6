import type { Call } from "../data/call.ts";
import { tokenHeader } from "../data/description.ts";

/** Needs nothing but the standard library; authenticates with a token. */
export function pythonSample({ method, path, payload }: Call): string {
  const hasPayload = payload !== undefined;
  const url = path.replace("{project_id}", "{os.environ['ELB_PROJECT_ID']}");
  return `${hasPayload ? "import json\n" : ""}import os
import urllib.error
import urllib.request

${hasPayload ? `payload = ${literal(payload, "")}\n` : ""}request = urllib.request.Request(
    f"{os.environ['ELB_ENDPOINT']}${url}",
    method="${method}",
    headers={
        "Content-Type": "application/json",
        "${tokenHeader}": os.environ["ELB_TOKEN"],
    },${hasPayload ? "\n    data=json.dumps(payload).encode()," : ""}
)
try:
    with urllib.request.urlopen(request, timeout=30) as response:
        print(response.status, response.read().decode())
except urllib.error.HTTPError as error:
    print(error.code, error.read().decode())`;
}

/** A JSON value as Python writes it. */
function literal(value: unknown, margin: string): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value !== "object") return JSON.stringify(value);
  const inside = `${margin}    `;
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  const lines = Array.isArray(value)
    ? value.map((element) => `${inside}${literal(element, inside)},`)
    : Object.entries(value).map(
        ([name, one]) => `${inside}${JSON.stringify(name)}: ${literal(one, inside)},`,
      );
  return lines.length === 0 ? `${open}${close}` : `${open}\n${lines.join("\n")}\n${margin}${close}`;
}
