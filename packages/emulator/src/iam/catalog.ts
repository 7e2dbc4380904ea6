import { type Named, regionOf } from "./directory.ts";

interface Service {
  readonly name: string;
  readonly type: string;
  /** What follows the origin, with `$(tenant_id)s` for the project. */
  readonly path: string;
  /** Services of the whole account have an endpoint for all regions. */
  readonly global?: true;
}

/** How Keystone writes the project in the endpoints that are not of one. */
export const PROJECT_PLACE = "$(tenant_id)s";

/**
 * The emulator as public clients look for it. `compute` and `network` are there for them alone: several SDKs find the
 * classic load balancers by the endpoint of one of these, in which they change `/v2/` to `/v1.0/`, or to which they add
 * `v1.0`.
 */
const SERVICES: readonly Service[] = [
  { name: "elb", type: "elb", path: "/v1.0" },
  { name: "elbv1", type: "elbv1", path: `/v1.0/${PROJECT_PLACE}` },
  { name: "neutron", type: "network", path: "" },
  { name: "nova", type: "compute", path: `/v2/${PROJECT_PLACE}` },
  { name: "keystone", type: "identity", path: "/v3" },
  { name: "iam", type: "iam", path: "/v3.0", global: true },
];

/** The services of the emulator, for a project; without one, those of the whole account. */
export function catalogOf(origin: string, project: Named | undefined) {
  const services = SERVICES.filter(({ global }) => project !== undefined || global === true);
  return services.map((service) => {
    const regions = project === undefined ? [] : [regionOf(project)];
    const endpoints = endpointsOf(service, origin, regions);
    const url = (text: string) => text.replace(PROJECT_PLACE, project?.id ?? "");
    return {
      id: idOf(service),
      name: service.name,
      type: service.type,
      endpoints: endpoints.map((endpoint) => ({ ...endpoint, url: url(endpoint.url) })),
    };
  });
}

/** All services, as Keystone lists them. */
export function listServices(origin: string) {
  return SERVICES.map((service) => {
    const links = { self: `${origin}/v3/services/${idOf(service)}` };
    return { id: idOf(service), name: service.name, type: service.type, enabled: true, links };
  });
}

/** All endpoints in some regions, as Keystone lists them. */
export function listEndpoints(origin: string, regions: readonly string[]) {
  return SERVICES.flatMap((service) =>
    endpointsOf(service, origin, regions).map((endpoint) => {
      const links = { self: `${origin}/v3/endpoints/${endpoint.id}` };
      return { ...endpoint, service_id: idOf(service), enabled: true, links };
    }),
  );
}

function endpointsOf(service: Service, origin: string, regions: readonly string[]) {
  const places = service.global === true ? ["*"] : [...new Set(regions)];
  return places.map((region, index) => {
    const id = `${idOf(service).slice(0, -1)}${index + 1}`;
    return { id, interface: "public", region, region_id: region, url: `${origin}${service.path}` };
  });
}

/** Made up, and the same in every answer. */
function idOf(service: Service): string {
  return `${String(SERVICES.indexOf(service) + 1).padStart(8, "0")}${"0".repeat(24)}`;
}
