/** A code, and what the service said with it. */
export interface Asked {
  readonly code: string;
  readonly message?: string;
}

/** A number after the name of a service, wherever it stands in a text. */
const ERROR_CODE = /\b[A-Za-z]{2,10}\.\d{4}\b/g;

/** A code as the catalogue has it: gateways say the same numbers with the prefix of the product that they serve. */
export function catalogued(code: string): string {
  return code.replace(/^API(G|C)\./i, "APIGW.");
}

/** The codes that a text is about: one code, the body of an error, or any text in which codes stand. */
export function codesIn(text: string): readonly Asked[] {
  const body = inBody(text);
  if (body !== undefined) return [body];
  const found = [...new Set(text.match(ERROR_CODE) ?? [])];
  return found.length > 0 ? found.map((code) => ({ code })) : [{ code: text.trim() }];
}

/** Errors have one of three shapes, and a job has the first of them without being one. */
function inBody(text: string): Asked | undefined {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { error, error_code, error_msg, fail_reason, code, message } = Object(body) as Readonly<
    Record<string, unknown>
  >;
  const inner = Object(error) as { readonly code?: unknown; readonly message?: unknown };
  const found = error_code ?? inner.code ?? code;
  if (typeof found !== "string") return undefined;
  const said = error_msg ?? fail_reason ?? inner.message ?? message;
  return { code: found, ...(typeof said === "string" && { message: said }) };
}
