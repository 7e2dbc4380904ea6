import type { ProjectView, StateView } from "../../state/view.ts";
import { type Html, html } from "./html.ts";
import { type Column, code, status, table } from "./table.ts";

type Row = Readonly<Record<string, unknown>>;

const text = (name: string) => (row: Row) => String(row[name] ?? "–");
const id: Column<Row> = { title: "id", cell: (row) => code(row.id) };

const KINDS: readonly { key: keyof ProjectView; title: string; columns: readonly Column<Row>[] }[] = [
  {
    key: "loadbalancers",
    title: "Load balancers",
    columns: [
      id,
      { title: "name", cell: text("name") },
      { title: "type", cell: text("type") },
      { title: "address", cell: (row) => code(row.vip_address) },
      { title: "status", cell: (row) => status(row.status) },
    ],
  },
  {
    key: "listeners",
    title: "Listeners",
    columns: [
      id,
      { title: "name", cell: text("name") },
      {
        title: "port",
        cell: (row) => `${row.protocol} ${row.port} → ${row.backend_protocol} ${row.backend_port}`,
      },
      { title: "load balancer", cell: (row) => code(row.loadbalancer_id) },
      { title: "status", cell: (row) => status(row.status) },
    ],
  },
  {
    key: "members",
    title: "Members",
    columns: [
      id,
      { title: "address", cell: (row) => code(row.server_address) },
      { title: "health", cell: (row) => status(row.health_status) },
    ],
  },
  {
    key: "healthchecks",
    title: "Health checks",
    columns: [
      id,
      { title: "protocol", cell: text("healthcheck_protocol") },
      { title: "interval", cell: (row) => `${row.healthcheck_interval} s` },
      { title: "listener", cell: (row) => code(row.listener_id) },
    ],
  },
  {
    key: "certificates",
    title: "Certificates",
    columns: [id, { title: "name", cell: text("name") }, { title: "domain", cell: text("domain") }],
  },
  {
    key: "jobs",
    title: "Jobs",
    columns: [
      { title: "id", cell: (row) => code(row.job_id) },
      { title: "type", cell: text("job_type") },
      { title: "begin", cell: text("begin_time") },
      { title: "end", cell: (row) => String(row.end_time || "–") },
      { title: "status", cell: (row) => status(row.status) },
      { title: "error", cell: (row) => (row.error_code ? `${row.error_code} ${row.fail_reason}` : "–") },
    ],
  },
];

/** What every project owns. Kinds of which it has none are left out. Jobs are shown newest first. */
export function projectSections({ projects }: StateView): readonly Html[] {
  const all = Object.entries(projects);
  if (all.length === 0)
    return [
      html`<h2>Projects</h2><p class="faint">None so far: a project comes into being with the first request for it.</p>`,
    ];
  return all.map(
    ([projectId, project]) => html`<section><h2>Project ${code(projectId)}</h2>${kindsOf(project)}</section>`,
  );
}

function kindsOf(project: ProjectView): Html | readonly Html[] {
  const present = KINDS.filter(({ key }) => project[key].length > 0);
  if (present.length === 0) return html`<p class="faint">It has nothing.</p>`;
  return present.map(({ key, title, columns }) => {
    const rows = project[key] as readonly Row[];
    return html`<h3>${title} (${rows.length})</h3>${table(title, columns, key === "jobs" ? [...rows].reverse() : rows)}`;
  });
}
