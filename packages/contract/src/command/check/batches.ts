/** Works on what comes, some of it ahead, and gives it back in the order in which it came. */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  work: (item: Item) => Result | Promise<Result>,
  ahead: number,
): AsyncGenerator<{ readonly item: Item; readonly result: Result }> {
  const begun: { readonly item: Item; readonly result: Result | Promise<Result> }[] = [];
  for await (const item of items) {
    const result = work(item);
    // A worker that fails is heard of when its turn comes.
    if (result instanceof Promise) result.catch(() => undefined);
    begun.push({ item, result });
    if (begun.length > ahead) yield* finish(begun.splice(0, 1));
  }
  yield* finish(begun);
}

async function* finish<Item, Result>(
  begun: readonly { readonly item: Item; readonly result: Result | Promise<Result> }[],
) {
  for (const { item, result } of begun) yield { item, result: await result };
}
