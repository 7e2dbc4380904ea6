/** Tells an observer. What it throws or rejects with is ignored: it must neither lose an answer nor end the process. */
export function notify<Event>(hook: ((event: Event) => unknown) | undefined, event: Event): void {
  if (hook) new Promise((resolve) => resolve(hook(event))).catch(() => {});
}
