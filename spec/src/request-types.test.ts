/** The generated types refuse calls that are certain to fail, and take every sample of the pages. Checked by tsc. */
import { expectTypeOf, test } from "vitest";
import type { components } from "../generated/types.ts";

type Schemas = components["schemas"];
type CreateLoadBalancer = Schemas["CreateLoadBalancerRequest"];
type CreateListener = Schemas["CreateListenerRequest"];

const external = { name: "lb", vpc_id: "v", type: "External", admin_state_up: true } as const;
const internal = { name: "lb", vpc_id: "v", type: "Internal", admin_state_up: 1 } as const;
const listener = {
  name: "l",
  loadbalancer_id: "b",
  port: 1,
  backend_port: 1,
  lb_algorithm: "roundrobin",
} as const;

test("a load balancer needs what its type needs", () => {
  ({ ...external, bandwidth: 1 }) satisfies CreateLoadBalancer;
  ({ ...external, vip_address: "a" }) satisfies CreateLoadBalancer;
  ({ ...external, vip_address: "a", bandwidth: 1, eip_type: "5_bgp" }) satisfies CreateLoadBalancer;
  ({ ...internal, vip_subnet_id: "s" }) satisfies CreateLoadBalancer;
  ({ ...internal, vip_address: "a", security_group_id: "g", tenantId: "t" }) satisfies CreateLoadBalancer;
  // @ts-expect-error a public one needs bandwidth or vip_address
  external satisfies CreateLoadBalancer;
  // @ts-expect-error a private one needs vip_subnet_id or vip_address
  ({ ...internal, bandwidth: 1 }) satisfies CreateLoadBalancer;
  // @ts-expect-error there is no such type
  ({ ...external, type: "Public", bandwidth: 1 }) satisfies CreateLoadBalancer;
  // @ts-expect-error the name is in camel case
  ({ ...internal, vip_subnet_id: "s", tenant_id: "t" }) satisfies CreateLoadBalancer;
});

test("a listener needs what its protocol needs", () => {
  ({ ...listener, protocol: "HTTP", backend_protocol: "HTTP", tcp_draining: true }) satisfies CreateListener;
  ({ ...listener, protocol: "TCP", backend_protocol: "TCP", tcp_timeout: 1 }) satisfies CreateListener;
  ({ ...listener, protocol: "UDP", backend_protocol: "UDP" }) satisfies CreateListener;
  ({
    ...listener,
    protocol: "HTTPS",
    backend_protocol: "HTTP",
    certificate_id: "c",
  }) satisfies CreateListener;
  // @ts-expect-error HTTPS needs a certificate
  ({ ...listener, protocol: "HTTPS", backend_protocol: "HTTP" }) satisfies CreateListener;
  // @ts-expect-error UDP needs servers that speak UDP
  ({ ...listener, protocol: "UDP", backend_protocol: "TCP" }) satisfies CreateListener;
  const random = { ...listener, protocol: "TCP", backend_protocol: "TCP", lb_algorithm: "random" } as const;
  // @ts-expect-error there is no such algorithm
  random satisfies CreateListener;
});

test("answers take values that are added later, and lists are arrays", () => {
  expectTypeOf<"DEGRADED">().toExtend<Schemas["LoadBalancer"]["status"]>();
  expectTypeOf<Schemas["MemberList"]>().toEqualTypeOf<Schemas["Member"][]>();
  expectTypeOf<Schemas["LoadBalancer"]["admin_state_up"]>().toEqualTypeOf<number>();
  expectTypeOf<NonNullable<Schemas["Listener"]["tcp_draining"]>>().toEqualTypeOf<boolean>();
});
