import { expect, test } from "vitest";
import { propertyExample, statedDefaults, valuesOf } from "./description.ts";

test.each<[string, object]>([
  ["TCP", {}],
  ["HTTP", {}],
  ["HTTPS", { ssl_protocols: "TLSv1.2", ssl_ciphers: "Default" }],
  ["constructor", {}],
])("the defaults that the description states for a listener of %s", (protocol, defaults) => {
  expect(statedDefaults("ListenerSettings", { protocol })).toEqual(defaults);
});

test("defaults that depend on two values", () => {
  const sticky = { session_sticky: true };
  const of = (chosen: object) => statedDefaults("ListenerSettings", { ...chosen }).sticky_session_type;
  expect(of({ protocol: "HTTP", ...sticky })).toBe("insert");
  expect(of({ protocol: "HTTP", session_sticky: false })).toBeUndefined();
  expect(of({ protocol: "TCP", ...sticky })).toBeUndefined();
});

test("values and examples", () => {
  expect(valuesOf("BackendProtocol")).toEqual(["HTTP", "TCP", "UDP"]);
  expect(propertyExample("JobReference", "uri")).toMatch(/^\/v1\/\w+\/jobs\/\w+$/);
});

test("what the description does not have is a fault of the build, and named", () => {
  expect(() => valuesOf("Nothing")).toThrow("The description has no model Nothing.");
  expect(() => propertyExample("JobReference", "toString")).toThrow("no example of toString in JobReference");
});
