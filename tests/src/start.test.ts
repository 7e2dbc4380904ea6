/** What `npm start` says before it installs and builds anything. */
import { once } from "node:events";
import { createServer } from "node:net";
import { expect, test } from "vitest";
import { runNode } from "./support/processes.ts";

test("a taken port is said in one line, with the way out", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  const { code, stderr } = await runNode("scripts/start.mjs", ["--once"], { PORT: String(port) });
  server.close();
  expect(code).toBe(1);
  expect(stderr).toBe(`Port ${port} is in use. Choose another one: PORT=0 npm start takes any free port.\n`);
});

test.each([
  [
    "a port that is no number",
    [],
    "http",
    'PORT is "http"; it has to be a number from 0 (any free port) to 65535.\n',
  ],
  [
    "an unknown option",
    ["--onec"],
    "0",
    "Unknown option --onec. Usage: [PORT=n] npm start [-- --once]. PORT is 4410 by default, 0 for any free port.\n",
  ],
])("%s is wrong usage", async (_, args, port, says) => {
  expect(await runNode("scripts/start.mjs", args, { PORT: port })).toEqual({
    code: 2,
    stdout: "",
    stderr: says,
  });
});
