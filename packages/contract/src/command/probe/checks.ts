import { table } from "../../../.build-validators/table.js";
import { checkRequest } from "../../check-request.ts";
import { checkResponse } from "../../check-response.ts";
import { isObject } from "../../engine/values.ts";
import {
  type AnswerJudge,
  anyOf,
  either,
  isBareList,
  isMissing,
  isNull,
  isOfType,
  isOneOf,
  isPresent,
  isText,
  type Judge,
  lacks,
  only,
  where,
} from "./judges.ts";
import { type Answer, elementsOf, idOf } from "./reads.ts";
import { probeData } from "./records.data.ts";
import type { Sight } from "./sights.ts";

const SERVICE_ID = /^[\da-f]{32}$/;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const RESOURCE_TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/;
const JOB_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
/** 100.64.0.0/10 */
const SHARED_ADDRESS = /^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./;

const isTcp = ({ protocol }: Sight["owner"]) => protocol === "TCP";
const isPlain = ({ protocol }: Sight["owner"]) => ["HTTP", "TCP", "UDP"].includes(protocol as string);
const isPrivate = ({ type }: Sight["owner"]) => type === "Internal";
const isPublic = ({ type }: Sight["owner"]) => type === "External";

const nullOrGap = anyOf(isNull, isMissing);
const nullHere: Judge = ({ value }) => (value === undefined ? undefined : either(value === null));

/** What the records cannot say in data: decisions whose places are looked at in a way of their own. */
export const placeChecks: Readonly<Record<string, Judge>> = {
  D04: isBareList,
  D05: isBareList,
  D06: isBareList,
  D12: anyOf(nullOrGap, isOneOf("")),
  D14: ({ value }) => (value === undefined || value === null ? undefined : either(typeof value === "object")),
  D15: ({ value }) => only(value !== undefined),
  D19: ({ value }) => only(value !== undefined),
  D21: where(
    ({ status }) => jobStates.includes(status as string),
    ({ value }) => only(isObject(value) && Object.keys(value).length > 0),
  ),
  D22: (sight) => isOfType(sight.place.operationId === "getJob" ? "boolean" : "number")(sight),
  D24: where(({ status }) => status === "ACTIVE", isOneOf(false)),
  D29: isPresent,
  D30: isOfType("boolean"),
  D33: where(isPlain, ({ value }) => either(value === null)),
  D34: (sight) => (sight.name === "certificates" ? isPresent(sight) : undefined),
  D35: lacks("client_ca_tls_container_ref"),
  D36: isOneOf("SSL"),
  D42: where(isTcp, nullHere),
  D43: where(isTcp, nullHere),
  D53: where(isPrivate, nullHere),
  D61: anyOf(where(isPublic, nullHere), where(isPrivate, isText(UUID))),
  D66: ({ name, value, owner }) =>
    name === "id" ? either(SERVICE_ID.test(String(value)) && value !== owner.server_id) : undefined,
  D67: ({ name, value, owner }) =>
    name === "address"
      ? either(SHARED_ADDRESS.test(String(value)) && value !== owner.server_address)
      : undefined,
  D69: isNull,
  D73: nullOrGap,
  D81: ({ name, value }) => (name === "domain" ? only(value === null || value === undefined) : undefined),
  D82: ({ value }) => either(typeof value === "string" && /[^*\s]/.test(value)),
  D85: isOfType("string"),
  D86: ({ value, owner }) =>
    owner.type === "listener" && value !== undefined ? either(typeof value === "number") : undefined,
  D87: ({ name, value, owner }) =>
    name === "max" ? either(quotaSamples("unsupported").has(`${owner.type} ${value}`)) : undefined,
  D89: (sight) => isText(sight.place.operationId === "getJob" ? JOB_TIME : RESOURCE_TIME)(sight),
  D90: isText(SERVICE_ID),
  D96: ({ value }) => only(typeof value === "string"),
  D99: ({ name, value }) => {
    if (name === "versions") return either(Array.isArray(value));
    return name === "version" ? only(value !== undefined) : undefined;
  },
  D105: isOneOf(null, ""),
  D106: ({ value }) => either(value === null || (typeof value === "string" && !["", "null"].includes(value))),
  D107: lacks("az", "tenant_id"),
  D122: anyOf(isNull, ({ value }) => (value === "" ? "refuted" : undefined)),
  D127: anyOf(nullOrGap, isOneOf("")),
};

/** Decisions that take a whole answer to see, or the call that it answers. */
export const answerChecks: Readonly<Record<string, AnswerJudge>> = {
  D62: (answer) => filtersBy("listLoadBalancers", answer),
  D63: (answer) => filtersBy("listListeners", answer),
  D64: ({ call: { read, query }, status, body }) => {
    if (read.paging === undefined || query[read.paging.limit] === undefined) return undefined;
    const elements = elementsOf(body);
    const marker = query[read.paging.marker];
    return either(status === 200 && elements.length <= 1 && !elements.some((one) => idOf(one) === marker));
  },
  D91: ({ status, body, ...answer }) =>
    status < 400 ? undefined : either(isConforming({ status, body, ...answer })),
  D95: ({ call: { read, ids }, status }) => {
    if (status < 400 || Object.keys(ids).length === 0) return undefined;
    return read.id === "getLoadBalancer" || read.id === "getHealthCheck" ? either(status === 400) : undefined;
  },
  D98: (answer) => only(findingsOf(answer).some(({ code }) => code === "response.status")),
  D110: ({ headers }) => either(headers.has("X-Request-Id")),
  D126: ({ call, status, body }) => {
    if (call.read.id !== "listApiVersions" || status !== 200) return undefined;
    const versions = elementsOf(body).map(idOf);
    return versions.length === 0 ? undefined : either(versions.every(isVersion));
  },
};

/** States in which a job goes on. */
const jobStates = table.operations.flatMap(({ responses }) =>
  responses.flatMap(({ payload }) => payload?.job?.waiting ?? []),
);

/** The upper limits in an example of the description, with their kind. */
function quotaSamples(example: string): Set<string> {
  const { quotas } = probeData.quotas[example] as { quotas: { resources: { type: string; max: number }[] } };
  return new Set(quotas.resources.map(({ type, max }) => `${type} ${max}`));
}

function filtersBy(operationId: string, { call: { read, query }, status, body }: Answer) {
  if (read.id !== operationId || query.id === undefined) return undefined;
  return either(status === 200 && elementsOf(body).every((element) => idOf(element) === query.id));
}

function findingsOf({ url, status, headers, text }: Answer) {
  return checkResponse({ method: "GET", url, status, headers, body: text }).findings;
}

function isConforming(answer: Answer): boolean {
  return !findingsOf(answer).some(
    ({ code, severity }) => severity === "error" && code.startsWith("response.body."),
  );
}

function isVersion(id: string): boolean {
  const { operationId, ok } = checkRequest({ method: "GET", url: `/${id}` });
  return operationId === "getApiVersion" && ok;
}
