// Generated from the description by `npm run build`. Do not edit.

export interface paths {
    "/v3/auth/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look at a token
         * @description Checks a token and returns what it is for. A caller may look at its own token; another user's needs the Security
         *     Administrator role.
         */
        get: operations["getToken"];
        put?: never;
        /**
         * Issue a token
         * @description Issues a token that is valid for 24 hours. It is in the header `X-Subject-Token` of the answer, not in the body; the
         *     ELB API takes it as `X-Auth-Token`. Keep it for as long as it is valid, since IAM limits how often it may be called.
         *
         *     The call itself needs no authentication, save for an agency: there the caller's own token, with the Agent Operator
         *     role, goes into `X-Auth-Token`.
         *
         *     A new token leaves older ones valid. A token ends early when its user is deleted or disabled, when the password or an
         *     access key changes, or when permissions change.
         */
        post: operations["createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List projects
         * @description Lists the projects of the account. With `name` set to a region it finds the project id that the ELB API needs there;
         *     the answer can hold none or several, so do not take the first unseen.
         *
         *     A signed request goes without `X-Project-Id` here.
         */
        get: operations["listProjects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/auth/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the projects of the caller
         * @description Lists the projects that the caller has access to. It needs no permission.
         */
        get: operations["listAuthProjects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/auth/domains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the accounts of the caller
         * @description Lists the accounts that the caller has access to, as a rule the one that it belongs to. It needs no permission.
         */
        get: operations["listAuthDomains"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3.0/OS-CREDENTIAL/securitytokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issue temporary access keys
         * @description Issues an access key, a secret key and a security token that run out together after 15 minutes to 24 hours. A request
         *     signed with them also sends the security token, as `X-Security-Token`.
         */
        post: operations["createTemporaryKeys"];
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
        /** IAM error with a number */
        IamNumericError: {
            /** @description The error. */
            error: {
                /**
                 * @description The HTTP status once more, as a number.
                 * @example 401
                 */
                code: number;
                /**
                 * @description Text for people.
                 * @example The username or password is wrong.
                 */
                message: string;
                /**
                 * @description Name of the HTTP status.
                 * @example Unauthorized
                 */
                title?: string;
            };
        };
        /** IAM error with a code */
        IamCodeError: {
            /**
             * @description Error code, `IAM.` and four digits, or `APIGW.` and four digits from the gateway.
             * @example IAM.0066
             */
            error_code: string;
            /**
             * @description Text for people. The gateway can echo the access key id and the request, so keep it out of logs.
             * @example The token has expired.
             */
            error_msg: string;
            /**
             * @description Id of the request, where the gateway answers.
             * @example 8f1cf3a9ec6c4b8c9e6d8b5fbb2a3c11
             */
            request_id?: string;
            /** @description Why a policy refused the request, in a form for the operator to decode. */
            encoded_authorization_message?: string;
        };
        /**
         * Error of IAM
         * @description What went wrong. Older calls answer with a number inside `error`, newer ones and the gateway with a text in
         *     `error_code`; a reader has to accept both.
         */
        IamError: components["schemas"]["IamNumericError"] | components["schemas"]["IamCodeError"];
        /**
         * Timestamp of IAM
         * @description Date and time as ISO 8601 in UTC, with microseconds and `Z`. Not the format of the ELB API.
         * @example 2020-01-04T09:05:22.701000Z
         */
        IamTimestamp: string;
        /**
         * Account of a token
         * @description An account. Directly in a token it is there only where the token is for the whole account.
         */
        TokenDomain: {
            /**
             * @description Id of the account.
             * @example d78cbac186b744899480f25bd022f468
             */
            id: string;
            /**
             * @description Name of the account.
             * @example IAMDomain
             */
            name: string;
        };
        /**
         * User of a token
         * @description The user that the token stands for.
         */
        TokenUser: {
            /**
             * @description Id of the user.
             * @example 7116d09f88fa41908676fdd4b039e95b
             */
            id: string;
            /**
             * @description Name of the user.
             * @example IAMUser
             */
            name: string;
            domain: components["schemas"]["TokenDomain"];
            /** @description When the password ends, in UTC. Empty where it does not. */
            password_expires_at?: string | null;
        };
        /**
         * Project of a token
         * @description The project that the token is for. Missing in a token for the whole account.
         */
        TokenProject: {
            /**
             * @description Id of the project, for the paths of the ELB API.
             * @example aa2d97d7e62c4b7da3ffdfc11551f878
             */
            id: string;
            /**
             * @description Name of the project.
             * @example cn-north-1
             */
            name: string;
            domain?: components["schemas"]["TokenDomain"];
        };
        /** Permission of a token */
        TokenRole: {
            /**
             * @description Always `0`, not an id.
             * @example 0
             */
            id?: string;
            /**
             * @description Name of the permission.
             * @example te_admin
             */
            name: string;
        };
        /** Endpoint of the catalog */
        CatalogEndpoint: {
            /**
             * @description Id of the endpoint.
             * @example 33e1cbdd86d34e89a63cf8ad16a5f49f
             */
            id?: string;
            /**
             * @description Who may see the endpoint. `public` in all known answers.
             * @example public
             */
            interface?: string;
            /**
             * @description Region of the endpoint, `*` for all.
             * @example *
             */
            region?: string;
            /**
             * @description Region id of the endpoint, `*` for all.
             * @example *
             */
            region_id?: string;
            /**
             * @description Address of the service.
             * @example https://iam.myhuaweicloud.com/v3.0
             */
            url: string;
        };
        /** Service of the catalog */
        CatalogService: {
            /**
             * @description Id of the service.
             * @example 100a6a3477f1495286579b819d399e36
             */
            id?: string;
            /**
             * @description Name of the service.
             * @example iam
             */
            name?: string;
            /**
             * @description Kind of the service.
             * @example iam
             */
            type: string;
            /** @description Where the service is found. */
            endpoints: components["schemas"]["CatalogEndpoint"][];
        };
        /**
         * Token
         * @description What a token is for. The token itself is in the header `X-Subject-Token`.
         */
        Token: {
            /** @description How the token was obtained, as in the request. */
            methods: string[];
            /** @description When the token ends, as ISO 8601 in UTC with microseconds. */
            expires_at: components["schemas"]["IamTimestamp"];
            /** @description When the token was issued, as ISO 8601 in UTC with microseconds. */
            issued_at: components["schemas"]["IamTimestamp"];
            user: components["schemas"]["TokenUser"];
            project?: components["schemas"]["TokenProject"];
            domain?: components["schemas"]["TokenDomain"];
            /** @description Permissions of the token. */
            roles?: components["schemas"]["TokenRole"][];
            /** @description The services that the token can call. Empty with `nocatalog`. */
            catalog?: components["schemas"]["CatalogService"][];
        };
        /** Issued token */
        IssuedToken: {
            token: components["schemas"]["Token"];
        };
        /**
         * User with a password
         * @description The IAM user. The owner of an account that was upgraded to a HUAWEI ID cannot get a token by its own password, only
         *     through an IAM user.
         */
        PasswordUser: {
            /**
             * @description Name of the user.
             * @example IAMUser
             */
            name: string;
            /**
             * Format: password
             * @description Password of the user.
             */
            password: string;
            /** @description The account that the user belongs to. */
            domain: {
                /**
                 * @description Name of the account.
                 * @example IAMDomain
                 */
                name: string;
            };
        };
        /**
         * Password of a user
         * @description The user and its password.
         */
        PasswordProof: {
            user: components["schemas"]["PasswordUser"];
        };
        /** Password */
        PasswordIdentity: {
            /** @description The method, `password`. */
            methods: "password"[];
            password: components["schemas"]["PasswordProof"];
        };
        /**
         * One-time code of a user
         * @description The user once more, and the code that its MFA device shows.
         */
        TotpProof: {
            /** @description The user, by its id this time. */
            user: {
                /**
                 * @description Id of the user, not its name.
                 * @example 7116d09f88fa41908676fdd4b039e95b
                 */
                id: string;
                /**
                 * Format: password
                 * @description Code that the virtual MFA device shows now.
                 */
                passcode: string;
            };
        };
        /**
         * Password and one-time code
         * @description For users with a virtual MFA device.
         */
        PasswordAndTotpIdentity: {
            /** @description Both methods, `password` and `totp`. */
            methods: ("password" | "totp")[];
            password: components["schemas"]["PasswordProof"];
            totp: components["schemas"]["TotpProof"];
        };
        /**
         * Name of an agency
         * @description Name of the agency.
         * @example IAMAgency
         */
        AgencyName: string;
        /**
         * Agency to assume
         * @description The agency, and the account that created it, by name or by id.
         */
        AssumedAgency: {
            agency_name: components["schemas"]["AgencyName"];
            /**
             * @description Name of the account that created the agency.
             * @example IAMDomainA
             */
            domain_name: string;
        } | {
            agency_name: components["schemas"]["AgencyName"];
            /**
             * @description Id of the account that created the agency.
             * @example d78cbac186b744899480f25bd022f468
             */
            domain_id: string;
        };
        /**
         * Agency
         * @description Acts for another account that has trusted the caller's. The call needs the caller's own token besides.
         */
        AgencyIdentity: {
            /** @description The method, `assume_role`. */
            methods: "assume_role"[];
            assume_role: components["schemas"]["AssumedAgency"];
        };
        /**
         * Another token
         * @description Turns a token into one with another scope.
         */
        TokenIdentityByToken: {
            /** @description The method, `token`. */
            methods: "token"[];
            /** @description The token that the caller has. */
            token: {
                /**
                 * Format: password
                 * @description The token itself.
                 */
                id: string;
            };
        };
        /**
         * Access key
         * @description Not in the public documents, yet used by many clients. It sends the secret key itself, so prefer to sign the requests
         *     with it.
         */
        AccessKeyIdentity: {
            /** @description The method, `hw_ak_sk`. */
            methods: "hw_ak_sk"[];
            /** @description The access key and its secret. */
            hw_ak_sk: {
                /** @description The access key. */
                access: {
                    /**
                     * @description Id of the access key (AK).
                     * @example EXAMPLEACCESSKEY
                     */
                    key: string;
                };
                /** @description The secret key. */
                secret: {
                    /**
                     * Format: password
                     * @description The secret key (SK).
                     */
                    key: string;
                };
            };
        };
        /**
         * Proof of identity
         * @description How the caller proves who it is. `methods` says which of the other properties are there.
         */
        TokenIdentity: components["schemas"]["PasswordIdentity"] | components["schemas"]["PasswordAndTotpIdentity"] | components["schemas"]["AgencyIdentity"] | components["schemas"]["TokenIdentityByToken"] | components["schemas"]["AccessKeyIdentity"];
        /**
         * Project to be authorised for
         * @description The project, by name or by id. The project of a region has the name of the region.
         */
        ScopeProject: {
            /**
             * @description Name of the project.
             * @example cn-north-1
             */
            name: string;
        } | {
            /**
             * @description Id of the project.
             * @example aa2d97d7e62c4b7da3ffdfc11551f878
             */
            id: string;
        };
        /**
         * Account to be authorised for
         * @description The account, by name or by id.
         */
        ScopeDomain: {
            /**
             * @description Name of the account.
             * @example IAMDomain
             */
            name: string;
        } | {
            /**
             * @description Id of the account.
             * @example d78cbac186b744899480f25bd022f468
             */
            id: string;
        };
        /**
         * Scope of a token
         * @description What the token is for. The ELB API needs a `project`. Where both are given, the project counts; without a scope the
         *     token is for services of the whole account and of no use to the ELB API.
         */
        TokenScope: {
            project?: components["schemas"]["ScopeProject"];
            domain?: components["schemas"]["ScopeDomain"];
        };
        /**
         * Who asks for a token, and for what
         * @description Who asks for a token, and for what.
         */
        TokenAuth: {
            identity: components["schemas"]["TokenIdentity"];
            scope?: components["schemas"]["TokenScope"];
        };
        /** Token to issue */
        CreateTokenRequest: {
            auth: components["schemas"]["TokenAuth"];
        };
        /**
         * Links
         * @description Addresses of this answer and of the pages beside it.
         */
        IamLinks: {
            /**
             * @description Address of this resource.
             * @example https://www.example.com/v3/projects
             */
            self?: string;
            /** @description Address of the page before, null where there is none. */
            previous?: string | null;
            /** @description Address of the next page, null where there is none. */
            next?: string | null;
        };
        /** Project */
        Project: {
            /**
             * @description Id of the project, for the paths of the ELB API.
             * @example a4a5d4098fb4474fa22cd05f897d6b99
             */
            id: string;
            /**
             * @description Name of the project: the region for the project of a region, the region, `_` and a name of one's own for one below
             *     it.
             * @example cn-north-1
             */
            name: string;
            /** @description Description. */
            description?: string | null;
            /**
             * @description Account that the project belongs to.
             * @example 65382450e8f64ac0870cd180d14e684b
             */
            domain_id?: string;
            /**
             * @description Project above this one, or the account for the project of a region.
             * @example 65382450e8f64ac0870cd180d14e684b
             */
            parent_id?: string;
            /** @description Whether the project can be used. */
            enabled?: boolean;
            /** @description Always false. */
            is_domain?: boolean;
            links?: components["schemas"]["IamLinks"];
        };
        /** List of projects */
        ProjectList: {
            /** @description The projects. */
            projects: components["schemas"]["Project"][];
            links?: components["schemas"]["IamLinks"];
        };
        /** Account */
        Domain: {
            /**
             * @description Id of the account.
             * @example d78cbac186b744899480f25bd022f468
             */
            id: string;
            /**
             * @description Name of the account.
             * @example IAMDomain
             */
            name: string;
            /** @description Description. */
            description?: string | null;
            /** @description Whether the account can be used. */
            enabled?: boolean;
            links?: components["schemas"]["IamLinks"];
        };
        /** List of accounts */
        DomainList: {
            /** @description The accounts. */
            domains: components["schemas"]["Domain"][];
            links?: components["schemas"]["IamLinks"];
        };
        /**
         * Who asks for temporary keys
         * @description The owner of a token.
         */
        TemporaryKeysIdentity: {
            /** @description The method, `token`. */
            methods: "token"[];
            /** @description How long the keys are to last. */
            token?: {
                /**
                 * @description Lifetime of the keys in seconds, 900 to 86400.
                 * @default 900
                 * @example 21600
                 */
                duration_seconds?: number;
                /**
                 * Format: password
                 * @description The token whose owner asks, in place of `X-Auth-Token`. Where both are sent, the header counts.
                 */
                id?: string;
            };
        };
        /** Temporary keys to issue */
        CreateTemporaryKeysRequest: {
            /** @description Who asks for keys. */
            auth: {
                identity: components["schemas"]["TemporaryKeysIdentity"];
            };
        };
        /**
         * Temporary keys
         * @description Keys that are only valid together.
         */
        TemporaryKeys: {
            /**
             * @description Id of the access key (AK).
             * @example EXAMPLEACCESSKEY
             */
            access: string;
            /**
             * Format: password
             * @description The secret key (SK).
             */
            secret: string;
            /**
             * Format: password
             * @description Security token, for the header `X-Security-Token`.
             */
            securitytoken: string;
            /** @description When the keys run out, as ISO 8601 in UTC with microseconds. */
            expires_at: components["schemas"]["IamTimestamp"];
        };
        /** Issued temporary keys */
        IssuedTemporaryKeys: {
            credential: components["schemas"]["TemporaryKeys"];
        };
    };
    responses: {
        /** @description Any other status, for example 429 when too many calls were made. Honour `Retry-After` where it is sent. */
        IamDefaultError: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IamError"];
            };
        };
        /** @description The caller has not proved who it is, or its token has run out. After several wrong passwords the account is locked for a while. */
        IamUnauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IamError"];
            };
        };
        /** @description The caller may not do this. */
        IamForbidden: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IamError"];
            };
        };
        /** @description What the call names does not exist. */
        IamNotFound: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IamError"];
            };
        };
        /** @description IAM failed. */
        IamInternalServerError: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IamError"];
            };
        };
        /** @description IAM cannot make sense of the request. */
        IamBadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IamError"];
            };
        };
        /** @description IAM cannot answer now. */
        IamServiceUnavailable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IamError"];
            };
        };
        /** @description The method is not allowed. */
        IamMethodNotAllowed: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IamError"];
            };
        };
        /** @description The request is too large. */
        IamPayloadTooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IamError"];
            };
        };
    };
    parameters: {
        /**
         * @description The token to look at. It can be the caller's own.
         * @example MIIExampleOnlyNotAToken
         */
        subjectToken: string;
        /**
         * @description Any value that is not empty leaves `catalog` empty, which keeps the answer small.
         * @example true
         */
        nocatalog: string;
        /**
         * @description Only projects with this name. A region has a project of its own name.
         * @example cn-north-1
         */
        projectNameFilter: string;
        /** @description Only projects of this account. */
        projectDomainIdFilter: string;
        /** @description Only projects below this project; with the id of the account, only those of the regions. */
        projectParentIdFilter: string;
        /** @description Only projects that are enabled, or only those that are not. */
        projectEnabledFilter: boolean;
        /** @description Number of the page, from 1. Needs `per_page`. */
        projectPage: number;
        /** @description Number of projects on a page, 1 to 5000. Needs `page`. */
        projectsPerPage: number;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Id that the gateway gave to the request, 32 hexadecimal digits. Quote it when you ask the operator for help.
         * @example 8f1cf3a9ec6c4b8c9e6d8b5fbb2a3c11
         */
        "X-Request-Id": string;
        /**
         * @description Id that IAM gave to the request. Quote it when you ask the operator for help.
         * @example 8f1cf3a9ec6c4b8c9e6d8b5fbb2a3c11
         */
        "X-IAM-Trace-Id": string;
        /**
         * @description The token: opaque base64 text of several thousand characters. Send it as `X-Auth-Token`.
         * @example MIIExampleOnlyNotAToken
         */
        "X-Subject-Token": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getToken: {
        parameters: {
            query?: {
                /**
                 * @description Any value that is not empty leaves `catalog` empty, which keeps the answer small.
                 * @example true
                 */
                nocatalog?: components["parameters"]["nocatalog"];
            };
            header: {
                /**
                 * @description The token to look at. It can be the caller's own.
                 * @example MIIExampleOnlyNotAToken
                 */
                "X-Subject-Token": components["parameters"]["subjectToken"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token is valid. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
                    "X-Subject-Token": components["headers"]["X-Subject-Token"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedToken"];
                };
            };
            401: components["responses"]["IamUnauthorized"];
            403: components["responses"]["IamForbidden"];
            404: components["responses"]["IamNotFound"];
            500: components["responses"]["IamInternalServerError"];
            default: components["responses"]["IamDefaultError"];
        };
    };
    createToken: {
        parameters: {
            query?: {
                /**
                 * @description Any value that is not empty leaves `catalog` empty, which keeps the answer small.
                 * @example true
                 */
                nocatalog?: components["parameters"]["nocatalog"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTokenRequest"];
            };
        };
        responses: {
            /** @description The token was issued. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
                    "X-Subject-Token": components["headers"]["X-Subject-Token"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedToken"];
                };
            };
            400: components["responses"]["IamBadRequest"];
            401: components["responses"]["IamUnauthorized"];
            403: components["responses"]["IamForbidden"];
            404: components["responses"]["IamNotFound"];
            500: components["responses"]["IamInternalServerError"];
            503: components["responses"]["IamServiceUnavailable"];
            default: components["responses"]["IamDefaultError"];
        };
    };
    listProjects: {
        parameters: {
            query?: {
                /**
                 * @description Only projects with this name. A region has a project of its own name.
                 * @example cn-north-1
                 */
                name?: components["parameters"]["projectNameFilter"];
                /** @description Only projects of this account. */
                domain_id?: components["parameters"]["projectDomainIdFilter"];
                /** @description Only projects below this project; with the id of the account, only those of the regions. */
                parent_id?: components["parameters"]["projectParentIdFilter"];
                /** @description Only projects that are enabled, or only those that are not. */
                enabled?: components["parameters"]["projectEnabledFilter"];
                /** @description Number of the page, from 1. Needs `per_page`. */
                page?: components["parameters"]["projectPage"];
                /** @description Number of projects on a page, 1 to 5000. Needs `page`. */
                per_page?: components["parameters"]["projectsPerPage"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The projects. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectList"];
                };
            };
            400: components["responses"]["IamBadRequest"];
            401: components["responses"]["IamUnauthorized"];
            403: components["responses"]["IamForbidden"];
            404: components["responses"]["IamNotFound"];
            500: components["responses"]["IamInternalServerError"];
            503: components["responses"]["IamServiceUnavailable"];
            default: components["responses"]["IamDefaultError"];
        };
    };
    listAuthProjects: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The projects. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectList"];
                };
            };
            400: components["responses"]["IamBadRequest"];
            401: components["responses"]["IamUnauthorized"];
            403: components["responses"]["IamForbidden"];
            405: components["responses"]["IamMethodNotAllowed"];
            413: components["responses"]["IamPayloadTooLarge"];
            500: components["responses"]["IamInternalServerError"];
            503: components["responses"]["IamServiceUnavailable"];
            default: components["responses"]["IamDefaultError"];
        };
    };
    listAuthDomains: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The accounts. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DomainList"];
                };
            };
            400: components["responses"]["IamBadRequest"];
            401: components["responses"]["IamUnauthorized"];
            403: components["responses"]["IamForbidden"];
            405: components["responses"]["IamMethodNotAllowed"];
            413: components["responses"]["IamPayloadTooLarge"];
            500: components["responses"]["IamInternalServerError"];
            503: components["responses"]["IamServiceUnavailable"];
            default: components["responses"]["IamDefaultError"];
        };
    };
    createTemporaryKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTemporaryKeysRequest"];
            };
        };
        responses: {
            /** @description The keys were issued. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedTemporaryKeys"];
                };
            };
            400: components["responses"]["IamBadRequest"];
            401: components["responses"]["IamUnauthorized"];
            403: components["responses"]["IamForbidden"];
            500: components["responses"]["IamInternalServerError"];
            default: components["responses"]["IamDefaultError"];
        };
    };
}
