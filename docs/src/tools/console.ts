/** The console in its page: chooses an operation, edits a call, shows answer and verdict. */
import type { LanguageName } from "@elb-classic/contract";
import { type ConsoleAnswer, callEmulator, isEmulatorHere } from "./call-emulator.ts";
import { element, pageData } from "./element.ts";

export interface ConsoleOperation {
  id: string;
  method: string;
  path: string;
  pathParameters: readonly { name: string; value: string }[];
  queryParameters: readonly { name: string }[];
  examples: readonly { summary: string; value: unknown }[];
}

export interface ConsoleData {
  language: LanguageName;
  keys: { ak: string; sk: string };
  operations: readonly ConsoleOperation[];
  words: Record<
    | "absent"
    | "send"
    | "noFindings"
    | "findings"
    | "lookAtJob"
    | "notJson"
    | "failed"
    | "query"
    | "payload"
    | "example",
    string
  >;
}

export function startConsole(form: HTMLFormElement): void {
  const { language, keys, operations, words } = pageData<ConsoleData>("try-data");
  const select = form.querySelector("select[name=operation]") as HTMLSelectElement;
  const fields = form.querySelector("[data-fields]") as HTMLElement;
  const output = form.querySelector("[role=status]") as HTMLElement;
  form.hidden = false;
  select.addEventListener("input", () => choose(select.value));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void send();
  });
  addEventListener("hashchange", () => choose(location.hash.slice(1)));
  choose(location.hash.slice(1));
  void isEmulatorHere(location.origin, keys).then((here) => {
    if (!here) say(words.absent);
  });

  function chosen(): ConsoleOperation {
    return operations.find(({ id }) => id === select.value) as ConsoleOperation;
  }

  function choose(id: string): void {
    select.value = operations.some((operation) => operation.id === id) ? id : "listLoadBalancers";
    output.replaceChildren();
    fields.replaceChildren(...fieldsOf(chosen()));
  }

  function fieldsOf({ method, path, pathParameters, queryParameters, examples }: ConsoleOperation): Node[] {
    const query = queryParameters.map(({ name }) => input("query", name, ""));
    return [
      element("p", {}, element("code", {}, `${method} ${path}`)),
      ...pathParameters.map(({ name, value }) => input("path", name, value)),
      ...(query.length === 0 ? [] : [element("details", {}, element("summary", {}, words.query), ...query)]),
      ...(examples.length === 0 ? [] : payloadOf(examples)),
    ];
  }

  function payloadOf(examples: ConsoleOperation["examples"]): Node[] {
    const area = element("textarea", { name: "payload", rows: 10, spellcheck: false });
    const choice = element("select", { name: "example" });
    choice.append(
      ...examples.map(({ summary }, index) => element("option", { value: String(index) }, summary)),
    );
    const fill = (): void => {
      area.value = JSON.stringify(examples[Number(choice.value)]?.value, null, 2);
    };
    choice.addEventListener("input", fill);
    fill();
    return [element("label", {}, words.example, choice), element("label", {}, words.payload, area)];
  }

  async function send(): Promise<void> {
    const { method, path } = chosen();
    const data = new FormData(form);
    const payload = data.get("payload");
    if (payload !== null && !isJson(String(payload))) return say(words.notJson);
    const call = {
      method,
      target: targetOf(path, data),
      body: payload === null ? undefined : String(payload),
    };
    output.setAttribute("aria-busy", "true");
    try {
      show(await callEmulator(location.origin, call, keys, language));
    } catch (error) {
      say(error instanceof TypeError ? words.failed : String(error));
    }
    output.removeAttribute("aria-busy");
  }

  function say(text: string): void {
    output.replaceChildren(element("p", { className: "warning" }, text));
  }

  function show({ status, requestId, reason, milliseconds, text, job, findings }: ConsoleAnswer): void {
    const head = element(
      "p",
      {},
      element("strong", {}, String(status)),
      ` · ${milliseconds} ms · ${requestId ?? ""}`,
    );
    const listed = findings.map(({ severity, message }) =>
      element("li", {}, element("strong", {}, severity), ` ${message}`),
    );
    const verdict =
      listed.length === 0
        ? element("p", { className: "verdict" }, `✓ ${words.noFindings}`)
        : element(
            "div",
            { className: "verdict" },
            element("p", {}, words.findings),
            element("ul", {}, ...listed),
          );
    output.replaceChildren(
      head,
      ...(reason === null ? [] : [element("p", { className: "warning" }, `X-Emulator-Reason: ${reason}`)]),
      verdict,
      element("pre", { tabIndex: 0 }, text),
      ...(job === undefined ? [] : [jobButton(job)]),
    );
  }

  function jobButton(job: string): Node {
    const button = element("button", { type: "button" }, words.lookAtJob);
    button.addEventListener("click", () => {
      choose("getJob");
      const field = form.elements.namedItem("path:job_id") as HTMLInputElement;
      field.value = job;
      void send();
    });
    return button;
  }
}

function input(place: "path" | "query", name: string, value: string): Node {
  const field = element("input", { name: `${place}:${name}`, value, autocomplete: "off" });
  return element("label", {}, element("code", {}, name), field);
}

/** Fills the path and appends the query parameters that have a value. */
function targetOf(path: string, data: FormData): string {
  let target = path;
  const query = new URLSearchParams();
  for (const [field, value] of data) {
    const [place, name = ""] = field.split(":");
    if (place === "path") target = target.replace(`{${name}}`, encodeURIComponent(String(value)));
    if (place === "query" && value !== "") query.append(name, String(value));
  }
  return query.size === 0 ? target : `${target}?${query}`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
