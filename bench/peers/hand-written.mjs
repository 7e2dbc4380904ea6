// The rules of two payloads as a person writes them down, who only wants to know whether they hold. Names that are not
// known are noted, as the compiled validators do.
import { timeEach } from "../support/timing.mjs";

const unknown = [];

const isText = (value) => typeof value === "string";
const isCount = (value) => Number.isInteger(value);
const isBoolean = (value) => typeof value === "boolean";
const optional = (value, is) => value === undefined || is(value);
const nullable = (value, is) => value === undefined || value === null || is(value);
const inRange = (value, from, to) => isCount(value) && value >= from && value <= to;
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

const listenerNames = new Set([
  ...["id", "name", "description", "loadbalancer_id", "status", "admin_state_up", "protocol", "port"],
  ...["backend_protocol", "backend_port", "lb_algorithm", "session_sticky", "sticky_session_type"],
  ...["cookie_timeout", "tcp_timeout", "tcp_draining", "tcp_draining_timeout", "udp_timeout"],
  ...["certificate_id", "certificates", "ssl_protocols", "ssl_ciphers", "healthcheck_id", "member_number"],
  ...["create_time", "update_time"],
]);

function countUnknown(object, names) {
  for (const name in object) if (!names.has(name)) unknown.push(name);
}

function isListener(one) {
  if (!isObject(one)) return false;
  countUnknown(one, listenerNames);
  return (
    isText(one.id) &&
    isText(one.name) &&
    isText(one.loadbalancer_id) &&
    isText(one.protocol) &&
    isCount(one.port) &&
    isText(one.backend_protocol) &&
    isCount(one.backend_port) &&
    isText(one.lb_algorithm) &&
    isText(one.status) &&
    isText(one.create_time) &&
    isText(one.update_time) &&
    nullable(one.description, isText) &&
    optional(one.admin_state_up, isBoolean) &&
    optional(one.session_sticky, isBoolean) &&
    nullable(one.sticky_session_type, isText) &&
    nullable(one.cookie_timeout, isCount) &&
    nullable(one.tcp_timeout, isCount) &&
    optional(one.tcp_draining, (value) => isBoolean(value) || value === 0 || value === 1) &&
    nullable(one.tcp_draining_timeout, isCount) &&
    nullable(one.udp_timeout, isCount) &&
    nullable(one.certificate_id, isText) &&
    optional(one.certificates, (value) => Array.isArray(value) && value.every(isText)) &&
    nullable(one.ssl_protocols, isText) &&
    nullable(one.ssl_ciphers, isText) &&
    nullable(one.healthcheck_id, isText) &&
    optional(one.member_number, isCount)
  );
}

function listListeners(body) {
  if (!Array.isArray(body)) return isObject(body) && Object.keys(body).length === 0;
  let all = true;
  for (const one of body) if (!isListener(one)) all = false;
  return all;
}

const settingNames = new Set([
  ...["name", "description", "loadbalancer_id", "protocol", "port", "backend_protocol", "backend_port"],
  ...["lb_algorithm", "session_sticky", "sticky_session_type", "cookie_timeout", "tcp_timeout"],
  ...["tcp_draining", "tcp_draining_timeout", "udp_timeout", "certificate_id", "certificates"],
  ...["ssl_protocols", "ssl_ciphers", "admin_state_up"],
]);
const backends = ["HTTP", "TCP", "UDP"];
const algorithms = ["roundrobin", "leastconn", "source"];
const namePattern = /^[A-Za-z0-9_\u3007\u3400-\u4db5\u4e00-\u9fd5-]+$/u;
const descriptionPattern = /^[^<>]*$/u;

/** Characters, not the halves that some of them are made of. */
function lengthOf(text) {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

function isName(value) {
  if (!isText(value)) return false;
  const length = lengthOf(value);
  return length >= 1 && length <= 64 && namePattern.test(value);
}

const isDescription = (value) => isText(value) && lengthOf(value) <= 128 && descriptionPattern.test(value);
const isId = (value) => isText(value) && value.length > 0;

function fitsProtocol({ protocol, backend_protocol, certificate_id }) {
  switch (protocol) {
    case "HTTP":
    case "TCP":
      return backends.includes(backend_protocol);
    case "HTTPS":
    case "SSL":
      return backends.includes(backend_protocol) && isId(certificate_id);
    case "UDP":
      return backend_protocol === "UDP";
    default:
      return false;
  }
}

function createListener(body) {
  if (!isObject(body)) return false;
  countUnknown(body, settingNames);
  return (
    fitsProtocol(body) &&
    isName(body.name) &&
    isId(body.loadbalancer_id) &&
    inRange(body.port, 1, 65535) &&
    inRange(body.backend_port, 1, 65535) &&
    algorithms.includes(body.lb_algorithm) &&
    optional(body.description, isDescription) &&
    optional(body.session_sticky, isBoolean) &&
    optional(body.sticky_session_type, (value) => value === "insert" || value === "") &&
    optional(body.cookie_timeout, (value) => inRange(value, 1, 1440)) &&
    optional(body.tcp_timeout, (value) => inRange(value, 1, 1440)) &&
    optional(body.tcp_draining, isBoolean) &&
    optional(body.tcp_draining_timeout, (value) => inRange(value, 0, 60)) &&
    optional(body.udp_timeout, (value) => inRange(value, 1, 1440)) &&
    optional(body.certificate_id, isId) &&
    optional(body.certificates, (value) => Array.isArray(value) && value.every(isText)) &&
    optional(body.ssl_protocols, (value) => value === "TLSv1.2" || value === "TLSv1.2 TLSv1.1 TLSv1") &&
    optional(body.ssl_ciphers, (value) => ["Default", "Extended", "Strict"].includes(value)) &&
    optional(body.admin_state_up, isBoolean)
  );
}

const checks = { listListeners, createListener };

export function verdicts({ operationId, bodies }) {
  return bodies.map((body) => checks[operationId](body));
}

/** Microseconds for one payload. */
export function time({ operationId, bodies }, milliseconds) {
  const check = checks[operationId];
  const all = () => {
    for (const body of bodies) check(body);
  };
  return timeEach(all, milliseconds) / bodies.length;
}
