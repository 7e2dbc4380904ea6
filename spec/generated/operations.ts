// Generated from the description by `npm run build`. Do not edit.

import type { OperationRow } from "../src/operation-row.ts";
import type { components } from "./types.ts";

type Schemas = components["schemas"];

/** What a job has worked on once it has succeeded, by its type. */
export interface JobTypes {
  createELB: Required<Pick<NonNullable<Schemas["JobEntities"]>, "elb">>;
  updateELB: Required<Pick<NonNullable<Schemas["JobEntities"]>, "elb">>;
  deleteELB: Required<Pick<NonNullable<Schemas["JobEntities"]>, "elb_id">>;
  createMember: Required<Pick<NonNullable<Schemas["JobEntities"]>, "members">>;
  removeMember: Required<Pick<NonNullable<Schemas["JobEntities"]>, "listener_id" | "members">>;
}

/**
 * Parameters, payload and answer of each operation, the answer with the quirks of the service absorbed; and, as
 * `job`, what the job that it launches has worked on.
 */
export interface OperationTypes {
  /**
   * List load balancers.
   *
   * Lists the load balancers of the project.
   *
   * No filter is documented. The query parameters below were used by earlier clients; a filter that the service does not
   * know is refused with `ELB.1004`.
   *
   * Source: 查询负载均衡器列表
   */
  listLoadBalancers: {
    path: {
      /** Id of the project that the caller works in. It has to be the project of the token or of the access key. */
      project_id: string;
    };
    query: {
      /**
       * Id of the resource where the page starts. Missing or empty for the first page. Whether that resource is on the page
       * is not documented, so a reader drops what it has seen already.
       */
      marker?: string;
      /** Number of resources on a page. */
      limit?: number;
      /** Only load balancers with this id. Not documented, used by earlier clients. */
      id?: string;
      /** Only load balancers with this name. Not documented, used by earlier clients. */
      name?: string;
      /** Only load balancers with this status. Not documented, used by earlier clients. */
      status?: string;
      /** Only load balancers with this type, `External` or `Internal`. Not documented, used by earlier clients. */
      type?: string;
      /** Only load balancers with this description. Not documented, used by earlier clients. */
      description?: string;
      /** Only load balancers with this bandwidth in Mbit/s. Not documented, used by earlier clients. */
      bandwidth?: number;
      /** Only load balancers with this VPC id. Not documented, used by earlier clients. */
      vpc_id?: string;
      /** Only load balancers with this administrative state. Not documented, used by earlier clients. */
      admin_state_up?: number;
      /** Only load balancers with this subnet id. Not documented, used by earlier clients. */
      vip_subnet_id?: string;
      /** Only load balancers with this service address. Not documented, used by earlier clients. */
      vip_address?: string;
      /** Only load balancers with this security group id. Not documented, used by earlier clients. */
      security_group_id?: string;
    };
    body: never;
    result: Schemas["LoadBalancerList"];
    job: never;
  };
  /**
   * Create a load balancer.
   *
   * Launches a job that creates a public (`External`) or a private (`Internal`) load balancer.
   *
   * A public one needs `bandwidth` for a new elastic IP, or the `vip_address` of an elastic IP that exists already; with
   * `vip_address`, the fields `bandwidth`, `charge_mode` and `eip_type` have no effect. A private one needs the subnet
   * (`vip_subnet_id`) or a free private address (`vip_address`).
   *
   * Source: 创建负载均衡器
   */
  createLoadBalancer: {
    path: {
      /** Id of the project that the caller works in. It has to be the project of the token or of the access key. */
      project_id: string;
    };
    query: Record<never, never>;
    body: Schemas["CreateLoadBalancerRequest"];
    result: Schemas["JobReference"];
    job: JobTypes["createELB"];
  };
  /**
   * Get a load balancer.
   *
   * Returns one load balancer. For one that does not exist the service answers 400 with `ELB.1003`, not 404.
   *
   * Source: 查询负载均衡器详情
   */
  getLoadBalancer: {
    path: {
      /** Id of the project that the caller works in. It has to be the project of the token or of the access key. */
      project_id: string;
      /** Id of the load balancer. */
      loadbalancer_id: string;
    };
    query: Record<never, never>;
    body: never;
    result: Schemas["LoadBalancer"];
    job: never;
  };
  /**
   * Update a load balancer.
   *
   * Launches a job that changes the name, the description, the bandwidth or the administrative state. Nothing else can be changed.
   *
   * Source: 修改负载均衡器
   */
  updateLoadBalancer: {
    path: {
      /** Id of the project that the caller works in. It has to be the project of the token or of the access key. */
      project_id: string;
      /** Id of the load balancer. */
      loadbalancer_id: string;
    };
    query: Record<never, never>;
    body: Schemas["UpdateLoadBalancerRequest"];
    result: Schemas["JobReference"];
    job: JobTypes["updateELB"];
  };
  /**
   * Delete a load balancer and its elastic IP.
   *
   * Launches a job that deletes the load balancer. The elastic IP of a public one is released with it; use
   * `deleteLoadBalancerKeepEip` to keep the address.
   *
   * Remove the members of every listener of a public load balancer first, otherwise the service refuses with `ELB.1018`.
   *
   * Source: 删除负载均衡器
   */
  deleteLoadBalancer: {
    path: {
      /** Id of the project that the caller works in. It has to be the project of the token or of the access key. */
      project_id: string;
      /** Id of the load balancer. */
      loadbalancer_id: string;
    };
    query: Record<never, never>;
    body: never;
    result: Schemas["JobReference"];
    job: JobTypes["deleteELB"];
  };
  /**
   * Delete a public load balancer and keep its elastic IP.
   *
   * Launches a job that deletes a public (`External`) load balancer and leaves its elastic IP in the account. It cannot
   * delete a private one.
   *
   * Remove the members of every listener first.
   *
   * Source: 删除外网负载均衡器
   */
  deleteLoadBalancerKeepEip: {
    path: {
      /** Id of the project that the caller works in. It has to be the project of the token or of the access key. */
      project_id: string;
      /** Id of the load balancer. */
      loadbalancer_id: string;
    };
    query: Record<never, never>;
    body: never;
    result: Schemas["JobReference"];
    job: JobTypes["deleteELB"];
  };
  /**
   * List listeners.
   *
   * Lists the listeners of one load balancer, or of the project where `loadbalancer_id` is missing. The answer is a bare
   * array.
   *
   * Any property of a listener filters, except `update_time`, `create_time`, `admin_state_up`, `session_sticky` and
   * `member_number`.
   *
   * Source: 查询监听器列表
   */
  listListeners: {
    path: {
      /** Id of the project that the caller works in. It has to be the project of the token or of the access key. */
      project_id: string;
    };
    query: {
      /** Only listeners of this load balancer. */
      loadbalancer_id?: string;
      /** Only listeners with this id. */
      id?: string;
      /** Only listeners with this name. */
      name?: string;
      /** Only listeners with this description. */
      description?: string;
      /** Only listeners with this status. */
      status?: string;
      /** Only listeners with this protocol. */
      protocol?: string;
      /** Only listeners with this port. */
      port?: number;
      /** Only listeners with this protocol towards the members. */
      backend_protocol?: string;
      /** Only listeners with this port of the members. */
      backend_port?: number;
      /** Only listeners with this algorithm. */
      lb_algorithm?: string;
      /** Only listeners with this kind of cookie. */
      sticky_session_type?: string;
      /** Only listeners with this cookie lifetime in minutes. */
      cookie_timeout?: number;
      /** Only listeners with this TCP timeout in minutes. */
      tcp_timeout?: number;
      /** Only listeners with this UDP timeout in minutes. */
      udp_timeout?: number;
      /** Only listeners with this health check. */
      healthcheck_id?: string;
      /** Only listeners with this certificate. */
      certificate_id?: string;
      /** Only listeners with these TLS versions. */
      ssl_protocols?: string;
      /** Only listeners with this cipher suite. */
      ssl_ciphers?: string;
    };
    body: never;
    result: Schemas["ListenerList"];
    job: never;
  };
  /**
   * Create a listener.
   *
   * Creates a listener on a load balancer. It takes effect at once, without a job.
   *
   * The port has to be free on the load balancer (`ELB.6101`). A private load balancer cannot have a UDP listener. HTTPS
   * needs a certificate; UDP needs servers that speak UDP.
   *
   * Settings that do not apply to the protocol are accepted and ignored. The answer leaves out what was not set, where
   * `getListener` returns null. Left out for TCP, a timeout of one minute and no draining were observed.
   *
   * Source: 创建监听器
   */
  createListener: {
    path: {
      /** Id of the project that the caller works in. It has to be the project of the token or of the access key. */
      project_id: string;
    };
    query: Record<never, never>;
    body: Schemas["CreateListenerRequest"];
    result: Schemas["Listener"];
    job: never;
  };
  /**
   * Get a listener.
   *
   * Returns one listener.
   *
   * Source: 查询监听器详情
   */
  getListener: {
    path: {
      /** Id of the project that the caller works in. It has to be the project of the token or of the access key. */
      project_id: string;
      /** Id of the listener. */
      listener_id: string;
    };
    query: Record<never, never>;
    body: never;
    result: Schemas["Listener"];
    job: never;
  };
  /**
   * Update a listener.
   *
   * Changes a listener. It takes effect at once, without a job. Properties that are not sent stay as they are.
   *
   * The protocols, the load balancer and the persistence settings are fixed when the listener is created; a change of a
   * fixed property is refused with `ELB.6015`.
   *
   * Source: 修改监听器
   */
  updateListener: {
    path: {
      /** Id of the project that the caller works in. It has to be the project of the token or of the access key. */
      project_id: string;
      /** Id of the listener. */
      listener_id: string;
    };
    query: Record<never, never>;
    body: Schemas["UpdateListenerRequest"];
    result: Schemas["Listener"];
    job: never;
  };
  /**
   * Delete a listener.
   *
   * Deletes a listener. It takes effect at once, without a job.
   *
   * For a listener that does not exist the service answers 503 with `ELB.6002`. Do not take that for an outage.
   *
   * Source: 删除监听器
   */
  deleteListener: {
    path: {
      /** Id of the project that the caller works in. It has to be the project of the token or of the access key. */
      project_id: string;
      /** Id of the listener. */
      listener_id: string;
    };
    query: Record<never, never>;
    body: never;
    result: void;
    job: never;
  };
  /**
   * List the members of a listener.
   *
   * Lists the members of a listener, page by page where `limit` is given. The answer is a bare array.
   *
   * Any property of a member filters, except `listeners`, `server_name`, `update_time` and `create_time`. An administrator
   * of the cloud sees an empty list.
   *
   * Source: 查询后端云服务器列表
   */
  listMembers: {
    path: {
      /** Id of the project that the caller works in. It has to be the project of the token or of the access key. */
      project_id: string;
      /** Id of the listener. */
      listener_id: string;
    };
    query: {
      /**
       * Id of the resource where the page starts. Missing or empty for the first page. Whether that resource is on the page
       * is not documented, so a reader drops what it has seen already.
       */
      marker?: string;
      /** Number of resources on a page. */
      limit?: number;
      /** Only members with this member id. */
      id?: string;
      /** Only members with this server id. */
      server_id?: string;
      /** Only members with this private address. */
      server_address?: string;
      /** Only members with this floating address. */
      address?: string;
      /** Only members with this status. */
      status?: string;
      /** Only members with this health. */
      health_status?: string;
    };
    body: never;
    result: Schemas["MemberList"];
    job: never;
  };
  /**
   * Add members to a listener.
   *
   * Launches a job that puts cloud servers behind a listener. The body is an array, so that several servers can be added
   * by one call.
   *
   * The ids of the new members are in the `entities` of the finished job, and nowhere in this answer. That the job
   * succeeded does not mean that the servers are healthy; see `health_status` in `listMembers`.
   *
   * The servers behind a UDP listener have to answer ping and to run a UDP service.
   *
   * Source: 添加后端云服务器
   */
  addMembers: {
    path: {
      /** Id of the project that the caller works in. It has to be the project of the token or of the access key. */
      project_id: string;
      /** Id of the listener. */
      listener_id: string;
    };
    query: Record<never, never>;
    body: Schemas["AddMembersRequest"];
    result: Schemas["JobReference"];
    job: JobTypes["createMember"];
  };
  /**
   * Remove members from a listener.
   *
   * Launches a job that takes members out of a listener. Name them by their member id, as `listMembers` returns it; the id
   * of the server is something else.
   *
   * Source: 移除后端云服务器
   */
  removeMembers: {
    path: {
      /** Id of the project that the caller works in. It has to be the project of the token or of the access key. */
      project_id: string;
      /** Id of the listener. */
      listener_id: string;
    };
    query: Record<never, never>;
    body: Schemas["RemoveMembersRequest"];
    result: Schemas["JobReference"];
    job: JobTypes["removeMember"];
  };
  /**
   * Get a job.
   *
   * Returns the state of a job. Decide by `status` alone: `entities` can be complete while the job still runs, and empty
   * until it has succeeded.
   *
   * The `uri` of a launching call names this job under another API version. Use the `job_id` with this operation.
   *
   * Source: 查询job状态, 异步任务查询
   */
  getJob: {
    path: {
      /** Id of the project that the caller works in. It has to be the project of the token or of the access key. */
      project_id: string;
      /** Id of the job, as the launching call returned it. */
      job_id: string;
    };
    query: Record<never, never>;
    body: never;
    result: Schemas["Job"];
    job: never;
  };
  /**
   * Create a health check.
   *
   * Adds a health check to a listener. It takes effect at once, without a job.
   *
   * Only `listener_id` has to be given. What is left out is chosen by the service: TCP every 5 seconds, a timeout of 10
   * seconds and thresholds of 3 were observed. A private load balancer cannot have a UDP check.
   *
   * The answer leaves out what was not set, where `getHealthCheck` returns null. No call lists health checks: a listener
   * names its own in `healthcheck_id`.
   *
   * Source: 创建健康检查
   */
  createHealthCheck: {
    path: {
      /** Id of the project that the caller works in. It has to be the project of the token or of the access key. */
      project_id: string;
    };
    query: Record<never, never>;
    body: Schemas["CreateHealthCheckRequest"];
    result: Schemas["HealthCheck"];
    job: never;
  };
  /**
   * Get a health check.
   *
   * Returns one health check. For one that does not exist the service answers 400 with `ELB.7020` or `ELB.7014`, not 404.
   *
   * Source: 查询健康检查详情
   */
  getHealthCheck: {
    path: {
      /** Id of the project that the caller works in. It has to be the project of the token or of the access key. */
      project_id: string;
      /** Id of the health check. A listener names its check in `healthcheck_id`. */
      healthcheck_id: string;
    };
    query: Record<never, never>;
    body: never;
    result: Schemas["HealthCheck"];
    job: never;
  };
  /**
   * Update a health check.
   *
   * Changes a health check. It takes effect at once, without a job. Properties that are not sent stay as they are. The
   * listener is fixed when the check is created.
   *
   * Source: 修改健康检查
   */
  updateHealthCheck: {
    path: {
      /** Id of the project that the caller works in. It has to be the project of the token or of the access key. */
      project_id: string;
      /** Id of the health check. A listener names its check in `healthcheck_id`. */
      healthcheck_id: string;
    };
    query: Record<never, never>;
    body: Schemas["UpdateHealthCheckRequest"];
    result: Schemas["HealthCheck"];
    job: never;
  };
  /**
   * Delete a health check.
   *
   * Deletes a health check. It takes effect at once, without a job. For one that does not exist the service answers 400
   * with `ELB.7020`, not 404.
   *
   * Source: 删除健康检查
   */
  deleteHealthCheck: {
    path: {
      /** Id of the project that the caller works in. It has to be the project of the token or of the access key. */
      project_id: string;
      /** Id of the health check. A listener names its check in `healthcheck_id`. */
      healthcheck_id: string;
    };
    query: Record<never, never>;
    body: never;
    result: void;
    job: never;
  };
  /**
   * List certificates.
   *
   * Lists the certificates of the project, with their private keys in clear. Keep the answer out of logs.
   *
   * There is no filter and no call for a single certificate: look for its id in this list.
   *
   * Source: 查询证书列表
   */
  listCertificates: {
    path: {
      /** Id of the project that the caller works in. It has to be the project of the token or of the access key. */
      project_id: string;
    };
    query: Record<never, never>;
    body: never;
    result: Schemas["CertificateList"];
    job: never;
  };
  /**
   * Create a certificate.
   *
   * Stores a certificate and its private key, for HTTPS listeners. It takes effect at once, without a job.
   *
   * The answer repeats the private key in clear. Keep request and answer out of logs.
   *
   * Source: 创建证书
   */
  createCertificate: {
    path: {
      /** Id of the project that the caller works in. It has to be the project of the token or of the access key. */
      project_id: string;
    };
    query: Record<never, never>;
    body: Schemas["CreateCertificateRequest"];
    result: Schemas["Certificate"];
    job: never;
  };
  /**
   * Update a certificate.
   *
   * Changes the name or the description of a certificate. Nothing else can be changed: for new content, create another
   * certificate and name it in the listeners.
   *
   * The answer repeats the private key in clear. Keep it out of logs.
   *
   * Source: 修改证书
   */
  updateCertificate: {
    path: {
      /** Id of the project that the caller works in. It has to be the project of the token or of the access key. */
      project_id: string;
      /** Id of the certificate. */
      certificate_id: string;
    };
    query: Record<never, never>;
    body: Schemas["UpdateCertificateRequest"];
    result: Schemas["Certificate"];
    job: never;
  };
  /**
   * Delete a certificate.
   *
   * Deletes a certificate. It takes effect at once, without a job.
   *
   * Source: 删除证书
   */
  deleteCertificate: {
    path: {
      /** Id of the project that the caller works in. It has to be the project of the token or of the access key. */
      project_id: string;
      /** Id of the certificate. */
      certificate_id: string;
    };
    query: Record<never, never>;
    body: never;
    result: void;
    job: never;
  };
  /**
   * Get the quotas.
   *
   * Returns how many load balancers and listeners the project may have, and how many load balancers it has. What would
   * exceed a quota is refused with 403: `ELB.1091` for a load balancer, `ELB.6091` for a listener.
   *
   * Source: 查询配额
   */
  getQuotas: {
    path: {
      /** Id of the project that the caller works in. It has to be the project of the token or of the access key. */
      project_id: string;
    };
    query: Record<never, never>;
    body: never;
    result: Schemas["Quotas"];
    job: never;
  };
  /**
   * List the traffic of the load balancers.
   *
   * Lists what was last reported of the connections and the traffic of each load balancer of the project, layer 4 and
   * layer 7 alike. Only ordinary tenants can call it, not administrators of the cloud. The answer is a bare array.
   *
   * Cloud Eye keeps the same figures over time, in the namespace `SYS.ELB` with the dimension `lb_instance_id`, under the
   * names given with each property. There it also has the members that work (`ma_normal_servers`) and those that do not
   * (`m9_abnormal_servers`).
   *
   * Source: 查询负载均衡的监控指标, 弹性负载均衡监控指标说明
   */
  listMetrics: {
    path: {
      /** Id of the project that the caller works in. It has to be the project of the token or of the access key. */
      project_id: string;
    };
    query: Record<never, never>;
    body: never;
    result: Schemas["MetricList"];
    job: never;
  };
  /**
   * List the versions of the API.
   *
   * Lists the versions of the API that the endpoint offers. `v1.0` is the one for classic load balancers.
   *
   * Source: 查询API所有版本号, API版本选择建议
   */
  listApiVersions: {
    path: Record<never, never>;
    query: Record<never, never>;
    body: never;
    result: Schemas["ApiVersionList"];
    job: never;
  };
  /**
   * Get a version of the API.
   *
   * Returns one version of the API.
   *
   * Source: 查询API指定版本号, API版本选择建议
   */
  getApiVersion: {
    path: {
      /** Id of the version, as `listApiVersions` returns it. */
      api_version: string;
    };
    query: Record<never, never>;
    body: never;
    result: Schemas["SingleApiVersion"];
    job: never;
  };
}

/** Name of an operation. */
export type OperationId = keyof OperationTypes;

/** What a client needs to know of each operation at run time. */
export const operations: { readonly [Id in OperationId]: OperationRow } = {
  listLoadBalancers: {"method":"GET","path":"/v1.0/{project_id}/elbaas/loadbalancers","pathParameters":["project_id"],"queryParameters":["marker","limit","id","name","status","type","description","bandwidth","vpc_id","admin_state_up","vip_subnet_id","vip_address","security_group_id"],"body":false,"success":200,"statuses":[200,400,401,403,404,500,503],"repeat":"safe","read":[["loadbalancers","list"],["loadbalancers.*.admin_state_up","integer"]]},
  createLoadBalancer: {"method":"POST","path":"/v1.0/{project_id}/elbaas/loadbalancers","pathParameters":["project_id"],"queryParameters":[],"body":true,"success":200,"statuses":[200,400,401,403,404,500,503],"repeat":"never","job":"createELB"},
  getLoadBalancer: {"method":"GET","path":"/v1.0/{project_id}/elbaas/loadbalancers/{loadbalancer_id}","pathParameters":["project_id","loadbalancer_id"],"queryParameters":[],"body":false,"success":200,"statuses":[200,400,401,403,404,500,503],"repeat":"safe","read":[["admin_state_up","integer"]]},
  updateLoadBalancer: {"method":"PUT","path":"/v1.0/{project_id}/elbaas/loadbalancers/{loadbalancer_id}","pathParameters":["project_id","loadbalancer_id"],"queryParameters":[],"body":true,"success":200,"statuses":[200,400,401,403,404,500,503],"repeat":"never","job":"updateELB"},
  deleteLoadBalancer: {"method":"DELETE","path":"/v1.0/{project_id}/elbaas/loadbalancers/{loadbalancer_id}","pathParameters":["project_id","loadbalancer_id"],"queryParameters":[],"body":false,"success":200,"statuses":[200,400,401,403,404,500,503],"repeat":"never","job":"deleteELB"},
  deleteLoadBalancerKeepEip: {"method":"DELETE","path":"/v1.0/{project_id}/elbaas/loadbalancers/{loadbalancer_id}/keep-eip","pathParameters":["project_id","loadbalancer_id"],"queryParameters":[],"body":false,"success":200,"statuses":[200,400,401,403,404,500,503],"repeat":"never","job":"deleteELB"},
  listListeners: {"method":"GET","path":"/v1.0/{project_id}/elbaas/listeners","pathParameters":["project_id"],"queryParameters":["loadbalancer_id","id","name","description","status","protocol","port","backend_protocol","backend_port","lb_algorithm","sticky_session_type","cookie_timeout","tcp_timeout","udp_timeout","healthcheck_id","certificate_id","ssl_protocols","ssl_ciphers"],"body":false,"success":200,"statuses":[200,400,401,403,404,500,503],"repeat":"safe","read":[["","list"],["*.tcp_draining","boolean"]]},
  createListener: {"method":"POST","path":"/v1.0/{project_id}/elbaas/listeners","pathParameters":["project_id"],"queryParameters":[],"body":true,"success":200,"statuses":[200,400,401,403,404,500,503],"repeat":"never","read":[["tcp_draining","boolean"]]},
  getListener: {"method":"GET","path":"/v1.0/{project_id}/elbaas/listeners/{listener_id}","pathParameters":["project_id","listener_id"],"queryParameters":[],"body":false,"success":200,"statuses":[200,400,401,403,404,500,503],"repeat":"safe","read":[["tcp_draining","boolean"]]},
  updateListener: {"method":"PUT","path":"/v1.0/{project_id}/elbaas/listeners/{listener_id}","pathParameters":["project_id","listener_id"],"queryParameters":[],"body":true,"success":200,"statuses":[200,400,401,403,404,500,503],"repeat":"never","read":[["tcp_draining","boolean"]]},
  deleteListener: {"method":"DELETE","path":"/v1.0/{project_id}/elbaas/listeners/{listener_id}","pathParameters":["project_id","listener_id"],"queryParameters":[],"body":false,"success":204,"statuses":[204,400,401,403,404,500,503],"repeat":"never"},
  listMembers: {"method":"GET","path":"/v1.0/{project_id}/elbaas/listeners/{listener_id}/members","pathParameters":["project_id","listener_id"],"queryParameters":["marker","limit","id","server_id","server_address","address","status","health_status"],"body":false,"success":200,"statuses":[200,400,401,403,404,500,503],"repeat":"safe","paging":{"marker":"marker","limit":"limit","id":"id"},"read":[["","list"]]},
  addMembers: {"method":"POST","path":"/v1.0/{project_id}/elbaas/listeners/{listener_id}/members","pathParameters":["project_id","listener_id"],"queryParameters":[],"body":true,"success":200,"statuses":[200,400,401,403,404,500,503],"repeat":"never","job":"createMember"},
  removeMembers: {"method":"POST","path":"/v1.0/{project_id}/elbaas/listeners/{listener_id}/members/action","pathParameters":["project_id","listener_id"],"queryParameters":[],"body":true,"success":200,"statuses":[200,400,401,403,404,500,503],"repeat":"never","job":"removeMember"},
  getJob: {"method":"GET","path":"/v1.0/{project_id}/jobs/{job_id}","pathParameters":["project_id","job_id"],"queryParameters":[],"body":false,"success":200,"statuses":[200,400,401,403,404,405,406,407,408,409,500,501,502,503,504],"repeat":"safe","read":[["end_time","absent"],["sub_jobs","list"]]},
  createHealthCheck: {"method":"POST","path":"/v1.0/{project_id}/elbaas/healthcheck","pathParameters":["project_id"],"queryParameters":[],"body":true,"success":200,"statuses":[200,400,401,403,404,500,503],"repeat":"never","read":[["healthcheck_uri","absent"]]},
  getHealthCheck: {"method":"GET","path":"/v1.0/{project_id}/elbaas/healthcheck/{healthcheck_id}","pathParameters":["project_id","healthcheck_id"],"queryParameters":[],"body":false,"success":200,"statuses":[200,400,401,403,404,500,503],"repeat":"safe","read":[["healthcheck_uri","absent"]]},
  updateHealthCheck: {"method":"PUT","path":"/v1.0/{project_id}/elbaas/healthcheck/{healthcheck_id}","pathParameters":["project_id","healthcheck_id"],"queryParameters":[],"body":true,"success":200,"statuses":[200,400,401,403,404,500,503],"repeat":"never","read":[["healthcheck_uri","absent"]]},
  deleteHealthCheck: {"method":"DELETE","path":"/v1.0/{project_id}/elbaas/healthcheck/{healthcheck_id}","pathParameters":["project_id","healthcheck_id"],"queryParameters":[],"body":false,"success":204,"statuses":[204,400,401,403,404,500,503],"repeat":"never"},
  listCertificates: {"method":"GET","path":"/v1.0/{project_id}/elbaas/certificate","pathParameters":["project_id"],"queryParameters":[],"body":false,"success":200,"statuses":[200,400,401,403,404,500,503],"repeat":"safe","read":[["certificates","list"]],"secrets":["certificates.*.private_key"]},
  createCertificate: {"method":"POST","path":"/v1.0/{project_id}/elbaas/certificate","pathParameters":["project_id"],"queryParameters":[],"body":true,"success":200,"statuses":[200,201,400,401,403,404,500,503],"repeat":"never","secrets":["private_key"],"bodySecrets":["private_key"]},
  updateCertificate: {"method":"PUT","path":"/v1.0/{project_id}/elbaas/certificate/{certificate_id}","pathParameters":["project_id","certificate_id"],"queryParameters":[],"body":true,"success":200,"statuses":[200,400,401,403,404,500,503],"repeat":"never","secrets":["private_key"]},
  deleteCertificate: {"method":"DELETE","path":"/v1.0/{project_id}/elbaas/certificate/{certificate_id}","pathParameters":["project_id","certificate_id"],"queryParameters":[],"body":false,"success":204,"statuses":[204,400,401,403,404,500,503],"repeat":"never"},
  getQuotas: {"method":"GET","path":"/v1.0/{project_id}/elbaas/quotas","pathParameters":["project_id"],"queryParameters":[],"body":false,"success":200,"statuses":[200,400,401,403,404,500,503],"repeat":"safe","read":[["quotas.resources.*.used","absent"]]},
  listMetrics: {"method":"GET","path":"/v1.0/{project_id}/elbaas/monitor","pathParameters":["project_id"],"queryParameters":[],"body":false,"success":200,"statuses":[200,400,401,403,404,500,503],"repeat":"safe","read":[["","list"]]},
  listApiVersions: {"method":"GET","path":"/","pathParameters":[],"queryParameters":[],"body":false,"success":200,"statuses":[200,400,401,403,404,408,429,500,503],"repeat":"safe","read":[["versions.*.version","absent"],["versions.*.min_version","absent"]]},
  getApiVersion: {"method":"GET","path":"/{api_version}","pathParameters":["api_version"],"queryParameters":[],"body":false,"success":200,"statuses":[200,400,401,403,404,408,429,500,503],"repeat":"safe","read":[["version.version","absent"],["version.min_version","absent"]]},
};

/** URL of the public cloud, with the region in braces. */
export const server = "https://elb.{region}.myhuaweicloud.com";

export type { OperationRow, Protocol, ReadKind } from "../src/operation-row.ts";
// A module of its own, so that a bundler can tell who needs it.
export { protocol } from "./protocol.ts";
