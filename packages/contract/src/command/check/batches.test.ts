import { expect, test } from "vitest";
import { inOrder } from "./batches.ts";

async function* numbers(count: number) {
  for (let number = 0; number < count; number += 1) yield number;
}

test("results come in order, whichever is ready first", async () => {
  const resolves: (() => void)[] = [];
  const work = (item: number) => {
    if (item % 2 === 1) return item * 10;
    const result = new Promise<number>((resolve) => resolves.push(() => resolve(item * 10)));
    // The last that was begun is finished first.
    if (item % 4 === 2) for (const resolve of resolves.splice(0).reverse()) resolve();
    return result;
  };
  const seen: number[] = [];
  for await (const { result } of inOrder(numbers(8), work, 4)) seen.push(result);
  expect(seen).toEqual([0, 10, 20, 30, 40, 50, 60, 70]);
});

test("no more is begun than may be under way", async () => {
  let begun = 0;
  const work = async () => {
    begun += 1;
  };
  let finished = 0;
  for await (const _ of inOrder(numbers(20), work, 3)) {
    finished += 1;
    expect(begun - finished).toBeLessThanOrEqual(3);
  }
  expect(finished).toBe(20);
});

test("a failure is that of its turn", async () => {
  const work = async (item: number) => {
    if (item === 1) throw new Error("broken");
    return item;
  };
  const seen: number[] = [];
  const run = async () => {
    for await (const { result } of inOrder(numbers(5), work, 4)) seen.push(result);
  };
  await expect(run()).rejects.toThrow("broken");
  expect(seen).toEqual([0]);
});
