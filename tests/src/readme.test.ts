import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { runExample, seeded, startSeededEmulator } from "./support/example.ts";
import { inRoot } from "./support/processes.ts";
import { fill, readmes, scrub, withoutWaiting } from "./support/readme.ts";

test("the READMEs show the example as it is and what it prints (else: pnpm --filter @elb-classic/tests update-readme)", async () => {
  const emulator = await startSeededEmulator("--job-seconds", "1");
  const { stdout } = await runExample(emulator.url).finally(() => emulator.stop());
  const output = scrub(stdout, [seeded.projectId, seeded.listenerId]);
  for (const file of readmes) {
    const readme = readFileSync(inRoot(file), "utf8");
    expect(withoutWaiting(readme)).toBe(withoutWaiting(fill(readme, output)));
  }
});

test("the two READMEs show the same code and link the same files", () => {
  const [english, chinese] = readmes.map((file) => readFileSync(inRoot(file), "utf8")) as [string, string];
  const links = (text: string): string[] =>
    [...text.matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1] as string).sort();
  const commands = (text: string): string[] =>
    [...text.matchAll(/```sh\n([\s\S]*?)```/g)].map((match) => match[1] as string);
  expect(links(chinese.replace("README.md", "README.zh-CN.md"))).toEqual(links(english));
  expect(commands(chinese)).toEqual(commands(english));
  for (const link of links(english)) expect(() => readFileSync(inRoot(link))).not.toThrow();
});
