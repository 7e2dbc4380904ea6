import type { Call } from "../data/call.ts";

/** Signs with the package's `elb-sign`, which prints the headers that curl then reads. */
export function curlSample({ method, path, payload }: Call): string {
  const url = `url="$ELB_ENDPOINT${path.replace("{project_id}", "$ELB_PROJECT_ID")}"`;
  if (payload === undefined) {
    return `${url}\nelb-sign --method ${method} "$url" |\n  curl --request ${method} -H @- "$url"`;
  }
  return `cat > body.json <<'JSON'
${JSON.stringify(payload, null, 2)}
JSON
${url}
elb-sign --method ${method} --data @body.json "$url" |
  curl --request ${method} -H @- --data-binary @body.json "$url"`;
}
