/** Filters the register of contradictions. The choice is in the address, so that it can be linked. */
export function startRegister(form: HTMLFormElement, sections: readonly HTMLElement[]): void {
  const count = form.querySelector("[role=status]") as HTMLElement;
  const selects = [...form.querySelectorAll("select")];
  const choose = (chosen: URLSearchParams): void => {
    for (const select of selects) select.value = chosen.get(select.name) ?? "";
  };
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    const chosen = selects.filter(({ value }) => value !== "").map(({ name, value }) => [name, value]);
    const query = new URLSearchParams(chosen).toString();
    history.replaceState(null, "", query === "" ? location.pathname : `?${query}`);
    filter();
  });
  addEventListener("hashchange", showTarget);
  choose(new URLSearchParams(location.search));
  filter();
  showTarget();

  function filter(): void {
    const [operation = "", confidence = ""] = ["operation", "confidence"].map(
      (name) => selects.find((select) => select.name === name)?.value,
    );
    for (const section of sections) {
      const { operations = "", confidence: sure } = section.dataset;
      const fits = operation === "" || operations.split(" ").includes(operation);
      section.hidden = !fits || (confidence !== "" && confidence !== sure);
    }
    count.textContent = `${sections.filter(({ hidden }) => !hidden).length} / ${sections.length}`;
  }

  /** What is linked is shown, whatever the filter says. */
  function showTarget(): void {
    const target = sections.find(({ id }) => location.hash === `#${id}`);
    if (target === undefined || !target.hidden) return;
    choose(new URLSearchParams());
    filter();
    target.scrollIntoView();
  }
}
