// Servers to compare, each in a process of its own and run by the same Node.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Path of something in the repository. */
export const inRoot = (...parts) => join(root, ...parts);

const own = inRoot("node_modules/.bin/node");

/** The Node that the workspace installed, else the one that runs this. */
export const node = existsSync(own) ? own : process.execPath;

/**
 * Starts a program and waits for the line of stdout that says that it listens.
 * @param args arguments of Node
 * @param portOf finds the port in a line, undefined in a line that does not tell it
 */
export async function start(args, portOf) {
  const begin = performance.now();
  const child = spawn(node, args, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  for await (const line of createInterface({ input: child.stdout })) {
    const port = portOf(line);
    if (port === undefined) continue;
    const milliseconds = performance.now() - begin;
    child.stdout.resume();
    return { port, milliseconds, stop: () => stop(child) };
  }
  throw new Error(`${args.join(" ")} ended before it listened.`);
}

async function stop(child) {
  const closed = once(child, "close");
  child.kill("SIGTERM");
  await closed;
}

/** The emulator's command as it is installed, without a line on stderr for each request. */
export function startEmulator(...args) {
  const command = inRoot("packages/emulator/bin/elb-emulator.js");
  return start([command, "--port", "0", "--ready-json", "--quiet", ...args], (line) => JSON.parse(line).port);
}

/** A `node:http` server that does nothing but write an answer. */
export function startBare(answer = "{}") {
  return start([inRoot("bench/support/bare.cjs"), answer], Number);
}

/**
 * Prism, by others, on our description.
 *
 * @param command "mock", or "proxy" with the URL that it stands before as `upstream`
 */
export async function startPrism(command, ...upstream) {
  const port = await freePort();
  const cli = inRoot("bench/node_modules/@stoplight/prism-cli/dist/index.js");
  if (!existsSync(cli)) throw new Error("Prism is missing: npm ci --prefix bench --ignore-scripts");
  const description = inRoot("spec/dist/elb.openapi.yaml");
  const args = [cli, command, "--host", "127.0.0.1", "--port", String(port), description, ...upstream];
  return start(args, (line) => (line.includes("Prism is listening") ? port : undefined));
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}
