import type { Accounts } from "../iam/accounts.ts";
import type { Kind } from "./kinds.ts";
import { amount, fields, listOf, optional, record, type Shape, text, texts, time, truth } from "./shapes.ts";
import type { State } from "./state.ts";
import type { Table } from "./table.ts";

const NAMED = { id: text, name: text };
const LOCK = { failures: amount, lockedUntil: time };

const HOLDER = record({
  userId: text,
  agency: optional(text),
  projects: optional(texts),
  administrator: optional(truth),
});

const USER = record({
  ...NAMED,
  ...LOCK,
  password: optional(text),
  projects: optional(texts),
  administrator: optional(truth),
  isOwner: optional(truth),
});

const KEY = record({
  ...LOCK,
  key: record({ ak: text, sk: text, securityToken: optional(text) }),
  holder: HOLDER,
  expiresAt: optional(time),
});

const TOKEN = record({
  token: text,
  holder: HOLDER,
  methods: listOf(text),
  scope: fields,
  opens: texts,
  issuedAt: time,
  expiresAt: optional(time),
});

type TableName = "domains" | "users" | "agencies" | "projects" | "keys" | "tokens";

/** A kind of which every project and every resource is independent. */
function ofAccount(name: TableName, shape: Shape): readonly [string, Kind] {
  function enter(value: unknown, [key = ""]: readonly string[], { accounts }: State) {
    (tableOf(accounts, name) as Table<unknown>).set(key, value);
    return undefined;
  }
  return [name, { ids: 1, shape, enter }];
}

function tableOf({ directory, credentials }: Accounts, name: TableName): Table<never> {
  const { domains, users, agencies, projects } = directory;
  const { keys, tokens } = credentials;
  return { domains, users, agencies, projects, keys, tokens }[name] as unknown as Table<never>;
}

/** The kinds of things that accounts have. */
export const ACCOUNT_KINDS: readonly (readonly [string, Kind])[] = [
  ofAccount("domains", record(NAMED)),
  ofAccount("users", USER),
  ofAccount("agencies", record({ ...NAMED, projects: optional(texts) })),
  ofAccount("projects", record(NAMED)),
  ofAccount("keys", KEY),
  ofAccount("tokens", TOKEN),
];
