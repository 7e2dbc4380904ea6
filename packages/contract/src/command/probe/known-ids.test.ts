import { expect, test } from "vitest";
import { KnownIds } from "./known-ids.ts";

test("ids that would make another path are not taken", () => {
  const known = new KnownIds();
  for (const id of ["", ".", "..", "a/b", "..a", "a"]) known.add("listener_id", id);
  expect(known.some("listener_id", 9)).toEqual(["..a", "a"]);
});
