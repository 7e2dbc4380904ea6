import { expect, test } from "vitest";
import { judge } from "./judge.ts";

const URL = "https://elb.example.com/v1.0/55300f3c8f764c06b1a32e2302edc305/jobs/j1";
const options = { hosts: [], language: "en" } as const;
const value = (text: string) => ({ bytes: Buffer.from(text), position: "a, entry 1", line: 1, offset: 0 });

test("of a job only what is followed is kept, however deep the rest is", () => {
  const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
  const body = `{"job_id":"j1","status":"SUCCESS","job_type":5,"begin_time":"t","sub_jobs":${deep}}`;
  const judged = judge(
    value(`{"request":{"method":"GET","url":"${URL}"},"response":{"status":200,"body":${body}}}`),
    options,
  );
  expect(judged.checked?.job?.body).toEqual({ job_id: "j1", status: "SUCCESS", begin_time: "t" });
  expect(() => structuredClone(judged)).not.toThrow();
});

test("what a broken call has taken in is judged", () => {
  const call = `{"request":{"method":"GET","url":"${URL}","headers":{}}}`;
  const { faults, behind, checked } = judge(value(`{"request":{"method":"GET",\n${call}`), options);
  expect(checked).toBeUndefined();
  expect(faults).toHaveLength(1);
  expect(behind).toMatchObject([{ position: "a, entry 1+1", line: 2, judged: { faults: [] } }]);
  expect(behind?.[0]?.judged.checked?.call.operationId).toBe("getJob");
});
