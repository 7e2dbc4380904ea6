/** What the examples print, so that they themselves show the client and little else. */
import type { ElbClient, ElbClientOptions, JobRecord } from "@elb-classic/client";

type Members = Awaited<ReturnType<ElbClient["listMembers"]>>;

// An example ends with a sentence, not with a stack trace.
process.once("uncaughtException", (error) => {
  console.error(`✗ ${error.message}`);
  process.exitCode = 1;
});

/** The value of an environment variable. */
export function env(name: string): string {
  const value = process.env[name];
  if (value) return value;
  throw new Error(`Set ${name}. The README says which variables the examples need.`);
}

/** Hooks of the client that print each request and its answer. */
export const tellRequests: Pick<ElbClientOptions, "onRequest" | "onResponse"> = {
  onRequest: ({ method, url, operationId }) =>
    console.log(`→ ${method} ${new URL(url).pathname}  (${operationId})`),
  onResponse: ({ status, duration, requestId }) =>
    console.log(`← ${status} in ${Math.round(duration)} ms, request ${requestId ?? "without id"}`),
};

/** Prints the state of a job. */
export function showJob({ job_id, job_type, status }: JobRecord): void {
  console.log(`  ${job_type} ${job_id}: ${status}`);
}

/** Prints members as a table. */
export function showMembers(members: Members): void {
  const rows = members.map(({ id, server_address, status, health_status }) => [
    id,
    server_address,
    status,
    health_status,
  ]);
  printTable(["member", "private address", "status", "health"], rows);
}

function printTable(head: string[], rows: string[][]): void {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: string[]): string =>
    `  ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd();
  for (const row of [head, widths.map((width) => "─".repeat(width)), ...rows]) console.log(line(row));
}
