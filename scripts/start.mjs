/**
 * `npm start`: installs, builds, serves the emulator and the docs on one origin, and runs the example against them.
 * `npm start -- --once` ends after the example. `PORT` chooses the port, 0 any free one.
 * Exit codes: 0 done, 1 a step failed, 2 wrong usage.
 */
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { main, root, run, ScriptError, say, setup, start, toolNode, turbo } from "./tools.mjs";

const host = "127.0.0.1";
const defaultPort = 4410;
const usage = `Usage: [PORT=n] npm start [-- --once]. PORT is ${defaultPort} by default, 0 for any free port.`;

function readPort(text) {
  if (text === undefined || text === "") return defaultPort;
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65535) return port;
  throw new ScriptError(`PORT is "${text}"; it has to be a number from 0 (any free port) to 65535.`, 2);
}

/** Fails early, before the build, when the port is taken. */
function checkPort(port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error) => {
      const reason = error.code === "EADDRINUSE" ? "in use" : `not usable (${error.code})`;
      reject(
        new ScriptError(
          `Port ${port} is ${reason}. Choose another one: PORT=0 npm start takes any free port.`,
        ),
      );
    });
    server.listen(port, host, () => server.close(resolve));
  });
}

async function step(name, work) {
  say(`\n── ${name}`);
  const result = await work();
  if (typeof result === "number" && result !== 0)
    throw new ScriptError(`\nStopped: the step "${name}" failed.`);
  return result;
}

/** Starts the emulator and waits until it says where it listens. */
async function serve(port) {
  const emulator = start(
    toolNode(),
    [
      "packages/emulator/bin/elb-emulator.js",
      "--port",
      String(port),
      "--seed",
      "examples/seed.json",
      "--docs",
      "docs/dist",
      "--administration",
      "--ready-json",
      "--quiet",
    ],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const ended = new Promise((resolve) => emulator.once("close", resolve));
  const ready = new Promise((resolve) => createInterface({ input: emulator.stdout }).once("line", resolve));
  const line = await Promise.race([ready, ended.then(() => undefined)]);
  if (line === undefined) throw new ScriptError('\nStopped: the step "start the emulator" failed.');
  return { url: JSON.parse(line).url, ended };
}

/** Takes back what the example has added, so that samples which add the same server work. */
async function reset(url) {
  const headers = { "Content-Type": "application/json" };
  const { ok, status } = await fetch(`${url}/_emulator/reset`, { method: "POST", headers });
  if (!ok) throw new ScriptError(`The emulator could not be reset (${status}).`);
}

/** What the example needs to know, taken from the seed of the emulator. */
function exampleSettings(url) {
  const { projects } = JSON.parse(readFileSync(join(root, "examples", "seed.json"), "utf8"));
  const [[projectId, { accessKeys, listeners }]] = Object.entries(projects);
  return {
    ELB_ENDPOINT: url,
    ELB_LISTENER_ID: listeners[0].id,
    HUAWEICLOUD_SDK_PROJECT_ID: projectId,
    HUAWEICLOUD_SDK_AK: accessKeys[0].ak,
    HUAWEICLOUD_SDK_SK: accessKeys[0].sk,
  };
}

await main(async (args) => {
  if (args.includes("--help")) return void say(usage);
  const unknown = args.find((arg) => arg !== "--once");
  if (unknown) throw new ScriptError(`Unknown option ${unknown}. ${usage}`, 2);
  // npm takes `npm start --once` as a setting of its own, and passes it on as this variable.
  const once = args.includes("--once") || process.env.npm_config_once === "true";
  const port = readPort(process.env.PORT);
  await checkPort(port);
  await step("install", setup);
  await step("build", () => turbo(["build", "--output-logs=new-only"]));
  const { url, ended } = await step("start the emulator", () => serve(port));
  await step("run examples/add-members.ts", () =>
    run(toolNode(), ["examples/add-members.ts"], { env: exampleSettings(url) }),
  );
  say(`\nThat was the emulator on this machine; no cloud was contacted.`);
  if (once) return 0;
  await reset(url);
  say(`Documentation: ${url}/_docs/   中文: ${url}/_docs/zh-cn/`);
  say(`The emulator serves the API at ${url}, as it was before the example, until you press Ctrl-C.`);
  await ended;
  if (process.exitCode === undefined) throw new ScriptError("The emulator has ended by itself.");
});
