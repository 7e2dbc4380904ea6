// Generated from the description by `npm run build`. Do not edit.

export interface paths {
    "/v1.0/{project_id}/elbaas/loadbalancers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List load balancers
         * @description Lists the load balancers of the project.
         *
         *     No filter is documented. The query parameters below were used by earlier clients; a filter that the service does not
         *     know is refused with `ELB.1004`.
         */
        get: operations["listLoadBalancers"];
        put?: never;
        /**
         * Create a load balancer
         * @description Launches a job that creates a public (`External`) or a private (`Internal`) load balancer.
         *
         *     A public one needs `bandwidth` for a new elastic IP, or the `vip_address` of an elastic IP that exists already; with
         *     `vip_address`, the fields `bandwidth`, `charge_mode` and `eip_type` have no effect. A private one needs the subnet
         *     (`vip_subnet_id`) or a free private address (`vip_address`).
         */
        post: operations["createLoadBalancer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/{project_id}/elbaas/loadbalancers/{loadbalancer_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a load balancer
         * @description Returns one load balancer. For one that does not exist the service answers 400 with `ELB.1003`, not 404.
         */
        get: operations["getLoadBalancer"];
        /**
         * Update a load balancer
         * @description Launches a job that changes the name, the description, the bandwidth or the administrative state. Nothing else can be changed.
         */
        put: operations["updateLoadBalancer"];
        post?: never;
        /**
         * Delete a load balancer and its elastic IP
         * @description Launches a job that deletes the load balancer. The elastic IP of a public one is released with it; use
         *     `deleteLoadBalancerKeepEip` to keep the address.
         *
         *     Remove the members of every listener of a public load balancer first, otherwise the service refuses with `ELB.1018`.
         */
        delete: operations["deleteLoadBalancer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/{project_id}/elbaas/loadbalancers/{loadbalancer_id}/keep-eip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a public load balancer and keep its elastic IP
         * @description Launches a job that deletes a public (`External`) load balancer and leaves its elastic IP in the account. It cannot
         *     delete a private one.
         *
         *     Remove the members of every listener first.
         */
        delete: operations["deleteLoadBalancerKeepEip"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/{project_id}/elbaas/listeners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List listeners
         * @description Lists the listeners of one load balancer, or of the project where `loadbalancer_id` is missing. The answer is a bare
         *     array.
         *
         *     Any property of a listener filters, except `update_time`, `create_time`, `admin_state_up`, `session_sticky` and
         *     `member_number`.
         */
        get: operations["listListeners"];
        put?: never;
        /**
         * Create a listener
         * @description Creates a listener on a load balancer. It takes effect at once, without a job.
         *
         *     The port has to be free on the load balancer (`ELB.6101`). A private load balancer cannot have a UDP listener. HTTPS
         *     needs a certificate; UDP needs servers that speak UDP.
         *
         *     Settings that do not apply to the protocol are accepted and ignored. The answer leaves out what was not set, where
         *     `getListener` returns null. Left out for TCP, a timeout of one minute and no draining were observed.
         */
        post: operations["createListener"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/{project_id}/elbaas/listeners/{listener_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a listener
         * @description Returns one listener.
         */
        get: operations["getListener"];
        /**
         * Update a listener
         * @description Changes a listener. It takes effect at once, without a job. Properties that are not sent stay as they are.
         *
         *     The protocols, the load balancer and the persistence settings are fixed when the listener is created; a change of a
         *     fixed property is refused with `ELB.6015`.
         */
        put: operations["updateListener"];
        post?: never;
        /**
         * Delete a listener
         * @description Deletes a listener. It takes effect at once, without a job.
         *
         *     For a listener that does not exist the service answers 503 with `ELB.6002`. Do not take that for an outage.
         */
        delete: operations["deleteListener"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/{project_id}/elbaas/listeners/{listener_id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the members of a listener
         * @description Lists the members of a listener, page by page where `limit` is given. The answer is a bare array.
         *
         *     Any property of a member filters, except `listeners`, `server_name`, `update_time` and `create_time`. An administrator
         *     of the cloud sees an empty list.
         */
        get: operations["listMembers"];
        put?: never;
        /**
         * Add members to a listener
         * @description Launches a job that puts cloud servers behind a listener. The body is an array, so that several servers can be added
         *     by one call.
         *
         *     The ids of the new members are in the `entities` of the finished job, and nowhere in this answer. That the job
         *     succeeded does not mean that the servers are healthy; see `health_status` in `listMembers`.
         *
         *     The servers behind a UDP listener have to answer ping and to run a UDP service.
         */
        post: operations["addMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/{project_id}/elbaas/listeners/{listener_id}/members/action": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove members from a listener
         * @description Launches a job that takes members out of a listener. Name them by their member id, as `listMembers` returns it; the id
         *     of the server is something else.
         */
        post: operations["removeMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/{project_id}/jobs/{job_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a job
         * @description Returns the state of a job. Decide by `status` alone: `entities` can be complete while the job still runs, and empty
         *     until it has succeeded.
         *
         *     The `uri` of a launching call names this job under another API version. Use the `job_id` with this operation.
         */
        get: operations["getJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/{project_id}/elbaas/healthcheck": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a health check
         * @description Adds a health check to a listener. It takes effect at once, without a job.
         *
         *     Only `listener_id` has to be given. What is left out is chosen by the service: TCP every 5 seconds, a timeout of 10
         *     seconds and thresholds of 3 were observed. A private load balancer cannot have a UDP check.
         *
         *     The answer leaves out what was not set, where `getHealthCheck` returns null. No call lists health checks: a listener
         *     names its own in `healthcheck_id`.
         */
        post: operations["createHealthCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/{project_id}/elbaas/healthcheck/{healthcheck_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a health check
         * @description Returns one health check. For one that does not exist the service answers 400 with `ELB.7020` or `ELB.7014`, not 404.
         */
        get: operations["getHealthCheck"];
        /**
         * Update a health check
         * @description Changes a health check. It takes effect at once, without a job. Properties that are not sent stay as they are. The
         *     listener is fixed when the check is created.
         */
        put: operations["updateHealthCheck"];
        post?: never;
        /**
         * Delete a health check
         * @description Deletes a health check. It takes effect at once, without a job. For one that does not exist the service answers 400
         *     with `ELB.7020`, not 404.
         */
        delete: operations["deleteHealthCheck"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/{project_id}/elbaas/certificate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List certificates
         * @description Lists the certificates of the project, with their private keys in clear. Keep the answer out of logs.
         *
         *     There is no filter and no call for a single certificate: look for its id in this list.
         */
        get: operations["listCertificates"];
        put?: never;
        /**
         * Create a certificate
         * @description Stores a certificate and its private key, for HTTPS listeners. It takes effect at once, without a job.
         *
         *     The answer repeats the private key in clear. Keep request and answer out of logs.
         */
        post: operations["createCertificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/{project_id}/elbaas/certificate/{certificate_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Update a certificate
         * @description Changes the name or the description of a certificate. Nothing else can be changed: for new content, create another
         *     certificate and name it in the listeners.
         *
         *     The answer repeats the private key in clear. Keep it out of logs.
         */
        put: operations["updateCertificate"];
        post?: never;
        /**
         * Delete a certificate
         * @description Deletes a certificate. It takes effect at once, without a job.
         */
        delete: operations["deleteCertificate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/{project_id}/elbaas/quotas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the quotas
         * @description Returns how many load balancers and listeners the project may have, and how many load balancers it has. What would
         *     exceed a quota is refused with 403: `ELB.1091` for a load balancer, `ELB.6091` for a listener.
         */
        get: operations["getQuotas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/{project_id}/elbaas/monitor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the traffic of the load balancers
         * @description Lists what was last reported of the connections and the traffic of each load balancer of the project, layer 4 and
         *     layer 7 alike. Only ordinary tenants can call it, not administrators of the cloud. The answer is a bare array.
         *
         *     Cloud Eye keeps the same figures over time, in the namespace `SYS.ELB` with the dimension `lb_instance_id`, under the
         *     names given with each property. There it also has the members that work (`ma_normal_servers`) and those that do not
         *     (`m9_abnormal_servers`).
         */
        get: operations["listMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the versions of the API
         * @description Lists the versions of the API that the endpoint offers. `v1.0` is the one for classic load balancers.
         */
        get: operations["listApiVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{api_version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a version of the API
         * @description Returns one version of the API.
         */
        get: operations["getApiVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Error of the service
         * @description The shape that the load balance service uses.
         */
        ServiceError: {
            /** @description The error. */
            error: {
                /**
                 * @description Error code, for example `ELB.6101`. Not unique, one code can stand for several faults.
                 * @example ELB.6101
                 */
                code: string;
                /**
                 * @description Text for people. It differs between editions of the service.
                 * @example Listener port is repeated.
                 */
                message: string;
            };
        };
        /**
         * Error of the gateway
         * @description The shape of the gateway in front of the service, also used by newer services.
         */
        GatewayError: {
            /**
             * @description Error code, for example `APIGW.0301`. The prefix varies between gateways (`APIGW`, `APIG`, `APIC`), the number does not.
             * @example APIGW.0301
             */
            error_code: string;
            /**
             * @description Text for people. It can echo the access key id and the request as the gateway saw it, so keep it out of logs.
             * @example Incorrect IAM authentication information
             */
            error_msg: string;
            /**
             * @description Id of the request, the same as in the header `X-Request-Id`.
             * @example 8f1cf3a9ec6c4b8c9e6d8b5fbb2a3c11
             */
            request_id?: string;
        };
        /**
         * Error of the job service
         * @description A flat shape, documented for job queries.
         */
        FlatError: {
            /**
             * @description Error code.
             * @example ELB.0002
             */
            code: string;
            /**
             * @description Text for people.
             * @example Api request is null.
             */
            message: string;
        };
        /**
         * Error
         * @description What went wrong. The service, the gateway and the job service each use a shape of their own, so a reader has to
         *     accept all three. Decide by the code: messages change, and the HTTP status is unreliable (a listener that does not
         *     exist answers 503 when it is deleted).
         */
        AnyError: components["schemas"]["ServiceError"] | components["schemas"]["GatewayError"] | components["schemas"]["FlatError"];
        /**
         * Timestamp
         * @description Date and time as `YYYY-MM-DD HH:MM:SS`, without a zone. Not the ISO format that jobs use.
         * @example 2015-09-14 02:34:32
         */
        Timestamp: string;
        /** Load balancer */
        LoadBalancer: {
            /**
             * @description Id of the load balancer, 32 hexadecimal digits.
             * @example 0b07acf06d243925bc24a0ac7445267a
             */
            id: string;
            /**
             * @description Name.
             * @example MY_ELB
             */
            name: string;
            /** @description Description. Null or an empty string where there is none. */
            description?: string | null;
            /** @description `External` for a public, `Internal` for a private load balancer. */
            type: "External" | "Internal" | (string & {});
            /** @description State of the load balancer. */
            status: "ACTIVE" | "PENDING_CREATE" | "ERROR" | (string & {});
            /**
             * @description Administrative state: `1` working, `0` stopped, `2` frozen by the operator.
             * @example 1
             */
            admin_state_up: number | boolean;
            /**
             * @description Bandwidth in Mbit/s. Null for a private load balancer.
             * @example 1
             */
            bandwidth?: number | null;
            /**
             * @description Id of the VPC.
             * @example f54a3ffd-7a55-4568-9e3d-f0ff2d46a107
             */
            vpc_id: string;
            /**
             * @description Address that takes the traffic.
             * @example 192.144.62.114
             */
            vip_address: string;
            /** @description Subnet of a private load balancer, null for a public one. */
            vip_subnet_id?: string | null;
            /** @description Security group of a private load balancer, null for a public one. */
            security_group_id?: string | null;
            /** @description When it was created, as `YYYY-MM-DD HH:MM:SS` without a zone. */
            create_time: components["schemas"]["Timestamp"];
            /** @description When it was last changed, as `YYYY-MM-DD HH:MM:SS` without a zone. */
            update_time: components["schemas"]["Timestamp"];
        };
        /** List of load balancers */
        LoadBalancerList: {
            /** @description The load balancers. Where there is none, the service sends an empty object in place of the array. */
            loadbalancers: components["schemas"]["LoadBalancer"][] | Record<string, never>;
            /**
             * @description Number of load balancers, as text.
             * @example 1
             */
            instance_num: string;
        };
        /**
         * Name
         * @description 1 to 64 characters, Chinese characters, letters, digits, `_` and `-`. Names need not be unique.
         */
        ResourceName: string;
        /**
         * Description
         * @description Up to 128 characters without `<` and `>`.
         */
        ResourceDescription: string;
        /**
         * Administrative state to set
         * @description Whether the load balancer works: `1` or `true` yes, `0` or `false` stopped. `2` freezes it; only administrators of
         *     the cloud may send that.
         */
        AdminStateUpSetting: (0 | 1 | 2) | boolean;
        /**
         * Service address
         * @description Address that takes the traffic: an elastic IP that exists for a public load balancer, a private address for a private
         *     one. It cannot be changed later.
         * @example 192.144.164.74
         */
        VipAddress: string;
        /** Settings of a new load balancer */
        LoadBalancerSettings: {
            name: components["schemas"]["ResourceName"];
            description?: components["schemas"]["ResourceDescription"];
            /**
             * @description Id of the VPC of the load balancer. It cannot be changed later.
             * @example f54a3ffd-7a55-4568-9e3d-f0ff2d46a107
             */
            vpc_id: string;
            admin_state_up: components["schemas"]["AdminStateUpSetting"];
            /** @description Bandwidth of a new elastic IP in Mbit/s. Ignored for a private load balancer and with `vip_address`. */
            bandwidth?: number;
            vip_address?: components["schemas"]["VipAddress"];
            /** @description Id of the IPv4 subnet of a private load balancer. Ignored for a public one. */
            vip_subnet_id?: string;
            /**
             * @description How the bandwidth of a new elastic IP is charged, by `bandwidth` or by `traffic`. Any other value counts as
             *     `bandwidth`. It has no effect with `vip_address`.
             * @default bandwidth
             * @example bandwidth
             * @example traffic
             */
            charge_mode?: string;
            /**
             * @description Kind of the new elastic IP: `5_telcom`, `5_union`, `5_bgp` or `5_sbgp`, depending on the region. It has no effect
             *     with `vip_address`.
             * @default 5_bgp
             * @example 5_bgp
             * @example 5_sbgp
             * @example 5_telcom
             * @example 5_union
             */
            eip_type?: string;
            /** @description Availability zone of a private load balancer. It has to support private load balancers. Ignored for a public one. */
            az?: string;
            /**
             * @description Security group of a private load balancer, documented as required there. Ignored for a public one. 1 to 200
             *     letters, digits and `-`. It cannot be changed later.
             * @example 9e25a4f0-8d0a-4cc9-a1d5-0d9a5a0e2c11
             */
            security_group_id?: string;
            /**
             * @description Project id of the caller, spelt in camel case unlike everything else. Documented as required for a private load
             *     balancer, yet such load balancers were created without it.
             * @example 73cd9140bec7427ab9952b4ed75924e0
             */
            tenantId?: string;
        };
        /**
         * Bandwidth
         * @description Bandwidth of the elastic IP in Mbit/s, up to 2000 by default; the region decides. Only for a public load balancer.
         * @example 200
         */
        Bandwidth: number;
        /**
         * Address of a public load balancer
         * @description A new elastic IP with `bandwidth`, or an elastic IP that exists as `vip_address`.
         */
        PublicAddress: {
            bandwidth: components["schemas"]["Bandwidth"];
        } | {
            vip_address: components["schemas"]["VipAddress"];
        };
        /**
         * Public load balancer
         * @description Needs `bandwidth` for a new elastic IP, or `vip_address` for one that exists.
         */
        CreateExternalLoadBalancer: {
            /**
             * @description A public load balancer, reached through an elastic IP. It cannot be changed later.
             * @constant
             */
            type: "External";
        } & (components["schemas"]["LoadBalancerSettings"] & components["schemas"]["PublicAddress"]);
        /**
         * Subnet
         * @description Id of the IPv4 subnet of a private load balancer. Ignored for a public one. It cannot be changed later.
         * @example 5328f1e6-ce29-44f1-9493-b128a5653350
         */
        VipSubnetId: string;
        /**
         * Address of a private load balancer
         * @description An address out of the subnet `vip_subnet_id`, or a free one given as `vip_address`.
         */
        PrivateAddress: {
            vip_subnet_id: components["schemas"]["VipSubnetId"];
        } | {
            vip_address: components["schemas"]["VipAddress"];
        };
        /**
         * Private load balancer
         * @description Needs `vip_subnet_id` or `vip_address`.
         */
        CreateInternalLoadBalancer: {
            /**
             * @description A private load balancer, reached inside the VPC. It cannot be changed later.
             * @constant
             */
            type: "Internal";
        } & (components["schemas"]["LoadBalancerSettings"] & components["schemas"]["PrivateAddress"]);
        /**
         * Load balancer to create
         * @description The fields that are needed depend on `type`.
         */
        CreateLoadBalancerRequest: components["schemas"]["CreateExternalLoadBalancer"] | components["schemas"]["CreateInternalLoadBalancer"];
        /**
         * Job reference
         * @description Says that a job was launched. The change has not happened yet.
         */
        JobReference: {
            /**
             * @description Where the service says that the job can be read. It names another API version than `getJob` does, so build the path from `job_id` instead.
             * @example /v1/73cd9140bec7427ab9952b4ed75924e0/jobs/4010b39b4fbb4645014fcfc8f2d178d1
             */
            uri: string;
            /**
             * @description Id of the job, to be followed with `getJob`.
             * @example 4010b39b4fbb4645014fcfc8f2d178d1
             */
            job_id: string;
        };
        /**
         * Changes of a load balancer
         * @description Properties that are not sent stay as they are.
         */
        UpdateLoadBalancerRequest: {
            name?: components["schemas"]["ResourceName"];
            description?: components["schemas"]["ResourceDescription"];
            bandwidth?: components["schemas"]["Bandwidth"];
            admin_state_up?: components["schemas"]["AdminStateUpSetting"];
        };
        /**
         * Listener
         * @description Settings that do not apply to the protocol are null, and missing in the answer of `createListener`.
         */
        Listener: {
            /**
             * @description Id of the listener, 32 hexadecimal digits.
             * @example 248425d7b97dc26920eb23720115e068
             */
            id: string;
            /**
             * @description Name.
             * @example listener1
             */
            name: string;
            /** @description Description. Null or an empty string where there is none. */
            description?: string | null;
            /**
             * @description Load balancer that the listener belongs to.
             * @example 0b07acf06d243925bc24a0ac7445267a
             */
            loadbalancer_id: string;
            /** @description State of the listener. */
            status: "ACTIVE" | "PENDING_CREATE" | "ERROR" | (string & {});
            /**
             * @description Documented as the administrative state of the load balancer. Working listeners report `false`, so decide nothing
             *     by it.
             */
            admin_state_up?: boolean;
            /** @description Protocol of the traffic. */
            protocol: "HTTP" | "HTTPS" | "TCP" | "UDP" | "SSL" | (string & {});
            /**
             * @description Port that takes the traffic.
             * @example 88
             */
            port: number;
            /** @description Protocol towards the members. */
            backend_protocol: "HTTP" | "TCP" | "UDP" | (string & {});
            /**
             * @description Port of the members.
             * @example 80
             */
            backend_port: number;
            /** @description How requests are distributed. */
            lb_algorithm: "roundrobin" | "leastconn" | "source" | (string & {});
            /** @description Whether requests of one client stay with one member. */
            session_sticky?: boolean;
            /** @description How the cookie comes about. Without meaning for TCP and UDP, even where it is not null. */
            sticky_session_type?: "insert" | (string & {}) | null;
            /**
             * @description Lifetime of the cookie in minutes. Without meaning for TCP and UDP, even where it is not null.
             * @example 100
             */
            cookie_timeout?: number | null;
            /**
             * @description How long an idle TCP session lasts, in minutes.
             * @example 1
             */
            tcp_timeout?: number | null;
            /** @description Whether connections to a removed member go on for a while. */
            tcp_draining?: boolean | (0 | 1);
            /**
             * @description How long connections to a removed member go on, in minutes.
             * @example 5
             */
            tcp_draining_timeout?: number | null;
            /** @description How long an idle UDP session lasts, in minutes. */
            udp_timeout?: number | null;
            /** @description Certificate that the listener shows by default, null unless it is HTTPS. */
            certificate_id?: string | null;
            /** @description Ids of further certificates (SNI). Not in the current documents. */
            certificates?: string[];
            /**
             * @description TLS versions that are offered, null unless it is HTTPS. HTTPS listeners older than edition 1.2.8 of the service
             *     report `TLSv1.2`.
             */
            ssl_protocols?: string | null;
            /** @description Cipher suites that are offered, null unless it is HTTPS. */
            ssl_ciphers?: string | null;
            /** @description Health check of the listener, null where it has none. */
            healthcheck_id?: string | null;
            /**
             * @description Number of members. Missing in the answers of `createListener` and `updateListener`.
             * @example 0
             */
            member_number?: number;
            /** @description When it was created, as `YYYY-MM-DD HH:MM:SS` without a zone. */
            create_time: components["schemas"]["Timestamp"];
            /** @description When it was last changed, as `YYYY-MM-DD HH:MM:SS` without a zone. */
            update_time: components["schemas"]["Timestamp"];
        };
        /**
         * List of listeners
         * @description The listeners. An empty object in place of an empty array is accepted, as the service does that for other lists.
         */
        ListenerList: components["schemas"]["Listener"][] | Record<string, never>;
        /**
         * Port
         * @description Port that takes the traffic, 1 to 65535. No two listeners of a load balancer share a port.
         * @example 88
         */
        ListenerPort: number;
        /**
         * Port of the members
         * @description Port of the members that the traffic goes to, 1 to 65535.
         * @example 80
         */
        BackendPort: number;
        /**
         * Algorithm
         * @description How requests are distributed: in turn, to the member with the fewest connections, or by the address of the client.
         * @enum {string}
         */
        LbAlgorithm: "roundrobin" | "leastconn" | "source";
        /**
         * TCP timeout
         * @description How long an idle TCP session lasts, in minutes, 1 to 1440. Only for TCP.
         */
        TcpTimeout: number;
        /**
         * TCP draining
         * @description Whether TCP connections to a member go on for a while after the member was removed. Only for TCP.
         */
        TcpDraining: boolean;
        /**
         * TCP draining timeout
         * @description How long connections to a removed member go on, in minutes, 0 to 60. Only for TCP with `tcp_draining`.
         */
        TcpDrainingTimeout: number;
        /**
         * UDP timeout
         * @description How long an idle UDP session lasts, in minutes, 1 to 1440. Only for UDP.
         */
        UdpTimeout: number;
        /**
         * Default certificate
         * @description Certificate that the listener shows by default. HTTPS needs it.
         * @example 23ef9aad4ecb463580476d324a6c71af
         */
        DefaultCertificate: string;
        /**
         * Further certificates
         * @description Ids of further certificates, chosen by the name that the client asks for (SNI). Not in the current documents.
         */
        SniCertificates: string[];
        /**
         * TLS versions
         * @description TLS versions that are offered, as one text with spaces between them. Only for HTTPS.
         * @default TLSv1.2
         * @enum {string}
         */
        SslProtocols: "TLSv1.2" | "TLSv1.2 TLSv1.1 TLSv1";
        /**
         * Cipher suites
         * @description Cipher suites that are offered. Only for HTTPS.
         *
         *     - `Default`: ECDHE-RSA with AES, GCM and SHA-2 in CBC mode.
         *     - `Extended`: many older suites too, RC4 and 3DES among them. The only choice with `TLSv1.2 TLSv1.1 TLSv1`.
         *     - `Strict`: ECDHE-RSA with AES-GCM only.
         * @default Default
         * @enum {string}
         */
        SslCiphers: "Default" | "Extended" | "Strict";
        /**
         * Administrative state of a listener
         * @description Administrative state. The tables of the documents do not have it for requests; earlier clients send it.
         */
        ListenerAdminStateUp: boolean;
        /** Settings of a new listener */
        ListenerSettings: {
            name: components["schemas"]["ResourceName"];
            description?: components["schemas"]["ResourceDescription"];
            /**
             * @description Load balancer that the listener belongs to. It cannot be changed later.
             * @example 0b07acf06d243925bc24a0ac7445267a
             */
            loadbalancer_id: string;
            port: components["schemas"]["ListenerPort"];
            backend_port: components["schemas"]["BackendPort"];
            lb_algorithm: components["schemas"]["LbAlgorithm"];
            /**
             * @description Whether requests of one client stay with one member. For HTTP, HTTPS and TCP it has to be `false` unless
             *     `lb_algorithm` is `roundrobin`. It cannot be changed later.
             */
            session_sticky?: boolean;
            /**
             * @description How the cookie for persistence comes about. `insert`: the load balancer inserts it. Documented for HTTP with
             *     `session_sticky`; earlier services needed it spelt out for HTTP and HTTPS. Leave it out for TCP and UDP, or send
             *     it empty. It cannot be changed later.
             * @enum {string|null}
             */
            sticky_session_type?: "insert" | "" | null;
            /**
             * @description Lifetime of the cookie in minutes, 1 to 1440. Documented for HTTP with `session_sticky` and `insert`, sent for
             *     HTTPS too. It cannot be changed later.
             */
            cookie_timeout?: number;
            tcp_timeout?: components["schemas"]["TcpTimeout"];
            tcp_draining?: components["schemas"]["TcpDraining"];
            tcp_draining_timeout?: components["schemas"]["TcpDrainingTimeout"];
            udp_timeout?: components["schemas"]["UdpTimeout"];
            certificate_id?: components["schemas"]["DefaultCertificate"];
            certificates?: components["schemas"]["SniCertificates"];
            ssl_protocols?: components["schemas"]["SslProtocols"];
            ssl_ciphers?: components["schemas"]["SslCiphers"];
            admin_state_up?: components["schemas"]["ListenerAdminStateUp"];
        };
        /**
         * Protocol of the members
         * @description Protocol towards the members. It cannot be changed later.
         * @enum {string}
         */
        BackendProtocol: "HTTP" | "TCP" | "UDP";
        /** HTTP listener */
        CreateHttpListener: {
            /**
             * @description Takes HTTP traffic. It cannot be changed later.
             * @constant
             */
            protocol: "HTTP";
            backend_protocol: components["schemas"]["BackendProtocol"];
        } & components["schemas"]["ListenerSettings"];
        /** HTTPS listener */
        CreateHttpsListener: {
            /**
             * @description Takes HTTPS traffic. It cannot be changed later.
             * @constant
             */
            protocol: "HTTPS";
            backend_protocol: components["schemas"]["BackendProtocol"];
            certificate_id: components["schemas"]["DefaultCertificate"];
        } & WithRequired<components["schemas"]["ListenerSettings"], "certificate_id">;
        /** TCP listener */
        CreateTcpListener: {
            /**
             * @description Takes TCP traffic. It cannot be changed later.
             * @constant
             */
            protocol: "TCP";
            backend_protocol: components["schemas"]["BackendProtocol"];
        } & components["schemas"]["ListenerSettings"];
        /**
         * UDP listener
         * @description A private load balancer cannot have one.
         */
        CreateUdpListener: {
            /**
             * @description Takes UDP traffic. It cannot be changed later.
             * @constant
             */
            protocol: "UDP";
            /**
             * @description Protocol towards the members, always UDP here.
             * @constant
             */
            backend_protocol: "UDP";
        } & components["schemas"]["ListenerSettings"];
        /**
         * SSL listener
         * @deprecated
         */
        CreateSslListener: {
            /**
             * @description Takes TLS traffic and passes TCP on. Known from earlier editions only, use HTTPS or TCP. It cannot be changed later.
             * @constant
             */
            protocol: "SSL";
            backend_protocol: components["schemas"]["BackendProtocol"];
            certificate_id: components["schemas"]["DefaultCertificate"];
        } & WithRequired<components["schemas"]["ListenerSettings"], "certificate_id">;
        /**
         * Listener to create
         * @description The fields that are needed depend on `protocol`.
         */
        CreateListenerRequest: components["schemas"]["CreateHttpListener"] | components["schemas"]["CreateHttpsListener"] | components["schemas"]["CreateTcpListener"] | components["schemas"]["CreateUdpListener"] | components["schemas"]["CreateSslListener"];
        /**
         * Changes of a listener
         * @description Properties that are not sent stay as they are.
         */
        UpdateListenerRequest: {
            name?: components["schemas"]["ResourceName"];
            description?: components["schemas"]["ResourceDescription"];
            port?: components["schemas"]["ListenerPort"];
            backend_port?: components["schemas"]["BackendPort"];
            lb_algorithm?: components["schemas"]["LbAlgorithm"];
            tcp_timeout?: components["schemas"]["TcpTimeout"];
            tcp_draining?: components["schemas"]["TcpDraining"];
            tcp_draining_timeout?: components["schemas"]["TcpDrainingTimeout"];
            udp_timeout?: components["schemas"]["UdpTimeout"];
            certificate_id?: components["schemas"]["DefaultCertificate"];
            certificates?: components["schemas"]["SniCertificates"];
            ssl_protocols?: components["schemas"]["SslProtocols"];
            ssl_ciphers?: components["schemas"]["SslCiphers"];
            admin_state_up?: components["schemas"]["ListenerAdminStateUp"];
        };
        /** Listener of a member */
        ListenerReference: {
            /**
             * @description Id of the listener.
             * @example 65093734fb966b3d70f6af26cc63e125
             */
            id: string;
        };
        /** Member */
        Member: {
            /**
             * @description Id of the member, 32 hexadecimal digits. Not the id of the server.
             * @example 4ac8777333bc20777147ab160ea61baf
             */
            id: string;
            /**
             * @description Id of the cloud server.
             * @example 97444148-7afb-47cc-b4a3-6e1c94d1ade4
             */
            server_id: string;
            /** @description Name of the server. Null in all known answers. */
            server_name?: string | null;
            /**
             * @description Private address of the server.
             * @example 172.16.0.16
             */
            server_address: string;
            /**
             * @description Floating address that the load balancer uses for the server. Do not send it back as `address` of `addMembers`.
             * @example 100.64.27.96
             */
            address: string;
            /** @description State of the member. */
            status: "ACTIVE" | "PENDING" | "ERROR" | (string & {});
            /** @description Result of the health check: `NORMAL` works, `ABNORMAL` does not, `UNAVAILABLE` is not known (yet). */
            health_status: "NORMAL" | "ABNORMAL" | "UNAVAILABLE" | (string & {});
            /** @description The listeners that the server stands behind. */
            listeners: components["schemas"]["ListenerReference"][];
            /** @description When it was created, as `YYYY-MM-DD HH:MM:SS` without a zone. */
            create_time: components["schemas"]["Timestamp"];
            /** @description When it was last changed, as `YYYY-MM-DD HH:MM:SS` without a zone. */
            update_time: components["schemas"]["Timestamp"];
        };
        /**
         * List of members
         * @description The members. Where there is none, the service sends an empty object in place of the array.
         */
        MemberList: components["schemas"]["Member"][] | Record<string, never>;
        /** Member to add */
        MemberToAdd: {
            /**
             * @description Id of the cloud server.
             * @example dbecb618-2259-405f-ab17-9b68c4f541b0
             */
            server_id: string;
            /**
             * @description Private address of the server. `listMembers` returns it as `server_address`; what is called `address` there is
             *     another one.
             * @example 172.16.0.31
             */
            address: string;
        };
        /**
         * Members to add
         * @description The servers to put behind the listener. The array is the whole body, without a wrapper.
         */
        AddMembersRequest: components["schemas"]["MemberToAdd"][];
        /** Member to remove */
        MemberReference: {
            /**
             * @description Id of the member as `listMembers` returns it, not that of the server.
             * @example 34695d664b182fa69b98228032b0e239
             */
            id: string;
        };
        /** Members to remove */
        RemoveMembersRequest: {
            /** @description The members to remove. */
            removeMember: components["schemas"]["MemberReference"][];
        };
        /**
         * Load balancer of a job
         * @description For `createELB` and `updateELB`.
         */
        JobLoadBalancer: {
            /**
             * @description Id of the load balancer.
             * @example ef265755daf84333baf4ddc1d91cbc2f
             */
            id: string;
            /** @description Name. */
            name?: string;
            /** @description Description. */
            description?: string | null;
            /** @description `External` for a public, `Internal` for a private load balancer. */
            type?: "External" | "Internal" | (string & {});
            /** @description State of the load balancer. */
            status?: "ACTIVE" | "PENDING_CREATE" | "ERROR" | (string & {});
            /** @description Bandwidth in Mbit/s. */
            bandwidth?: number | null;
            /** @description Address that takes the traffic. */
            vip_address?: string | null;
            /** @description Project of the load balancer. */
            tenant_id?: string;
            /** @description Administrative state. A boolean here, a number in `getLoadBalancer`. */
            admin_state_up?: boolean;
            /** @description Id of the VPC. */
            vpc_id?: string;
        };
        /** Member of a job */
        JobMember: {
            /**
             * @description Id of the member.
             * @example 7ef7f0ebc3964d8f9edf556a1bb943d3
             */
            id: string;
            /** @description Id of the cloud server. */
            server_id?: string;
            /** @description Floating address that the load balancer uses for the server. */
            address?: string;
            /** @description Listener that the member stands behind. */
            listener_id?: string;
            /** @description State of the member. */
            status?: "ACTIVE" | "PENDING" | "ERROR" | (string & {});
        };
        /**
         * What the job works on
         * @description Depends on `job_type`, and can be empty or null until the job has succeeded.
         */
        JobEntities: {
            elb?: components["schemas"]["JobLoadBalancer"];
            /**
             * @description Load balancer that is deleted, for `deleteELB`.
             * @example ea3e5715b68850a747ec41f335625c08
             */
            elb_id?: string;
            /** @description Listener that loses members, for `removeMember`. */
            listener_id?: string;
            /** @description Members that are added or removed, for `createMember` and `removeMember`. */
            members?: components["schemas"]["JobMember"][];
        } | null;
        /** Job */
        Job: {
            /**
             * @description Id of the job.
             * @example ff8080825ecc523f015ecd0a98f82f77
             */
            job_id: string;
            /** @description What the job does. */
            job_type?: "createELB" | "updateELB" | "deleteELB" | "createMember" | "removeMember" | (string & {});
            /** @description State of the job. `INIT`: not started. `RUNNING`: at work. `SUCCESS` and `FAIL` are final. */
            status: "INIT" | "RUNNING" | "SUCCESS" | "FAIL" | (string & {});
            entities?: components["schemas"]["JobEntities"];
            /**
             * @description When the job began, as ISO 8601 in UTC with milliseconds.
             * @example 2017-09-29T09:49:37.399Z
             */
            begin_time?: string | null;
            /**
             * @description When the job ended, as ISO 8601 in UTC with milliseconds. Empty while it runs.
             * @example 2017-09-29T09:50:03.272Z
             */
            end_time?: string | null;
            /** @description Why the job failed, as a code. Codes that are on no list occur. */
            error_code?: string | null;
            /** @description Why the job failed, in words. */
            fail_reason?: string | null;
            /** @description Error code in place of a job, where the query itself failed. */
            code?: string;
            /** @description Error text in place of a job, where the query itself failed. */
            message?: string;
            sub_jobs?: components["schemas"]["SubJobs"];
        };
        /**
         * Jobs that this job consists of
         * @description Each has the shape of a job. Documented as text and as a list; missing in all known answers, so every empty form is
         *     accepted.
         */
        SubJobs: components["schemas"]["Job"][] | Record<string, never> | string | null;
        /** Settings of a health check */
        HealthCheckSettings: {
            /**
             * @description Port of the members that is checked, 1 to 65535.
             * @example 80
             */
            healthcheck_connect_port?: number;
            /**
             * @description Number of checks in a row, 1 to 10, that have to succeed before a failed member counts as healthy again.
             * @example 3
             */
            healthy_threshold?: number;
            /**
             * @description Number of checks in a row, 1 to 10, that have to fail before a healthy member counts as failed.
             * @example 3
             */
            unhealthy_threshold?: number;
            /**
             * @description How long a member may take to answer a check, in seconds, 1 to 50.
             * @example 10
             */
            healthcheck_timeout?: number;
            /**
             * @description Longest time between two checks, in seconds, 1 to 50.
             * @example 5
             */
            healthcheck_interval?: number;
        };
        /**
         * Rule for the URI of a health check
         * @description The URI of an HTTP check is empty or a path. Nothing else looks at the URI.
         */
        HealthCheckUriRule: {
            /** @description HTTP. */
            healthcheck_protocol: string;
            /** @description Empty, or a path that begins with `/`. */
            healthcheck_uri?: string;
        } | {
            /** @description Not HTTP, or left out. */
            healthcheck_protocol?: string;
            /** @description Anything, since it has no effect. */
            healthcheck_uri?: string;
        };
        /**
         * URI of a health check
         * @description Path that an HTTP check asks for. 1 to 80 characters, beginning with `/`: letters, digits and any of `-`, `/`, `.`,
         *     `%`, `?`, `#`, `&`, `_`, `=`. It has no effect for TCP and UDP, and may be empty there.
         * @example /
         */
        HealthCheckUri: string;
        /** Health check to create */
        CreateHealthCheckRequest: {
            /**
             * @description Listener whose members are checked. It cannot be changed later.
             * @example 3ce8c4429478a5eb6ef4930de2d75b28
             */
            listener_id: string;
            /**
             * @description Protocol of the check; TCP was observed where it is left out. A private load balancer cannot have a UDP check.
             * @enum {string}
             */
            healthcheck_protocol?: "HTTP" | "TCP" | "UDP";
            healthcheck_uri?: components["schemas"]["HealthCheckUri"];
        } & (components["schemas"]["HealthCheckSettings"] & components["schemas"]["HealthCheckUriRule"]);
        /** Health check */
        HealthCheck: {
            /**
             * @description Id of the health check, 32 hexadecimal digits.
             * @example 134e5ea962327c6a574b83e6e7f31f35
             */
            id: string;
            /**
             * @description Listener whose members are checked.
             * @example 3ce8c4429478a5eb6ef4930de2d75b28
             */
            listener_id: string;
            /** @description Protocol of the check. Compare it without regard to case, since an update accepts any. */
            healthcheck_protocol: "HTTP" | "TCP" | "UDP" | (string & {});
            /**
             * @description Path that an HTTP check asks for. Null, empty or missing where none was set, and without meaning for TCP and UDP.
             * @example /
             */
            healthcheck_uri?: string | null;
            /**
             * @description Port of the members that is checked. Null where none was set, and missing then in the answer of `createHealthCheck`.
             * @example 80
             */
            healthcheck_connect_port?: number | null;
            /**
             * @description Number of checks in a row that have to succeed before a failed member counts as healthy again.
             * @example 3
             */
            healthy_threshold: number;
            /**
             * @description Number of checks in a row that have to fail before a healthy member counts as failed.
             * @example 3
             */
            unhealthy_threshold: number;
            /**
             * @description How long a member may take to answer a check, in seconds.
             * @example 10
             */
            healthcheck_timeout: number;
            /**
             * @description Longest time between two checks, in seconds.
             * @example 5
             */
            healthcheck_interval: number;
            /** @description When it was created, as `YYYY-MM-DD HH:MM:SS` without a zone. */
            create_time: components["schemas"]["Timestamp"];
            /** @description When it was last changed, as `YYYY-MM-DD HH:MM:SS` without a zone. */
            update_time: components["schemas"]["Timestamp"];
        };
        /**
         * Changes of a health check
         * @description Properties that are not sent stay as they are.
         */
        UpdateHealthCheckRequest: {
            /**
             * @description Protocol of the check, in upper or lower case. UDP is documented for new checks only, and a private load balancer
             *     cannot have it.
             */
            healthcheck_protocol?: "HTTP" | "TCP" | "UDP" | (string & {});
            healthcheck_uri?: components["schemas"]["HealthCheckUri"];
        } & (components["schemas"]["HealthCheckSettings"] & components["schemas"]["HealthCheckUriRule"]);
        /**
         * Certificate
         * @description Holds the private key in clear. Keep it out of logs.
         */
        Certificate: {
            /**
             * @description Id of the certificate, 32 hexadecimal digits. A listener names it in `certificate_id`.
             * @example 5b8f908b5495452aa13beede0afc5d99
             */
            id: string;
            /**
             * @description Name.
             * @example cert-bky
             */
            name: string;
            /** @description Description. Null or an empty string where there is none. */
            description?: string | null;
            /** @description Domain name that the certificate is for. Null or missing where none was given. */
            domain?: string | null;
            /** @description The certificate in PEM, exactly as it was sent. */
            certificate: string;
            /**
             * Format: password
             * @description The private key in PEM, in clear, exactly as it was sent.
             */
            private_key: string;
            /**
             * @description Project of the certificate. Only in answers of `createCertificate`, and not in all of them.
             * @example ed9edbc66b8b47c09f5d2fcd89430b33
             */
            tenant_id?: string;
            /** @description When it was created, as `YYYY-MM-DD HH:MM:SS` without a zone. */
            create_time: components["schemas"]["Timestamp"];
            /** @description When it was last changed, as `YYYY-MM-DD HH:MM:SS` without a zone. */
            update_time: components["schemas"]["Timestamp"];
        };
        /** List of certificates */
        CertificateList: {
            /** @description The certificates. An empty object in place of an empty array is accepted, as the service does that for other lists. */
            certificates: components["schemas"]["Certificate"][] | Record<string, never>;
            /**
             * @description Number of certificates, as text.
             * @example 1
             */
            instance_num: string;
        };
        /**
         * Name of a certificate
         * @description Up to 64 characters, Chinese characters, letters, digits, `_` and `-`. Unlike other names it may be empty.
         * @example cert-bky
         */
        CertificateName: string;
        /** Certificate to create */
        CreateCertificateRequest: {
            name?: components["schemas"]["CertificateName"];
            description?: components["schemas"]["ResourceDescription"];
            /**
             * @description Domain name that the certificate is for. Up to 254 letters, digits, `-` and `.`, beginning with a letter or a
             *     digit. It cannot be changed later.
             * @example www.example.com
             */
            domain?: string;
            /** @description The certificate in PEM. It cannot be changed later. */
            certificate: string;
            /**
             * Format: password
             * @description The private key of the certificate in PEM. It cannot be changed later.
             */
            private_key: string;
        };
        /**
         * Changes of a certificate
         * @description Properties that are not sent stay as they are.
         */
        UpdateCertificateRequest: {
            name?: components["schemas"]["CertificateName"];
            description?: components["schemas"]["ResourceDescription"];
        };
        /** Quota */
        Quota: {
            /** @description Kind of resource: `elb` for load balancers, `listener` for listeners. */
            type: "elb" | "listener" | (string & {});
            /**
             * @description How many there are. For listeners the service does not support it: it is missing, an empty string, or a number to
             *     make no use of.
             * @example 2
             */
            used?: number | "";
            /**
             * @description How many there may be.
             * @example 5
             */
            quota: number;
            /**
             * @description Largest number of resources. Above `quota` in all known answers; what it limits is not documented.
             * @example 255
             */
            max: number;
            /**
             * @description Smallest number of resources.
             * @example 1
             */
            min: number;
        };
        /** Quotas */
        Quotas: {
            /** @description The quotas of the project. */
            quotas: {
                /** @description One quota for each kind of resource. */
                resources: components["schemas"]["Quota"][];
            };
        };
        /** Figures of a load balancer */
        Metric: {
            /**
             * @description Id of the load balancer.
             * @example 34cf6520808d4766ae1455586ab94ba8
             */
            loadbalancer_id: string;
            /**
             * @description Name of the load balancer.
             * @example lb0721
             */
            loadbalancer_name: string;
            /**
             * @description Address of the load balancer that takes the traffic.
             * @example 10.10.1.233
             */
            loadbalancer_ip: string;
            /** @description When the figures were reported, as `YYYY-MM-DD HH:MM:SS` without a zone. */
            create_time: components["schemas"]["Timestamp"];
            /**
             * @description Concurrent connections, 0 or more, whatever the name suggests. `m1_cps` in Cloud Eye.
             * @example 0
             */
            cps: number;
            /**
             * @description New connections, 0 or more. `m4_ncps` in Cloud Eye.
             * @example 0
             */
            ncps: number;
            /**
             * @description Active connections, 0 or more. `m2_act_conn` in Cloud Eye.
             * @example 0
             */
            act_conn: number;
            /**
             * @description Inactive connections, 0 or more. `m3_inact_conn` in Cloud Eye.
             * @example 0
             */
            inact_conn: number;
            /**
             * @description Incoming packets, 0 or more. The documents count packets, the name says per second. `m5_in_pps` in Cloud Eye.
             * @example 0
             */
            in_pps: number;
            /**
             * @description Outgoing packets, 0 or more. The documents count packets, the name says per second. `m6_out_pps` in Cloud Eye.
             * @example 0
             */
            out_pps: number;
            /**
             * @description Incoming traffic in bytes per second, 0 or more. `m7_in_Bps` in Cloud Eye.
             * @example 0
             */
            in_Bps: number;
            /**
             * @description Outgoing traffic in bytes per second, 0 or more. `m8_out_Bps` in Cloud Eye.
             * @example 0
             */
            out_Bps: number;
        };
        /**
         * List of figures
         * @description One entry for each load balancer. An empty object in place of an empty array is accepted, as the service does that for other lists.
         */
        MetricList: components["schemas"]["Metric"][] | Record<string, never>;
        /** Link of a version */
        ApiVersionLink: {
            /**
             * @description Address of the version. The host can be the placeholder `{elb_endpoint}`, so do not call it unchecked.
             * @example https://{elb_endpoint}/v1.0/
             */
            href: string;
            /**
             * @description How the address relates to the version.
             * @example self
             */
            rel: string;
        };
        /**
         * Version of the API
         * @description A version of the API, with the range of its micro-versions.
         */
        VersionDetails: {
            /**
             * @description Id of the version, as it stands in paths.
             * @example v1.0
             */
            id: string;
            /** @description Where the version is found. */
            links: components["schemas"]["ApiVersionLink"][];
            /** @description State of the version. `CURRENT`: recommended. `SUPPORTED`: older, still supported. `DEPRECATED`: may be removed. */
            status: "CURRENT" | "SUPPORTED" | "DEPRECATED" | (string & {});
            /**
             * @description When the version was released, as ISO 8601 in UTC.
             * @example 2018-09-30T00:00:00Z
             */
            updated?: string;
            /** @description Highest micro-version. Empty where the version has none. */
            version?: string | null;
            /** @description Lowest micro-version. Empty where the version has none. */
            min_version?: string | null;
        };
        /** List of versions */
        ApiVersionList: {
            /** @description The versions. */
            versions: components["schemas"]["VersionDetails"][];
        };
        /** Single version */
        SingleApiVersion: {
            version: components["schemas"]["VersionDetails"];
        };
    };
    responses: {
        /** @description Any other status, for example 429 when the request budget of the gateway is used up. */
        DefaultError: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AnyError"];
            };
        };
        /** @description The service refuses the request, or what it names does not exist. */
        BadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AnyError"];
            };
        };
        /** @description The token or the signature is missing, wrong or expired. */
        Unauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AnyError"];
            };
        };
        /** @description The caller may not do this, or a quota is used up. */
        Forbidden: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AnyError"];
            };
        };
        /** @description What the call names does not exist, or the endpoint does not offer this API (`APIGW.0101`). */
        NotFound: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AnyError"];
            };
        };
        /** @description The service failed. */
        InternalServerError: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AnyError"];
            };
        };
        /** @description The service cannot answer now. Deleting a listener that does not exist also answers with this status (`ELB.6002`). */
        ServiceUnavailable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AnyError"];
            };
        };
        /** @description The method is not allowed. */
        MethodNotAllowed: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AnyError"];
            };
        };
        /** @description The answer cannot be given in a form that the caller accepts. */
        NotAcceptable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AnyError"];
            };
        };
        /** @description A proxy on the way asks for authentication. */
        ProxyAuthenticationRequired: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AnyError"];
            };
        };
        /** @description The request took too long to arrive. */
        RequestTimeout: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AnyError"];
            };
        };
        /** @description The request conflicts with another change. */
        Conflict: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AnyError"];
            };
        };
        /** @description The service does not implement this. */
        NotImplemented: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AnyError"];
            };
        };
        /** @description The service got an invalid answer from another one. */
        BadGateway: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AnyError"];
            };
        };
        /** @description The service did not get an answer in time. */
        GatewayTimeout: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AnyError"];
            };
        };
        /** @description The request budget of the gateway is used up. Wait before the next call. */
        TooManyRequests: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AnyError"];
            };
        };
    };
    parameters: {
        /**
         * @description Id of the project that the caller works in. It has to be the project of the token or of the access key.
         * @example 55300f3c8f764c06b1a32e2302edc305
         */
        project_id: string;
        /**
         * @description Id of the resource where the page starts. Missing or empty for the first page. Whether that resource is on the page
         *     is not documented, so a reader drops what it has seen already.
         */
        marker: string;
        /** @description Number of resources on a page. */
        limit: number;
        /** @description Only load balancers with this id. Not documented, used by earlier clients. */
        loadBalancerIdFilter: string;
        /** @description Only load balancers with this name. Not documented, used by earlier clients. */
        loadBalancerNameFilter: string;
        /** @description Only load balancers with this status. Not documented, used by earlier clients. */
        loadBalancerStatusFilter: string;
        /** @description Only load balancers with this type, `External` or `Internal`. Not documented, used by earlier clients. */
        loadBalancerTypeFilter: string;
        /** @description Only load balancers with this description. Not documented, used by earlier clients. */
        loadBalancerDescriptionFilter: string;
        /** @description Only load balancers with this bandwidth in Mbit/s. Not documented, used by earlier clients. */
        loadBalancerBandwidthFilter: number;
        /** @description Only load balancers with this VPC id. Not documented, used by earlier clients. */
        loadBalancerVpcIdFilter: string;
        /** @description Only load balancers with this administrative state. Not documented, used by earlier clients. */
        loadBalancerAdminStateUpFilter: number;
        /** @description Only load balancers with this subnet id. Not documented, used by earlier clients. */
        loadBalancerVipSubnetIdFilter: string;
        /** @description Only load balancers with this service address. Not documented, used by earlier clients. */
        loadBalancerVipAddressFilter: string;
        /** @description Only load balancers with this security group id. Not documented, used by earlier clients. */
        loadBalancerSecurityGroupIdFilter: string;
        /**
         * @description Id of the load balancer.
         * @example 0b07acf06d243925bc24a0ac7445267a
         */
        loadbalancer_id: string;
        /** @description Only listeners of this load balancer. */
        listenerLoadbalancerIdFilter: string;
        /** @description Only listeners with this id. */
        listenerIdFilter: string;
        /** @description Only listeners with this name. */
        listenerNameFilter: string;
        /** @description Only listeners with this description. */
        listenerDescriptionFilter: string;
        /** @description Only listeners with this status. */
        listenerStatusFilter: string;
        /** @description Only listeners with this protocol. */
        listenerProtocolFilter: string;
        /** @description Only listeners with this port. */
        listenerPortFilter: number;
        /** @description Only listeners with this protocol towards the members. */
        listenerBackendProtocolFilter: string;
        /** @description Only listeners with this port of the members. */
        listenerBackendPortFilter: number;
        /** @description Only listeners with this algorithm. */
        listenerLbAlgorithmFilter: string;
        /** @description Only listeners with this kind of cookie. */
        listenerStickySessionTypeFilter: string;
        /** @description Only listeners with this cookie lifetime in minutes. */
        listenerCookieTimeoutFilter: number;
        /** @description Only listeners with this TCP timeout in minutes. */
        listenerTcpTimeoutFilter: number;
        /** @description Only listeners with this UDP timeout in minutes. */
        listenerUdpTimeoutFilter: number;
        /** @description Only listeners with this health check. */
        listenerHealthcheckIdFilter: string;
        /** @description Only listeners with this certificate. */
        listenerCertificateIdFilter: string;
        /** @description Only listeners with these TLS versions. */
        listenerSslProtocolsFilter: string;
        /** @description Only listeners with this cipher suite. */
        listenerSslCiphersFilter: string;
        /**
         * @description Id of the listener.
         * @example 248425d7b97dc26920eb23720115e068
         */
        listener_id: string;
        /** @description Only members with this member id. */
        memberIdFilter: string;
        /** @description Only members with this server id. */
        memberServerIdFilter: string;
        /** @description Only members with this private address. */
        memberServerAddressFilter: string;
        /** @description Only members with this floating address. */
        memberAddressFilter: string;
        /** @description Only members with this status. */
        memberStatusFilter: string;
        /** @description Only members with this health. */
        memberHealthStatusFilter: string;
        /**
         * @description Id of the job, as the launching call returned it.
         * @example 4010b39b4fd3d5ff014fd3ec3ed8002d
         */
        job_id: string;
        /**
         * @description Id of the health check. A listener names its check in `healthcheck_id`.
         * @example 134e5ea962327c6a574b83e6e7f31f35
         */
        healthcheck_id: string;
        /**
         * @description Id of the certificate.
         * @example 5b8f908b5495452aa13beede0afc5d99
         */
        certificate_id: string;
        /**
         * @description Id of the version, as `listApiVersions` returns it.
         * @example v1.0
         */
        api_version: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Id that the gateway gave to the request, 32 hexadecimal digits. Quote it when you ask the operator for help.
         * @example 8f1cf3a9ec6c4b8c9e6d8b5fbb2a3c11
         */
        "X-Request-Id": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listLoadBalancers: {
        parameters: {
            query?: {
                /**
                 * @description Id of the resource where the page starts. Missing or empty for the first page. Whether that resource is on the page
                 *     is not documented, so a reader drops what it has seen already.
                 */
                marker?: components["parameters"]["marker"];
                /** @description Number of resources on a page. */
                limit?: components["parameters"]["limit"];
                /** @description Only load balancers with this id. Not documented, used by earlier clients. */
                id?: components["parameters"]["loadBalancerIdFilter"];
                /** @description Only load balancers with this name. Not documented, used by earlier clients. */
                name?: components["parameters"]["loadBalancerNameFilter"];
                /** @description Only load balancers with this status. Not documented, used by earlier clients. */
                status?: components["parameters"]["loadBalancerStatusFilter"];
                /** @description Only load balancers with this type, `External` or `Internal`. Not documented, used by earlier clients. */
                type?: components["parameters"]["loadBalancerTypeFilter"];
                /** @description Only load balancers with this description. Not documented, used by earlier clients. */
                description?: components["parameters"]["loadBalancerDescriptionFilter"];
                /** @description Only load balancers with this bandwidth in Mbit/s. Not documented, used by earlier clients. */
                bandwidth?: components["parameters"]["loadBalancerBandwidthFilter"];
                /** @description Only load balancers with this VPC id. Not documented, used by earlier clients. */
                vpc_id?: components["parameters"]["loadBalancerVpcIdFilter"];
                /** @description Only load balancers with this administrative state. Not documented, used by earlier clients. */
                admin_state_up?: components["parameters"]["loadBalancerAdminStateUpFilter"];
                /** @description Only load balancers with this subnet id. Not documented, used by earlier clients. */
                vip_subnet_id?: components["parameters"]["loadBalancerVipSubnetIdFilter"];
                /** @description Only load balancers with this service address. Not documented, used by earlier clients. */
                vip_address?: components["parameters"]["loadBalancerVipAddressFilter"];
                /** @description Only load balancers with this security group id. Not documented, used by earlier clients. */
                security_group_id?: components["parameters"]["loadBalancerSecurityGroupIdFilter"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the project that the caller works in. It has to be the project of the token or of the access key.
                 * @example 55300f3c8f764c06b1a32e2302edc305
                 */
                project_id: components["parameters"]["project_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The load balancers. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoadBalancerList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["DefaultError"];
        };
    };
    createLoadBalancer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that the caller works in. It has to be the project of the token or of the access key.
                 * @example 55300f3c8f764c06b1a32e2302edc305
                 */
                project_id: components["parameters"]["project_id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateLoadBalancerRequest"];
            };
        };
        responses: {
            /** @description The job was launched. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobReference"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["DefaultError"];
        };
    };
    getLoadBalancer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that the caller works in. It has to be the project of the token or of the access key.
                 * @example 55300f3c8f764c06b1a32e2302edc305
                 */
                project_id: components["parameters"]["project_id"];
                /**
                 * @description Id of the load balancer.
                 * @example 0b07acf06d243925bc24a0ac7445267a
                 */
                loadbalancer_id: components["parameters"]["loadbalancer_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The load balancer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoadBalancer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["DefaultError"];
        };
    };
    updateLoadBalancer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that the caller works in. It has to be the project of the token or of the access key.
                 * @example 55300f3c8f764c06b1a32e2302edc305
                 */
                project_id: components["parameters"]["project_id"];
                /**
                 * @description Id of the load balancer.
                 * @example 0b07acf06d243925bc24a0ac7445267a
                 */
                loadbalancer_id: components["parameters"]["loadbalancer_id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateLoadBalancerRequest"];
            };
        };
        responses: {
            /** @description The job was launched. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobReference"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["DefaultError"];
        };
    };
    deleteLoadBalancer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that the caller works in. It has to be the project of the token or of the access key.
                 * @example 55300f3c8f764c06b1a32e2302edc305
                 */
                project_id: components["parameters"]["project_id"];
                /**
                 * @description Id of the load balancer.
                 * @example 0b07acf06d243925bc24a0ac7445267a
                 */
                loadbalancer_id: components["parameters"]["loadbalancer_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job was launched. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobReference"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["DefaultError"];
        };
    };
    deleteLoadBalancerKeepEip: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that the caller works in. It has to be the project of the token or of the access key.
                 * @example 55300f3c8f764c06b1a32e2302edc305
                 */
                project_id: components["parameters"]["project_id"];
                /**
                 * @description Id of the load balancer.
                 * @example 0b07acf06d243925bc24a0ac7445267a
                 */
                loadbalancer_id: components["parameters"]["loadbalancer_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job was launched. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobReference"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["DefaultError"];
        };
    };
    listListeners: {
        parameters: {
            query?: {
                /** @description Only listeners of this load balancer. */
                loadbalancer_id?: components["parameters"]["listenerLoadbalancerIdFilter"];
                /** @description Only listeners with this id. */
                id?: components["parameters"]["listenerIdFilter"];
                /** @description Only listeners with this name. */
                name?: components["parameters"]["listenerNameFilter"];
                /** @description Only listeners with this description. */
                description?: components["parameters"]["listenerDescriptionFilter"];
                /** @description Only listeners with this status. */
                status?: components["parameters"]["listenerStatusFilter"];
                /** @description Only listeners with this protocol. */
                protocol?: components["parameters"]["listenerProtocolFilter"];
                /** @description Only listeners with this port. */
                port?: components["parameters"]["listenerPortFilter"];
                /** @description Only listeners with this protocol towards the members. */
                backend_protocol?: components["parameters"]["listenerBackendProtocolFilter"];
                /** @description Only listeners with this port of the members. */
                backend_port?: components["parameters"]["listenerBackendPortFilter"];
                /** @description Only listeners with this algorithm. */
                lb_algorithm?: components["parameters"]["listenerLbAlgorithmFilter"];
                /** @description Only listeners with this kind of cookie. */
                sticky_session_type?: components["parameters"]["listenerStickySessionTypeFilter"];
                /** @description Only listeners with this cookie lifetime in minutes. */
                cookie_timeout?: components["parameters"]["listenerCookieTimeoutFilter"];
                /** @description Only listeners with this TCP timeout in minutes. */
                tcp_timeout?: components["parameters"]["listenerTcpTimeoutFilter"];
                /** @description Only listeners with this UDP timeout in minutes. */
                udp_timeout?: components["parameters"]["listenerUdpTimeoutFilter"];
                /** @description Only listeners with this health check. */
                healthcheck_id?: components["parameters"]["listenerHealthcheckIdFilter"];
                /** @description Only listeners with this certificate. */
                certificate_id?: components["parameters"]["listenerCertificateIdFilter"];
                /** @description Only listeners with these TLS versions. */
                ssl_protocols?: components["parameters"]["listenerSslProtocolsFilter"];
                /** @description Only listeners with this cipher suite. */
                ssl_ciphers?: components["parameters"]["listenerSslCiphersFilter"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the project that the caller works in. It has to be the project of the token or of the access key.
                 * @example 55300f3c8f764c06b1a32e2302edc305
                 */
                project_id: components["parameters"]["project_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The listeners. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListenerList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["DefaultError"];
        };
    };
    createListener: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that the caller works in. It has to be the project of the token or of the access key.
                 * @example 55300f3c8f764c06b1a32e2302edc305
                 */
                project_id: components["parameters"]["project_id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateListenerRequest"];
            };
        };
        responses: {
            /** @description The new listener. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listener"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["DefaultError"];
        };
    };
    getListener: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that the caller works in. It has to be the project of the token or of the access key.
                 * @example 55300f3c8f764c06b1a32e2302edc305
                 */
                project_id: components["parameters"]["project_id"];
                /**
                 * @description Id of the listener.
                 * @example 248425d7b97dc26920eb23720115e068
                 */
                listener_id: components["parameters"]["listener_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The listener. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listener"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["DefaultError"];
        };
    };
    updateListener: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that the caller works in. It has to be the project of the token or of the access key.
                 * @example 55300f3c8f764c06b1a32e2302edc305
                 */
                project_id: components["parameters"]["project_id"];
                /**
                 * @description Id of the listener.
                 * @example 248425d7b97dc26920eb23720115e068
                 */
                listener_id: components["parameters"]["listener_id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateListenerRequest"];
            };
        };
        responses: {
            /** @description The listener after the change. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listener"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["DefaultError"];
        };
    };
    deleteListener: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that the caller works in. It has to be the project of the token or of the access key.
                 * @example 55300f3c8f764c06b1a32e2302edc305
                 */
                project_id: components["parameters"]["project_id"];
                /**
                 * @description Id of the listener.
                 * @example 248425d7b97dc26920eb23720115e068
                 */
                listener_id: components["parameters"]["listener_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. The answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["DefaultError"];
        };
    };
    listMembers: {
        parameters: {
            query?: {
                /**
                 * @description Id of the resource where the page starts. Missing or empty for the first page. Whether that resource is on the page
                 *     is not documented, so a reader drops what it has seen already.
                 */
                marker?: components["parameters"]["marker"];
                /** @description Number of resources on a page. */
                limit?: components["parameters"]["limit"];
                /** @description Only members with this member id. */
                id?: components["parameters"]["memberIdFilter"];
                /** @description Only members with this server id. */
                server_id?: components["parameters"]["memberServerIdFilter"];
                /** @description Only members with this private address. */
                server_address?: components["parameters"]["memberServerAddressFilter"];
                /** @description Only members with this floating address. */
                address?: components["parameters"]["memberAddressFilter"];
                /** @description Only members with this status. */
                status?: components["parameters"]["memberStatusFilter"];
                /** @description Only members with this health. */
                health_status?: components["parameters"]["memberHealthStatusFilter"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the project that the caller works in. It has to be the project of the token or of the access key.
                 * @example 55300f3c8f764c06b1a32e2302edc305
                 */
                project_id: components["parameters"]["project_id"];
                /**
                 * @description Id of the listener.
                 * @example 248425d7b97dc26920eb23720115e068
                 */
                listener_id: components["parameters"]["listener_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The members. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["DefaultError"];
        };
    };
    addMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that the caller works in. It has to be the project of the token or of the access key.
                 * @example 55300f3c8f764c06b1a32e2302edc305
                 */
                project_id: components["parameters"]["project_id"];
                /**
                 * @description Id of the listener.
                 * @example 248425d7b97dc26920eb23720115e068
                 */
                listener_id: components["parameters"]["listener_id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddMembersRequest"];
            };
        };
        responses: {
            /** @description The job was launched. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobReference"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["DefaultError"];
        };
    };
    removeMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that the caller works in. It has to be the project of the token or of the access key.
                 * @example 55300f3c8f764c06b1a32e2302edc305
                 */
                project_id: components["parameters"]["project_id"];
                /**
                 * @description Id of the listener.
                 * @example 248425d7b97dc26920eb23720115e068
                 */
                listener_id: components["parameters"]["listener_id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveMembersRequest"];
            };
        };
        responses: {
            /** @description The job was launched. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobReference"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["DefaultError"];
        };
    };
    getJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that the caller works in. It has to be the project of the token or of the access key.
                 * @example 55300f3c8f764c06b1a32e2302edc305
                 */
                project_id: components["parameters"]["project_id"];
                /**
                 * @description Id of the job, as the launching call returned it.
                 * @example 4010b39b4fd3d5ff014fd3ec3ed8002d
                 */
                job_id: components["parameters"]["job_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            407: components["responses"]["ProxyAuthenticationRequired"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["DefaultError"];
        };
    };
    createHealthCheck: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that the caller works in. It has to be the project of the token or of the access key.
                 * @example 55300f3c8f764c06b1a32e2302edc305
                 */
                project_id: components["parameters"]["project_id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateHealthCheckRequest"];
            };
        };
        responses: {
            /** @description The new health check. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthCheck"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["DefaultError"];
        };
    };
    getHealthCheck: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that the caller works in. It has to be the project of the token or of the access key.
                 * @example 55300f3c8f764c06b1a32e2302edc305
                 */
                project_id: components["parameters"]["project_id"];
                /**
                 * @description Id of the health check. A listener names its check in `healthcheck_id`.
                 * @example 134e5ea962327c6a574b83e6e7f31f35
                 */
                healthcheck_id: components["parameters"]["healthcheck_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The health check. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthCheck"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["DefaultError"];
        };
    };
    updateHealthCheck: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that the caller works in. It has to be the project of the token or of the access key.
                 * @example 55300f3c8f764c06b1a32e2302edc305
                 */
                project_id: components["parameters"]["project_id"];
                /**
                 * @description Id of the health check. A listener names its check in `healthcheck_id`.
                 * @example 134e5ea962327c6a574b83e6e7f31f35
                 */
                healthcheck_id: components["parameters"]["healthcheck_id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateHealthCheckRequest"];
            };
        };
        responses: {
            /** @description The health check after the change. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthCheck"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["DefaultError"];
        };
    };
    deleteHealthCheck: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that the caller works in. It has to be the project of the token or of the access key.
                 * @example 55300f3c8f764c06b1a32e2302edc305
                 */
                project_id: components["parameters"]["project_id"];
                /**
                 * @description Id of the health check. A listener names its check in `healthcheck_id`.
                 * @example 134e5ea962327c6a574b83e6e7f31f35
                 */
                healthcheck_id: components["parameters"]["healthcheck_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. The answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["DefaultError"];
        };
    };
    listCertificates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that the caller works in. It has to be the project of the token or of the access key.
                 * @example 55300f3c8f764c06b1a32e2302edc305
                 */
                project_id: components["parameters"]["project_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The certificates. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["DefaultError"];
        };
    };
    createCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that the caller works in. It has to be the project of the token or of the access key.
                 * @example 55300f3c8f764c06b1a32e2302edc305
                 */
                project_id: components["parameters"]["project_id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateCertificateRequest"];
            };
        };
        responses: {
            /** @description The new certificate. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Certificate"];
                };
            };
            /** @description The new certificate. Status that the documents of a partner cloud give in place of 200. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Certificate"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["DefaultError"];
        };
    };
    updateCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that the caller works in. It has to be the project of the token or of the access key.
                 * @example 55300f3c8f764c06b1a32e2302edc305
                 */
                project_id: components["parameters"]["project_id"];
                /**
                 * @description Id of the certificate.
                 * @example 5b8f908b5495452aa13beede0afc5d99
                 */
                certificate_id: components["parameters"]["certificate_id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateCertificateRequest"];
            };
        };
        responses: {
            /** @description The certificate after the change. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Certificate"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["DefaultError"];
        };
    };
    deleteCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that the caller works in. It has to be the project of the token or of the access key.
                 * @example 55300f3c8f764c06b1a32e2302edc305
                 */
                project_id: components["parameters"]["project_id"];
                /**
                 * @description Id of the certificate.
                 * @example 5b8f908b5495452aa13beede0afc5d99
                 */
                certificate_id: components["parameters"]["certificate_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. The answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["DefaultError"];
        };
    };
    getQuotas: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that the caller works in. It has to be the project of the token or of the access key.
                 * @example 55300f3c8f764c06b1a32e2302edc305
                 */
                project_id: components["parameters"]["project_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The quotas. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quotas"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["DefaultError"];
        };
    };
    listMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that the caller works in. It has to be the project of the token or of the access key.
                 * @example 55300f3c8f764c06b1a32e2302edc305
                 */
                project_id: components["parameters"]["project_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetricList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["DefaultError"];
        };
    };
    listApiVersions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The versions. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiVersionList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["DefaultError"];
        };
    };
    getApiVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the version, as `listApiVersions` returns it.
                 * @example v1.0
                 */
                api_version: components["parameters"]["api_version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SingleApiVersion"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["DefaultError"];
        };
    };
}
type WithRequired<T, K extends keyof T> = T & {
    [P in K]-?: T[P];
};
