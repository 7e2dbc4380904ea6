import { describe, expect, it } from "vitest";
import { absorbQuirks } from "./read-quirks.ts";

describe("absorbQuirks", () => {
  it.each([{}, null, undefined, ""])("reads %j in place of a list as an empty list", (empty) => {
    expect(absorbQuirks(empty, [["", "list"]])).toEqual([]);
    expect(absorbQuirks({ loadbalancers: empty }, [["loadbalancers", "list"]])).toEqual({
      loadbalancers: [],
    });
  });

  it("makes a list that is missing", () => {
    expect(absorbQuirks({}, [["sub_jobs", "list"]])).toEqual({ sub_jobs: [] });
  });

  it("reads 0 and 1 as booleans, in every element", () => {
    const listeners = [
      { tcp_draining: 1 },
      { tcp_draining: 0 },
      { tcp_draining: true },
      { tcp_draining: null },
      {},
    ];
    expect(absorbQuirks(listeners, [["*.tcp_draining", "boolean"]])).toEqual([
      { tcp_draining: true },
      { tcp_draining: false },
      { tcp_draining: true },
      { tcp_draining: null },
      {},
    ]);
  });

  it("reads booleans as integers, below a list that an earlier mark has mended", () => {
    const marks = [
      ["loadbalancers", "list"],
      ["loadbalancers.*.admin_state_up", "integer"],
    ] as const;
    expect(absorbQuirks({ loadbalancers: {} }, marks)).toEqual({ loadbalancers: [] });
    expect(absorbQuirks({ loadbalancers: [{ admin_state_up: true }, { admin_state_up: 2 }] }, marks)).toEqual(
      {
        loadbalancers: [{ admin_state_up: 1 }, { admin_state_up: 2 }],
      },
    );
  });

  it("reads empty text as absent", () => {
    expect(absorbQuirks({ end_time: "" }, [["end_time", "absent"]])).toEqual({ end_time: null });
    expect(absorbQuirks({}, [["end_time", "absent"]])).toEqual({});
  });

  it("writes nothing beside the elements of a list", () => {
    const list = absorbQuirks(
      [],
      [
        ["certificates", "list"],
        ["flag", "boolean"],
      ],
    );
    expect(Object.keys(list as object)).toEqual([]);
  });

  it("leaves alone what does not look like the quirk", () => {
    const odd = { list: { a: 1 }, flag: "yes", number: "x", time: "2020" };
    const marks = [
      ["list", "list"],
      ["flag", "boolean"],
      ["number", "integer"],
      ["time", "absent"],
      ["time.deeper", "absent"],
    ] as const;
    expect(absorbQuirks({ ...odd }, marks)).toEqual(odd);
  });
});
